// Reserves of a mineral by economy, as one publication gives them.
#pragma once

#include "core/dataset/dataset.h"

#include <vector>

namespace adit::consumer {

// One edition of one publication: the latest not after the year, else the first; of one year the fuller one.
std::vector<const ReserveRow*> reservesAt(const Dataset& data, MineralId mineral, int year);

}  // namespace adit::consumer

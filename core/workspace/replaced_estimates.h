// Governance estimates that give way to assumptions, in the rows from which every weight and rank is made.
#pragma once

#include "core/dataset/dataset.h"
#include "core/workspace/assumption.h"

namespace adit::workspace {

// Writes the year that it stands for into the detail: its own, else the economy's latest of the dimension, else
// anybody's.
void settleEstimate(const Dataset& data, Assumed& assumed, const Detail& detail);

// False where no year is named and none has estimates.
bool replaceEstimate(Dataset& data, const Assumed& assumed);

}  // namespace adit::workspace

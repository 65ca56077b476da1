// Published figures that give way to assumptions, so that every engine reads the assumption in their place.
#pragma once

#include "core/dataset/dataset.h"
#include "core/workspace/idle.h"

#include <optional>

namespace adit::workspace {

// Those with a row of the dataset, their year in the detail, stand in for it; exports have none and count beside the
// importer's trade, others are left to who asks for them. Why it can do neither, where there is nothing to stand in for
// or beside.
std::optional<IdleReason> replaceFigure(Dataset& data, const Assumed& assumed);

}  // namespace adit::workspace

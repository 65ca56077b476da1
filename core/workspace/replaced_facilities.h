// Outputs of facilities that give way to assumptions.
#pragma once

#include "core/dataset/dataset.h"
#include "core/workspace/assumption.h"
#include "core/workspace/idle.h"

#include <optional>

namespace adit::workspace {

// In every year that lists the facility as operating with the mineral at the stage, with an output or without. Why it
// cannot, where there is no such year: the total of a group is a check of its sites, and no facility.
std::optional<IdleReason> replaceFacilityOutput(Dataset& data, const Assumed& assumed);

// Tonnes of the latest of these years; nothing where it has no output.
std::optional<double> publishedFacilityOutput(const Dataset& data, MineralId mineral, const Detail& detail);

}  // namespace adit::workspace

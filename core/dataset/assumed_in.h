// What of a dataset's assumptions is there to look at: they lie by quantity, economy, mineral and detail, and there may
// be thousands.
#pragma once

#include "core/dataset/dataset.h"

#include <optional>
#include <span>

namespace adit {

// All of one quantity.
std::span<const Assumed> assumedOf(const Dataset& data, Assumable what);
// Whether anything is set of an economy; with a mineral, of both together.
bool isAnythingAssumed(const Dataset& data, EconomyId economy, std::optional<MineralId> mineral = {});

}  // namespace adit

// How much of a mineral comes back from what reached its end of life, and how far others can stand in for it: as the
// user assumes it, as a study published it, else as the mineral's own entry has it. methods.md M11.
#pragma once

#include "core/base/estimate.h"
#include "core/dataset/dataset.h"

#include <optional>

namespace adit::consumer {

// The end-of-life recycling input rate, 0..1; nothing where nobody says.
std::optional<Estimate> recyclingOf(const Dataset& data, MineralId mineral);
std::optional<double> publishedRecycling(const Dataset& data, MineralId mineral);
// Of all minerals, as published: how high one that is missing may be.
double highestRecycling(const Dataset& data);
// As an input with its source, or the assumption that it is; where nobody says, 0 with the bounds that it may have.
Input recyclingInput(const Dataset& data, MineralId mineral, int year);

// 0..1, 1 is no substitute. None is published: nothing where the user assumes none.
std::optional<Estimate> substitutionOf(const Dataset& data, MineralId mineral);
Input substitutionInput(const Dataset& data, MineralId mineral);

}  // namespace adit::consumer

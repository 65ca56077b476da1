// Ends of a mean whose weights and amounts are known within bounds.
#pragma once

#include "core/base/interval.h"

#include <optional>
#include <vector>

namespace adit {

struct WeightedAmount {
    Interval amount;  // finite, 0 or more
    Interval weight;
};

// Of sum(weight * amount) / sum(amount) over everything within the bounds: exact, since more of what weighs most, and
// of that alone, raises the mean. Nothing where the amounts may all be 0.
std::optional<Interval> weightedMean(const std::vector<WeightedAmount>& rows);

}  // namespace adit

// What one economy, or the members of a bloc together, hold of a market.
#pragma once

#include "core/index/market.h"

namespace adit::index {

struct TotalOf {
    std::optional<double> tonnes;
    std::optional<Interval> tonnesBounds;  // absent when nothing can be said
    std::optional<double> share;
    std::optional<Interval> shareBounds;
    std::size_t parts = 0;           // members with a figure
    std::vector<double> quantities;  // of those, largest first
    std::string reason;              // why there is no central value
};

// Of query.economy, which is set.
TotalOf totalOf(const Query& query, const Market& market);

}  // namespace adit::index

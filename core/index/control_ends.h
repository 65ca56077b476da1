// What a set of economies may control together where the user gives output or control a range: at least what can be
// nobody else's, at most what is not surely another's. methods.md M06, M21.
#pragma once

#include "core/index/market.h"

#include <span>

namespace adit::index {

struct ControlEnds {
    Interval tonnes;
    Interval share;  // of the total, which moves with the ranges of output
};

// Of a market by controller. Economies that it does not list may have what has no sure controller.
ControlEnds controlEnds(const Market& market, std::span<const EconomyId> economies);

}  // namespace adit::index

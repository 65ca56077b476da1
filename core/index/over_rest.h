// The ends of a concentration measure where the part of a market without a named holder has ends of its own: every
// measure is monotone in that part, or turns once, so that its extremes lie at either.
#pragma once

#include "core/index/bounds.h"

#include <algorithm>

namespace adit::index {

// `measure` takes a spread for what it is and gives the bounds of the measure.
template <typename Measure>
Bounds overRest(const Spread& spread, const Measure& measure) {
    Bounds bounds = measure(spread);
    if (spread.restLess <= 0.0) return bounds;
    Spread less = spread;
    less.rest = std::max(spread.rest - spread.restLess, 0.0);
    const Bounds atLeast = measure(less);
    bounds.range = {std::min(bounds.range.lo, atLeast.range.lo), std::max(bounds.range.hi, atLeast.range.hi)};
    bounds.approx = bounds.approx || atLeast.approx;
    return bounds;
}

}  // namespace adit::index

// Concentration weighted by the governance of the holders, with or without the trade parameter. (M08)
#pragma once

#include "core/base/estimate.h"

#include <span>

namespace adit::governance {

struct WeightedHolder {
    Estimate quantity;   // any one unit; its share counts
    Estimate weight;     // 0..1, or 0..10 on the EU scale
    double trade = 1.0;  // trade parameter; 1 leaves it out
};

// What nobody named holds: other economies, none with more than `cap`. The value takes it as spread thin, unless it
// may be anyone's: there is none then.
struct Unnamed {
    double quantity = 0.0;
    double cap = 0.0;
    Interval weight{0.0, 1.0};
    double more = 0.0;  // of the quantity, at the ends of the user's ranges
    double less = 0.0;
    bool anyones = false;      // of the named holders too
    bool moreAnyones = false;  // at those ends
};

struct WeightedHhi {
    Estimate index;
    double widthFromShares = 0.0;      // of the bounds, with all weights at their central values
    double widthFromGovernance = 0.0;  // with all quantities at their central values
};

// The index alone, which is most of what is asked for.
Estimate weightedIndex(std::span<const WeightedHolder> holders, const Unnamed& rest = {});

// Sum of share squared * weight * trade. Weights raise the index everywhere, so that its bounds are those over the
// quantities at the lower and at the upper ends of the weights.
WeightedHhi weightedHhi(std::span<const WeightedHolder> holders, const Unnamed& rest = {});

}  // namespace adit::governance

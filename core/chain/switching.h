// Can suppliers be switched? (M25)
#pragma once

#include "core/base/result.h"

#include <span>
#include <vector>

namespace adit::chain {

struct OtherSupplier {
    double exportsElsewhere = 0.0;  // tonnes a year
    double spare = 0.0;             // capacity
};

// Share of other suppliers' exports that can be redirected: an assumption.
inline constexpr double redirectableByDefault = 0.2;

// Sum of spare capacity and the redirectable part of other exports, over the loss; at most 1.
Result<double> redirectableCover(std::span<const OtherSupplier> suppliers, double loss,
                                 double redirectable = redirectableByDefault);

struct PricedShare {
    double share = 0.0;       // of value
    double priceRatio = 1.0;  // new over old
};

// New value shares when buyers substitute with a constant elasticity. Armington 1969.
Result<std::vector<double>> reallocated(std::span<const PricedShare> shares, double elasticity);

}  // namespace adit::chain

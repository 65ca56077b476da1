// Price and quantity after a supply shock: one market with constant elasticities, for illustration only. (M32)
#pragma once

#include "core/base/interval.h"
#include "core/base/result.h"

#include <optional>

namespace adit::shock {

// Quantities relative to each other in any one unit. Elasticities have no default: they need a source.
struct Shock {
    double demand = 1.0;                     // before, at the old price
    double supply = 1.0;                     // what remains of it, at the old price
    double cap = unbounded;                  // the most that remaining suppliers can give
    double release = 0.0;                    // from stocks
    std::optional<double> demandElasticity;  // both as positive numbers
    std::optional<double> supplyElasticity;
};

struct Equilibrium {
    double priceRatio = 1.0;  // to the price before
    double quantity = 0.0;
    bool beyondRange = false;  // no balance within 1e-6 .. 1e6 of the old price: the nearer end is given
};

// demand * p^-ed = min(supply * p^es, cap) + release, by bisection on log p.
Result<Equilibrium> equilibrium(const Shock& shock);

}  // namespace adit::shock

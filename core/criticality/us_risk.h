// The two United States methods. Nassar et al. 2020 (Science Advances 6, eaay8647), Nassar & Fortier 2021 (USGS OFR
// 2021-1045) for the supply risk; Nassar et al. 2025 (USGS OFR 2025-1047) for the probability-weighted loss.
#pragma once

#include "core/base/estimate.h"
#include "core/base/result.h"

#include <span>

namespace adit::criticality {

inline constexpr double usSupplyRiskThreshold = 0.40;

// How inability and unwillingness to supply become one weight. The published combination could not be read in
// a source: results under any of these are not USGS values.
enum class Combination { product, geometricMean, largest };

struct ProducerRisk {
    double share = 0.0;  // of world production
    Estimate ability;    // 0 able .. 1 unable
    Estimate willingness;
};

// Sum of squared shares times the combined weight.
Estimate disruptionPotential(std::span<const ProducerRisk> producers, Combination combination);

// Cube root of disruption potential * trade exposure * economic vulnerability. A factor that is not known may be
// anything from 0 to 1; any factor of 0 makes the risk 0. (M16)
Estimate usSupplyRisk(const Estimate& disruption, const Estimate& exposure, const Estimate& vulnerability);

// Weights 1, 2, 3, 4 by default: the newest year counts most. `values` from oldest to newest.
Result<double> recencyMean(std::span<const double> values, std::span<const double> weights);

struct LossScenario {
    double probability = 0.0;  // a year
    double effect = 0.0;       // on GDP; negative is a loss
};

struct ExpectedLoss {
    double expected = 0.0;
    std::size_t worst = 0;            // scenario with the lowest effect
    std::size_t contributesMost = 0;  // with the largest |p * L|
};

// Sum of p * L. Probabilities are independent and need not add up to 1. (M17)
Result<ExpectedLoss> expectedLoss(std::span<const LossScenario> scenarios);

}  // namespace adit::criticality

// EU supply risk and economic importance. European Commission 2017, methodology for establishing the EU list of
// critical raw materials; Blengini et al. 2017 (EUR 28654).
#pragma once

#include "core/base/estimate.h"
#include "core/base/result.h"

#include <optional>
#include <span>

namespace adit::criticality {

inline constexpr double supplyRiskThreshold = 1.0;
inline constexpr double economicImportanceThreshold = 2.8;

struct SupplyRiskInput {
    std::optional<Estimate> global;    // governance-weighted HHI of the world's supply, 0..10 scale
    std::optional<Estimate> sourcing;  // of the supply to the consumer
    std::optional<Estimate> importReliance;
    std::optional<Estimate> recyclingRate;      // end-of-life recycling input rate, 0..1
    std::optional<double> highestRecycling;     // of all minerals: how high a missing rate may be
    std::optional<Estimate> substitutionIndex;  // 0..1, 1 is no substitute
};

enum class SupplyRiskForm { full, globalOnly, sourcingOnly };

struct SupplyRisk {
    Estimate risk;
    SupplyRiskForm form = SupplyRiskForm::full;
    bool recyclingMissing = false;     // central 0, up to the highest published
    bool substitutionMissing = false;  // 1 stands in
};

// [global * IR/2 + sourcing * (1 - IR/2)] * (1 - EoL-RIR) * SI. (M11)
Result<SupplyRisk> supplyRisk(const SupplyRiskInput& input);

// The headline: the larger of the stages. Index of it, nothing when neither has a value or bounds.
std::optional<std::size_t> headline(std::span<const SupplyRisk> stages);

struct EndUse {
    double share = 0.0;                // of the mineral's use, 0..1
    std::optional<double> valueAdded;  // of the manufacturing sector that matches
};

// SI * sum(share * value added) * 10 / largest value added. Shares must add up to 1 within 0.05; what is not
// attributed counts nothing in the value and the largest sector in the upper bound. (M12)
Result<Estimate> economicImportance(std::span<const EndUse> uses, double largestValueAdded, double substitutionIndex);

}  // namespace adit::criticality

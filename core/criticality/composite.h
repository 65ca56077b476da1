// A composite indicator of the user's making. OECD & JRC, Handbook on Constructing Composite Indicators 2008; Helbig
// et al. 2021 for the many ways in which supply risk has been composed. (M20)
#pragma once

#include "core/base/estimate.h"
#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace adit::criticality {

enum class Normalisation { minMax, rank, percentile, zScore };
enum class Aggregation { arithmetic, geometric };

struct Indicator {
    std::string id;
    double weight = 0.0;                        // all weights add up to 1
    bool higherIsWorse = true;                  // else it is turned round
    Interval bounds{0.0, 1.0};                  // fixed, for minMax: stored with the view, never observed ones
    std::vector<std::optional<double>> values;  // one for each mineral
    // Between what a value that is missing lies, where that is known; empty: nowhere.
    std::vector<std::optional<Interval>> ranges{};
};

struct CompositeInput {
    std::vector<Indicator> indicators;
    Normalisation normalisation = Normalisation::minMax;
    Aggregation aggregation = Aggregation::arithmetic;
};

// Normalised values of one indicator, 0 best and 1 worst (z-scores are not confined).
std::vector<Estimate> normalised(const Indicator& indicator, Normalisation normalisation);

// One composite for each mineral. A missing indicator makes an interval; weights are never spread over the rest.
Result<std::vector<Estimate>> composite(const CompositeInput& input);

struct Robustness {
    std::size_t top = 10;
    std::size_t draws = 1000;
    std::uint64_t seed = 1;
};

// For each mineral the share of weight draws (flat Dirichlet) in which it stays among the `top` highest; an
// interval where indicators are missing. Ties stand by the order of the minerals.
Result<std::vector<Interval>> rankRobustness(const CompositeInput& input, const Robustness& settings);

}  // namespace adit::criticality

#include "core/governance/weight.h"

#include <algorithm>

namespace adit::governance {
namespace {

constexpr double bound = 2.5;

std::optional<Score> complete(const Year& row, Choice choice) {
    Score score;
    score.year = row.year;
    if (choice == Choice::politicalStability) {
        if (!row.estimate[pv]) return std::nullopt;
        score.estimate = *row.estimate[pv];
        score.standardError = row.standardError[pv];
        return score;
    }
    double sum = 0.0;
    for (std::size_t i = 0; i < dimensions; ++i) {
        if (!row.estimate[i]) return std::nullopt;
        sum += *row.estimate[i];
        if (row.standardError[i]) {
            score.standardError = std::max(score.standardError.value_or(0.0), *row.standardError[i]);
        }
    }
    score.estimate = sum / static_cast<double>(dimensions);
    return score;
}

}  // namespace

std::optional<Score> scoreAt(std::span<const Year> series, Choice choice, int year) {
    Flags passedOver;
    for (auto row = series.rbegin(); row != series.rend(); ++row) {
        if (row->year > year) continue;
        if (auto score = complete(*row, choice)) {
            score->flags = passedOver;
            if (score->year != year) score->flags.add(Flag::yearMismatch);
            return score;
        }
        passedOver.add(Flag::staleGovernance);
    }
    return std::nullopt;
}

Estimate weight(double estimate) {
    const double raw = (bound - estimate) / (2.0 * bound);
    const double within = std::clamp(raw, 0.0, 1.0);
    return Estimate::known(within, within == raw ? Flags{} : Flags{Flag::clamped});
}

Estimate weight(const Score& score) {
    Estimate w = weight(score.estimate);
    w.flags.add(score.flags);
    return w;
}

Estimate missingWeight(std::span<const double> knownWeights, std::optional<double> centre) {
    const Flags flags{Flag::noGovernance};
    if (knownWeights.empty()) return {centre, Interval{0.0, 1.0}, flags, "no governance estimate"};
    const auto [lo, hi] = std::minmax_element(knownWeights.begin(), knownWeights.end());
    return {centre, Interval{*lo, *hi}, flags, centre ? std::string_view{} : "no governance estimate"};
}

}  // namespace adit::governance

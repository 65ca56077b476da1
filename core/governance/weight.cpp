#include "core/governance/weight.h"

#include <algorithm>

namespace adit::governance {
namespace {

constexpr double bound = 2.5;

std::optional<Score> complete(const Year& row, Choice choice) {
    const std::size_t first = choice == Choice::allSix ? 0 : pv;
    const std::size_t count = choice == Choice::allSix ? dimensions : 1;
    Score score;
    score.year = row.year;
    Interval sum;
    double central = 0.0;
    for (std::size_t i = first; i < first + count; ++i) {
        const std::optional<double>& estimate = row.estimate[i];
        if (!estimate) return std::nullopt;
        const Interval range = row.assumed[i].value_or(Interval{*estimate, *estimate});
        central += *estimate;
        sum = {sum.lo + range.lo, sum.hi + range.hi};
        if (row.assumed[i]) score.flags.add(Flag::assumed);
        if (row.standardError[i]) {
            score.standardError = std::max(score.standardError.value_or(0.0), *row.standardError[i]);
        }
    }
    const auto n = static_cast<double>(count);
    score.estimate = central / n;
    if (score.flags.has(Flag::assumed)) score.assumed = Interval{sum.lo / n, sum.hi / n};
    return score;
}

}  // namespace

std::optional<Score> scoreAt(std::span<const Year> series, Choice choice, int year) {
    Flags passedOver;
    for (auto row = series.rbegin(); row != series.rend(); ++row) {
        if (row->year > year) continue;
        if (auto score = complete(*row, choice)) {
            score->flags.add(passedOver);
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
    if (score.assumed) w.bounds = Interval{*weight(score.assumed->hi).value, *weight(score.assumed->lo).value};
    return w;
}

Estimate missingWeight(std::span<const double> knownWeights, std::optional<double> centre) {
    const Flags flags{Flag::noGovernance};
    if (knownWeights.empty()) return {centre, Interval{0.0, 1.0}, flags, "no governance estimate"};
    const auto [lo, hi] = std::minmax_element(knownWeights.begin(), knownWeights.end());
    return {centre, Interval{*lo, *hi}, flags, centre ? std::string_view{} : "no governance estimate"};
}

}  // namespace adit::governance

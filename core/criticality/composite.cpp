#include "core/criticality/composite.h"

#include "core/base/random.h"
#include "core/base/sum.h"

#include <algorithm>

namespace adit::criticality {
namespace {

using Column = std::vector<Interval>;

std::vector<double> present(const Indicator& indicator) {
    std::vector<double> values;
    for (const auto& value : indicator.values) {
        if (value) values.push_back(*value);
    }
    return values;
}

double placeOf(double x, const std::vector<double>& all, bool percentile) {
    double below = 0.0;
    double equal = 0.0;
    for (const double other : all) {
        if (other < x) below += 1.0;
        if (other == x) equal += 1.0;
    }
    const auto n = static_cast<double>(all.size());
    if (percentile) return (below + 0.5 * equal) / n;
    return n > 1.0 ? (below + 0.5 * (equal - 1.0)) / (n - 1.0) : 0.5;
}

struct Moments {
    double mean = 0.0;
    double deviation = 0.0;
};

Moments momentsOf(const std::vector<double>& values) {
    const auto n = static_cast<double>(values.size());
    const double mean = values.empty() ? 0.0 : sumOf(values) / n;
    Sum squares;
    for (const double x : values)
        squares.add((x - mean) * (x - mean));
    return {mean, values.size() > 1 ? std::sqrt(squares.value() / (n - 1.0)) : 0.0};
}

double normal(double x, const Indicator& indicator, Normalisation how, const std::vector<double>& all,
              const Moments& moments) {
    switch (how) {
        case Normalisation::minMax:
            return std::clamp((x - indicator.bounds.lo) / indicator.bounds.width(), 0.0, 1.0);
        case Normalisation::zScore:
            return moments.deviation > 0.0 ? (x - moments.mean) / moments.deviation : 0.0;
        case Normalisation::rank:
        case Normalisation::percentile:
            break;
    }
    return placeOf(x, all, how == Normalisation::percentile);
}

// How far a missing value may lie: 0..1, or the observed z-scores.
Interval extent(const Indicator& indicator, Normalisation how, const std::vector<double>& all, const Moments& moments) {
    if (how != Normalisation::zScore) return {0.0, 1.0};
    if (all.empty()) return {0.0, 0.0};
    const auto [lo, hi] = std::minmax_element(all.begin(), all.end());
    return {normal(*lo, indicator, how, all, moments), normal(*hi, indicator, how, all, moments)};
}

double turned(double x, Normalisation how) {
    return how == Normalisation::zScore ? -x : 1.0 - x;
}

double aggregate(const std::vector<double>& values, const std::vector<double>& weights, Aggregation how) {
    if (how == Aggregation::arithmetic) {
        Sum sum;
        for (std::size_t i = 0; i < values.size(); ++i)
            sum.add(weights[i] * values[i]);
        return sum.value();
    }
    double product = 1.0;
    for (std::size_t i = 0; i < values.size(); ++i)
        product *= std::pow(values[i], weights[i]);
    return product;
}

// Where a value lies that is known only between two ends; a place among others is confined to theirs.
Interval within(Interval range, const Indicator& indicator, Normalisation how, const std::vector<double>& all,
                const Moments& moments) {
    Interval out{normal(range.lo, indicator, how, all, moments), normal(range.hi, indicator, how, all, moments)};
    if (how == Normalisation::rank || how == Normalisation::percentile)
        out = {std::clamp(out.lo, 0.0, 1.0), std::clamp(out.hi, 0.0, 1.0)};
    if (!indicator.higherIsWorse) out = {turned(out.hi, how), turned(out.lo, how)};
    return out;
}

Status check(const CompositeInput& input) {
    if (input.indicators.empty()) return Error::missing("indicators");
    Sum weights;
    for (const Indicator& indicator : input.indicators) {
        if (indicator.weight < 0.0) return Error::badInput("weight of " + indicator.id + " is negative");
        if (indicator.values.size() != input.indicators.front().values.size()) {
            return Error::badInput("indicator " + indicator.id + " has another number of minerals");
        }
        if (!indicator.ranges.empty() && indicator.ranges.size() != indicator.values.size()) {
            return Error::badInput("indicator " + indicator.id + " has ranges of another number of minerals");
        }
        if (input.normalisation == Normalisation::minMax && indicator.bounds.width() <= 0.0) {
            return Error::badInput("bounds of " + indicator.id + " are empty");
        }
        weights.add(indicator.weight);
    }
    if (std::fabs(weights.value() - 1.0) > 1e-9) return Error::badInput("weights do not add up to 1");
    if (input.normalisation == Normalisation::zScore && input.aggregation == Aggregation::geometric) {
        return Error::badInput("z-scores can be negative: no geometric mean of them");
    }
    return Done{};
}

std::vector<std::vector<Estimate>> columns(const CompositeInput& input) {
    std::vector<std::vector<Estimate>> out;
    for (const Indicator& indicator : input.indicators)
        out.push_back(normalised(indicator, input.normalisation));
    return out;
}

double end(const std::vector<std::vector<Estimate>>& table, std::size_t mineral, const std::vector<double>& weights,
           Aggregation how, double Interval::*side) {
    std::vector<double> values;
    for (const auto& column : table)
        values.push_back(*column[mineral].bounds.*side);
    return aggregate(values, weights, how);
}

// A flat Dirichlet draw: exponentials over their sum.
std::vector<double> drawnWeights(const CompositeInput& input, std::uint64_t seed, std::size_t draw) {
    std::vector<double> weights;
    for (const Indicator& indicator : input.indicators)
        weights.push_back(-std::log(uniform(seed, draw, keyOf(indicator.id))));
    const double total = sumOf(weights);
    for (double& weight : weights)
        weight /= total;
    return weights;
}

// How many others stand above `mine` when they are at `theirs`.
std::size_t above(double mine, std::size_t self, const std::vector<double>& theirs) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < theirs.size(); ++i) {
        if (i != self && (theirs[i] > mine || (theirs[i] == mine && i < self))) ++count;
    }
    return count;
}

}  // namespace

std::vector<Estimate> normalised(const Indicator& indicator, Normalisation normalisation) {
    const std::vector<double> all = present(indicator);
    const Moments moments = momentsOf(all);
    Interval open = extent(indicator, normalisation, all, moments);
    if (!indicator.higherIsWorse) open = {turned(open.hi, normalisation), turned(open.lo, normalisation)};
    std::vector<Estimate> out;
    for (std::size_t i = 0; i < indicator.values.size(); ++i) {
        if (!indicator.values[i]) {
            const auto range = i < indicator.ranges.size() ? indicator.ranges[i] : std::nullopt;
            out.push_back(Estimate::within(range ? within(*range, indicator, normalisation, all, moments) : open));
            out.back().reason = "an indicator is missing";
            continue;
        }
        const double x = normal(*indicator.values[i], indicator, normalisation, all, moments);
        out.push_back(Estimate::known(indicator.higherIsWorse ? x : turned(x, normalisation)));
    }
    return out;
}

Result<std::vector<Estimate>> composite(const CompositeInput& input) {
    if (const Status status = check(input); !status) return status.error();
    const auto table = columns(input);
    std::vector<double> weights;
    for (const Indicator& indicator : input.indicators)
        weights.push_back(indicator.weight);
    std::vector<Estimate> out;
    for (std::size_t m = 0; m < input.indicators.front().values.size(); ++m) {
        const Interval range{end(table, m, weights, input.aggregation, &Interval::lo),
                             end(table, m, weights, input.aggregation, &Interval::hi)};
        const bool complete =
            std::all_of(table.begin(), table.end(), [m](const auto& column) { return column[m].value.has_value(); });
        out.push_back(complete ? Estimate::known(range.lo) : Estimate::within(range));
        if (!complete) out.back().reason = "an indicator is missing";
    }
    return out;
}

Result<std::vector<Interval>> rankRobustness(const CompositeInput& input, const Robustness& settings) {
    if (const Status status = check(input); !status) return status.error();
    if (settings.draws == 0) return Error::badInput("draws must be above 0");
    const auto table = columns(input);
    const std::size_t minerals = input.indicators.front().values.size();
    std::vector<double> lo(minerals);
    std::vector<double> hi(minerals);
    std::vector<Interval> out(minerals);
    for (std::size_t draw = 0; draw < settings.draws; ++draw) {
        const std::vector<double> weights = drawnWeights(input, settings.seed, draw);
        for (std::size_t m = 0; m < minerals; ++m) {
            lo[m] = end(table, m, weights, input.aggregation, &Interval::lo);
            hi[m] = end(table, m, weights, input.aggregation, &Interval::hi);
        }
        for (std::size_t m = 0; m < minerals; ++m) {
            if (above(lo[m], m, hi) < settings.top) out[m].lo += 1.0;
            if (above(hi[m], m, lo) < settings.top) out[m].hi += 1.0;
        }
    }
    const auto draws = static_cast<double>(settings.draws);
    for (Interval& share : out)
        share = {share.lo / draws, share.hi / draws};
    return out;
}

}  // namespace adit::criticality

// How an input may be spread, and its inverse distribution function: values come from keyed uniform numbers, so that
// they are the same everywhere (Boost.Math quantiles; standard libraries differ). methods.md M34.
#pragma once

#include "core/base/figure.h"
#include "core/base/result.h"

#include <span>
#include <variant>
#include <vector>

namespace adit::ranges {

struct Point {
    double x = 0.0;
    bool operator==(const Point&) const = default;
};
struct Triangular {
    double low = 0.0;
    double mode = 0.0;
    double high = 0.0;
    bool operator==(const Triangular&) const = default;
};
struct Uniform {
    Interval range;
    bool operator==(const Uniform&) const = default;
};
struct Lognormal {
    double mean = 1.0;
    double cv = 0.1;  // coefficient of variation
    bool operator==(const Lognormal&) const = default;
};
struct Normal {  // clamped after drawing
    double mean = 0.0;
    double deviation = 1.0;
    Interval clamp{-unbounded, unbounded};
    bool operator==(const Normal&) const = default;
};
struct Beta {
    double a = 1.0;
    double b = 1.0;
    bool operator==(const Beta&) const = default;
};
using Distribution = std::variant<Point, Triangular, Uniform, Lognormal, Normal, Beta>;

Status check(const Distribution& distribution);
double quantile(const Distribution& distribution, double p);  // 0 < p < 1
double central(const Distribution& distribution);             // what the figure is without a range

struct LognormalShape {
    double location = 0.0;
    double sigma = 0.0;
};
LognormalShape shapeOf(const Lognormal& distribution);

// Where the user gives no range: a point for a reported figure, lognormal for an estimate (its coefficient of
// variation is an assumption), uniform over an interval. An error where there is neither value nor bounds.
inline constexpr double estimateVariation = 0.10;
Result<Distribution> byState(State state, std::optional<double> value, std::optional<Interval> bounds,
                             double variation = estimateVariation);

// Governance: normal around the estimate, clamped to the nominal range.
Distribution governance(double estimate, double standardError);

// Shares with a fixed total: gammas over their sum, one uniform number each.
std::vector<double> dirichlet(std::span<const double> alpha, std::span<const double> uniforms);
// Noise biases HHI upwards: (sum of squares + A) / (A (A + 1)) beside the plain HHI of the means.
double expectedHhi(std::span<const double> alpha);

}  // namespace adit::ranges

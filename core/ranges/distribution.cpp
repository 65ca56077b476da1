#include "core/ranges/distribution.h"

#include "core/base/sum.h"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/normal.hpp>

#include <algorithm>
#include <cmath>

namespace adit::ranges {
namespace {

namespace bm = boost::math;

// No exceptions, and no long double behind the scenes: that differs between platforms.
using Plain = bm::policies::policy<
    bm::policies::domain_error<bm::policies::ignore_error>, bm::policies::pole_error<bm::policies::ignore_error>,
    bm::policies::overflow_error<bm::policies::ignore_error>,
    bm::policies::evaluation_error<bm::policies::ignore_error>, bm::policies::promote_double<false>>;

double standardNormal(double p) {
    return bm::quantile(bm::normal_distribution<double, Plain>(0.0, 1.0), p);
}

struct Quantile {
    double p;
    double operator()(const Point& d) const { return d.x; }
    double operator()(const Uniform& d) const { return d.range.lo + p * d.range.width(); }
    double operator()(const Triangular& d) const {
        const double width = d.high - d.low;
        if (width <= 0.0) return d.mode;
        const double split = (d.mode - d.low) / width;
        if (p < split) return d.low + std::sqrt(p * width * (d.mode - d.low));
        return d.high - std::sqrt((1.0 - p) * width * (d.high - d.mode));
    }
    double operator()(const Lognormal& d) const {
        const LognormalShape shape = shapeOf(d);
        return std::exp(shape.location + shape.sigma * standardNormal(p));
    }
    double operator()(const Normal& d) const {
        return std::clamp(d.mean + d.deviation * standardNormal(p), d.clamp.lo, d.clamp.hi);
    }
    double operator()(const Beta& d) const { return bm::quantile(bm::beta_distribution<double, Plain>(d.a, d.b), p); }
};

struct Central {
    double operator()(const Point& d) const { return d.x; }
    double operator()(const Uniform& d) const { return 0.5 * (d.range.lo + d.range.hi); }
    double operator()(const Triangular& d) const { return d.mode; }
    double operator()(const Lognormal& d) const { return d.mean; }
    double operator()(const Normal& d) const { return std::clamp(d.mean, d.clamp.lo, d.clamp.hi); }
    double operator()(const Beta& d) const { return d.a / (d.a + d.b); }
};

struct Check {
    Status operator()(const Point& d) const { return std::isfinite(d.x) ? Status(Done{}) : fail("the value"); }
    Status operator()(const Uniform& d) const { return ordered(d.range.lo, d.range.lo, d.range.hi); }
    Status operator()(const Triangular& d) const { return ordered(d.low, d.mode, d.high); }
    Status operator()(const Lognormal& d) const {
        return d.mean > 0.0 && d.cv >= 0.0 && std::isfinite(d.mean) && std::isfinite(d.cv) ? Status(Done{})
                                                                                           : fail("mean or variation");
    }
    Status operator()(const Normal& d) const {
        return std::isfinite(d.mean) && d.deviation >= 0.0 && std::isfinite(d.deviation) && d.clamp.lo <= d.clamp.hi
                   ? Status(Done{})
                   : fail("mean or deviation");
    }
    Status operator()(const Beta& d) const {
        return d.a > 0.0 && d.b > 0.0 && std::isfinite(d.a) && std::isfinite(d.b) ? Status(Done{}) : fail("a or b");
    }
    static Status fail(const std::string& what) { return Error::badInput(what + " of a range cannot be used"); }
    static Status ordered(double low, double mode, double high) {
        if (std::isfinite(low) && std::isfinite(high) && low <= mode && mode <= high) return Done{};
        return Error::badInput("low, central and high of a range are not in order");
    }
};

}  // namespace

Status check(const Distribution& distribution) {
    return std::visit(Check{}, distribution);
}

double quantile(const Distribution& distribution, double p) {
    return std::visit(Quantile{p}, distribution);
}

double central(const Distribution& distribution) {
    return std::visit(Central{}, distribution);
}

LognormalShape shapeOf(const Lognormal& distribution) {
    const double variance = std::log1p(distribution.cv * distribution.cv);
    return {std::log(distribution.mean) - 0.5 * variance, std::sqrt(variance)};
}

Result<Distribution> byState(State state, std::optional<double> value, std::optional<Interval> bounds,
                             double variation) {
    if (bounds && !bounds->exact()) return Distribution(Uniform{*bounds});
    if (!value) return Error::missing("a value or bounds");
    if (state == State::estimated && *value > 0.0) return Distribution(Lognormal{*value, variation});
    return Distribution(Point{*value});
}

Distribution governance(double estimate, double standardError) {
    return Normal{estimate, standardError, {-2.5, 2.5}};
}

std::vector<double> dirichlet(std::span<const double> alpha, std::span<const double> uniforms) {
    std::vector<double> shares;
    for (std::size_t i = 0; i < alpha.size(); ++i)
        shares.push_back(bm::quantile(bm::gamma_distribution<double, Plain>(alpha[i], 1.0), uniforms[i]));
    const double total = sumOf(shares);
    for (double& share : shares)
        share /= total;
    return shares;
}

double expectedHhi(std::span<const double> alpha) {
    Sum squares;
    for (const double a : alpha)
        squares.add(a * a);
    const double total = sumOf(alpha);
    return (squares.value() + total) / (total * (total + 1.0));
}

}  // namespace adit::ranges

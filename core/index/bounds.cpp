#include "core/index/bounds.h"

#include "core/base/sum.h"
#include "core/index/box.h"
#include "core/index/concentration.h"
#include "core/index/over_rest.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace adit::index {
namespace {

double weightedSquares(const Spread& spread, const std::vector<double>& quantities, double total,
                       const std::vector<double>& extra, double extraWeight) {
    Sum squares;
    for (std::size_t i = 0; i < quantities.size(); ++i)
        squares.add(spread.parts[i].weight * (quantities[i] / total) * (quantities[i] / total));
    for (const double piece : extra)
        squares.add(extraWeight * (piece / total) * (piece / total));
    return squares.value();
}

double totalOf(const Spread& spread, const std::vector<double>& quantities) {
    Sum sum;
    for (const double q : quantities)
        sum.add(q);
    sum.add(spread.rest);
    return sum.value();
}

// The rest in the pieces that concentrate most, where it belongs to others.
std::vector<double> fewest(const Spread& spread) {
    if (spread.rest <= 0.0) return {};
    if (spread.rule == ResidualRule::othersCapped) return pieces(spread.rest, spread.cap);
    if (spread.rule == ResidualRule::others) return {spread.rest};
    return {};
}

// The rest in the pieces that concentrate least; none when it can be spread as thin as one likes.
std::vector<double> most(const Spread& spread) {
    if (spread.rest <= 0.0 || spread.rule == ResidualRule::none || !spread.others || *spread.others <= 0) return {};
    const auto n = static_cast<std::size_t>(*spread.others);
    return std::vector<double>(n, spread.rest / static_cast<double>(n));
}

template <typename Measure>
Box boxOf(const Spread& spread, const std::vector<double>& extra, double weight) {
    Box box{spread.parts, 0.0, spread.rest};
    for (const double piece : extra)
        box.terms += Measure::term(piece, weight);
    return box;
}

std::size_t largestPart(const Spread& spread) {
    const auto it = std::max_element(spread.parts.begin(), spread.parts.end(),
                                     [](const Part& a, const Part& b) { return a.quantity.hi < b.quantity.hi; });
    return static_cast<std::size_t>(it - spread.parts.begin());
}

// The rest given to the listed holder `i`.
Spread givenTo(std::size_t i, Spread spread) {
    spread.parts[i].quantity.lo += spread.rest;
    spread.parts[i].quantity.hi += spread.rest;
    spread.rest = 0.0;
    spread.rule = ResidualRule::none;
    return spread;
}

double highHhi(const Spread& spread, bool& approx) {
    const std::vector<double> extra = fewest(spread);
    const auto q = highCorner<SquaredShares>(boxOf<SquaredShares>(spread, extra, spread.restWeight.hi), approx);
    return weightedSquares(spread, q, totalOf(spread, q), extra, spread.restWeight.hi);
}

double highHhiOfAnyone(const Spread& spread, bool& approx) {
    double best = 0.0;
    for (std::size_t i = 0; i < spread.parts.size(); ++i)
        best = std::max(best, highHhi(givenTo(i, spread), approx));
    if (spread.restWeight.hi <= 1.0) return best;
    // One that is not listed may weigh more than all that are.
    Spread others = spread;
    others.rule = ResidualRule::others;
    return std::max(best, highHhi(others, approx));
}

// Only listed holders exist: the rest fills up the smallest.
double lowHhiOfListed(const Spread& spread) {
    std::vector<double> q;
    for (const Part& part : spread.parts)
        q.push_back(part.quantity.lo);
    const std::vector<double> filled = waterFilled(std::move(q), spread.rest);
    return weightedSquares(spread, filled, sumOf(filled), {}, 0.0);
}

double lowHhi(const Spread& spread) {
    if (spread.rule == ResidualRule::anyone && spread.others == 0 && spread.exact()) return lowHhiOfListed(spread);
    const std::vector<double> extra = most(spread);
    const auto q = lowPoint<SquaredShares>(boxOf<SquaredShares>(spread, extra, spread.restWeight.lo));
    return weightedSquares(spread, q, totalOf(spread, q), extra, spread.restWeight.lo);
}

double entropyOf(const Spread& spread, std::vector<double> quantities, const std::vector<double>& extra) {
    const double total = totalOf(spread, quantities);
    quantities.insert(quantities.end(), extra.begin(), extra.end());
    return concentration::entropy(quantities, total).value_or(0.0);
}

// Where all shares balance: entropy grows with quantities below it and falls with those above.
double balanceOf(const std::vector<double>& quantities) {
    Sum terms;
    for (const double q : quantities)
        terms.add(NegativeEntropy::term(q, 1.0));
    return NegativeEntropy::flat(terms.value(), sumOf(quantities), 1.0);
}

// The rest goes to the smallest, listed or not; quantities that are open go towards the balance, until nothing moves.
double highEntropyOfAnyone(const Spread& spread) {
    const std::size_t parts = spread.parts.size();
    std::vector<double> q(parts + static_cast<std::size_t>(std::max(spread.others.value_or(0), 0)), 0.0);
    for (std::size_t i = 0; i < parts; ++i)
        q[i] = spread.parts[i].quantity.lo;
    constexpr int rounds = 100;
    double best = 0.0;
    for (int round = 0; round < rounds; ++round) {
        const std::vector<double> filled = waterFilled(q, spread.rest);
        const double now = concentration::entropy(filled, sumOf(filled)).value_or(0.0);
        if (round > 0 && now <= best * (1.0 + 1e-15)) break;
        best = std::max(best, now);
        const double balance = balanceOf(filled);
        for (std::size_t i = 0; i < parts; ++i)
            q[i] = std::clamp(balance, spread.parts[i].quantity.lo, spread.parts[i].quantity.hi);
    }
    return best;
}

double highEntropy(const Spread& spread) {
    if (spread.rule == ResidualRule::anyone) return highEntropyOfAnyone(spread);
    const std::vector<double> extra = most(spread);
    return entropyOf(spread, lowPoint<NegativeEntropy>(boxOf<NegativeEntropy>(spread, extra, 1.0)), extra);
}

double lowEntropy(const Spread& spread, bool& approx) {
    if (spread.rule == ResidualRule::anyone && !spread.parts.empty()) {
        if (spread.exact()) return lowEntropy(givenTo(largestPart(spread), spread), approx);
        double lowest = unbounded;
        for (std::size_t i = 0; i < spread.parts.size(); ++i)
            lowest = std::min(lowest, lowEntropy(givenTo(i, spread), approx));
        return lowest;
    }
    const std::vector<double> extra = fewest(spread);
    return entropyOf(spread, highCorner<NegativeEntropy>(boxOf<NegativeEntropy>(spread, extra, 1.0), approx), extra);
}

std::size_t named(const Spread& spread) {
    return static_cast<std::size_t>(std::count_if(spread.parts.begin(), spread.parts.end(),
                                                  [](const Part& part) { return part.quantity.hi > 0.0; }));
}

// How few and how many producers the rest may stand for.
std::pair<int, int> othersRange(const Spread& spread) {
    if (spread.rest <= 0.0 || spread.rule == ResidualRule::none) return {0, 0};
    const int atMost = std::max(spread.others.value_or(0), spread.rule == ResidualRule::anyone ? 0 : 1);
    if (spread.rule == ResidualRule::anyone) return {0, atMost};
    if (spread.rule == ResidualRule::others) return {1, atMost};
    return {std::min(atMost, static_cast<int>(pieces(spread.rest, spread.cap).size())), atMost};
}

}  // namespace

bool Spread::exact() const {
    return std::all_of(parts.begin(), parts.end(), [](const Part& part) { return part.quantity.exact(); });
}

double Spread::total(double Interval::*end) const {
    Sum sum;
    for (const Part& part : parts)
        sum.add(part.quantity.*end);
    sum.add(rest);
    return sum.value();
}

std::vector<double> pieces(double rest, double cap) {
    if (cap <= 0.0 || rest <= cap) return {rest};
    const double whole = std::floor(rest / cap * (1.0 + 1e-12));
    std::vector<double> out(static_cast<std::size_t>(std::min(whole, 1e6)), cap);
    const double left = rest - whole * cap;
    if (left > 1e-12 * rest) out.push_back(left);
    return out;
}

std::vector<double> waterFilled(std::vector<double> quantities, double rest) {
    if (quantities.empty()) return quantities;
    std::vector<double> sorted = quantities;
    std::sort(sorted.begin(), sorted.end());
    double below = 0.0;
    double level = 0.0;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        below += sorted[i];
        level = (below + rest) / static_cast<double>(i + 1);
        if (i + 1 == sorted.size() || level <= sorted[i + 1]) break;
    }
    for (double& q : quantities)
        q = std::max(q, level);
    return quantities;
}

namespace {

Bounds hhiAt(const Spread& spread) {
    Bounds bounds;
    bounds.range.lo = lowHhi(spread);
    const bool anyone = spread.rule == ResidualRule::anyone && spread.rest > 0.0 && !spread.parts.empty();
    bounds.range.hi = anyone ? highHhiOfAnyone(spread, bounds.approx) : highHhi(spread, bounds.approx);
    return bounds;
}

Bounds entropyAt(const Spread& spread) {
    Bounds bounds;
    bounds.range.hi = highEntropy(spread);
    bounds.range.lo = std::min(lowEntropy(spread, bounds.approx), bounds.range.hi);
    return bounds;
}

Bounds normalisedAt(const Spread& spread) {
    const auto [fewestOthers, mostOthers] = othersRange(spread);
    const auto n = static_cast<double>(named(spread));
    Bounds bounds = hhiAt(spread);
    double lo = 1.0;
    for (int k = fewestOthers; k <= mostOthers; ++k) {
        Spread with = spread;
        with.others = k;
        lo = std::min(lo, concentration::normalised(lowHhi(with), n + k));
    }
    bounds.range = {std::max(lo, 0.0), concentration::normalised(bounds.range.hi, n + mostOthers)};
    return bounds;
}

Bounds evennessAt(const Spread& spread) {
    const auto [fewestOthers, mostOthers] = othersRange(spread);
    const auto n = static_cast<double>(named(spread));
    Bounds bounds;
    for (int k = fewestOthers; k <= mostOthers; ++k) {
        Spread with = spread;
        with.others = k;
        bounds.range.hi = std::max(bounds.range.hi, std::min(concentration::evenness(highEntropy(with), n + k), 1.0));
    }
    bounds.range.lo =
        std::min(concentration::evenness(lowEntropy(spread, bounds.approx), n + mostOthers), bounds.range.hi);
    return bounds;
}

}  // namespace

Bounds hhiBounds(const Spread& spread) {
    return overRest(spread, hhiAt);
}

Bounds entropyBounds(const Spread& spread) {
    return overRest(spread, entropyAt);
}

Bounds normalisedBounds(const Spread& spread) {
    return overRest(spread, normalisedAt);
}

Bounds evennessBounds(const Spread& spread) {
    return overRest(spread, evennessAt);
}

}  // namespace adit::index

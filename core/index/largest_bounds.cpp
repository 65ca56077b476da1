#include "core/base/sum.h"
#include "core/index/bounds.h"
#include "core/index/concentration.h"
#include "core/index/over_rest.h"

#include <algorithm>
#include <functional>

namespace adit::index {
namespace {

std::vector<double> withRest(std::vector<double> q, const Spread& spread) {
    if (spread.rest <= 0.0 || spread.rule == ResidualRule::none) return q;
    if (spread.rule == ResidualRule::anyone && !q.empty()) {
        *std::max_element(q.begin(), q.end()) += spread.rest;
        return q;
    }
    const std::vector<double> more =
        spread.rule == ResidualRule::othersCapped ? pieces(spread.rest, spread.cap) : std::vector<double>{spread.rest};
    q.insert(q.end(), more.begin(), more.end());
    return q;
}

double totalOf(const std::vector<double>& quantities, const Spread& spread) {
    Sum sum;
    for (const double q : quantities)
        sum.add(q);
    sum.add(spread.rest);
    return sum.value();
}

double highShare(const std::vector<double>& quantities, const Spread& spread, std::size_t k) {
    return concentration::largest(withRest(quantities, spread), totalOf(quantities, spread), k).value_or(0.0);
}

// The share is a convex sum over a linear one, and its minimum has every open quantity at one common level as
// far as its bounds allow. Between the ends of all quantities it is monotone in that level.
double lowestShare(const Spread& spread, std::size_t k) {
    double lowest = 1.0;
    std::vector<double> q(spread.parts.size());
    for (const Part& at : spread.parts) {
        for (const double level : {at.quantity.lo, at.quantity.hi}) {
            std::transform(spread.parts.begin(), spread.parts.end(), q.begin(),
                           [&](const Part& p) { return std::clamp(level, p.quantity.lo, p.quantity.hi); });
            lowest = std::min(lowest, concentration::largest(q, totalOf(q, spread), k).value_or(1.0));
        }
    }
    return lowest;
}

// The maximum lies at a corner of the box.
double highestShare(const Spread& spread, std::size_t k) {
    std::vector<std::size_t> open;
    std::vector<double> q;
    for (std::size_t i = 0; i < spread.parts.size(); ++i) {
        if (!spread.parts[i].quantity.exact()) open.push_back(i);
        q.push_back(spread.parts[i].quantity.lo);
    }
    double highest = 0.0;
    for (std::size_t corner = 0; corner < std::size_t{1} << open.size(); ++corner) {
        for (std::size_t i = 0; i < open.size(); ++i) {
            const Interval& ends = spread.parts[open[i]].quantity;
            q[open[i]] = (corner >> i & 1U) != 0 ? ends.hi : ends.lo;
        }
        highest = std::max(highest, highShare(q, spread, k));
    }
    return highest;
}

// Too many corners: every quantity at its high end over the smallest total holds whatever they are.
double safeShare(const Spread& spread, std::size_t k) {
    std::vector<double> high;
    for (const Part& part : spread.parts)
        high.push_back(part.quantity.hi);
    const double share = concentration::largest(withRest(high, spread), spread.total(&Interval::lo), k).value_or(1.0);
    return std::min(share, 1.0);
}

Bounds largestAt(const Spread& spread, std::size_t k) {
    const auto open = static_cast<std::size_t>(std::count_if(spread.parts.begin(), spread.parts.end(),
                                                             [](const Part& part) { return !part.quantity.exact(); }));
    const bool approx = open > mostCorners;
    const double high = approx ? safeShare(spread, k) : highestShare(spread, k);
    return {{std::min(lowestShare(spread, k), high), high}, approx};
}

}  // namespace

Bounds largestBounds(const Spread& spread, std::size_t k) {
    return overRest(spread, [k](const Spread& at) { return largestAt(at, k); });
}

}  // namespace adit::index

#include "core/index/bounds.h"

#include "core/index/concentration.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

using namespace adit;
using index::Bounds;
using index::ResidualRule;
using index::Spread;

namespace {

Spread spread(const std::vector<Interval>& quantities, double rest = 0.0, ResidualRule rule = ResidualRule::none) {
    Spread s;
    for (const Interval& q : quantities)
        s.parts.push_back({q, 1.0});
    s.rest = rest;
    s.rule = rule;
    return s;
}

const std::vector<Interval> half{{0.5, 0.5}, {0.2, 0.2}, {0.1, 0.1}};

Spread gridSpread(const std::vector<std::pair<int, int>>& ends) {
    std::vector<Interval> quantities;
    for (const auto& [a, b] : ends)
        quantities.push_back({static_cast<double>(std::min(a, b)), static_cast<double>(std::max(a, b))});
    quantities.push_back({5.0, 5.0});  // so that the total is never zero
    return spread(quantities);
}

// Every point of a grid over the box, by brute force.
template <typename Visit>
void overGrid(const Spread& s, std::vector<double>& q, std::size_t at, const Visit& visit) {
    if (at == s.parts.size()) {
        visit(q);
        return;
    }
    constexpr int steps = 8;
    for (int i = 0; i <= steps; ++i) {
        q[at] = s.parts[at].quantity.lo + s.parts[at].quantity.width() * i / steps;
        overGrid(s, q, at + 1, visit);
        if (s.parts[at].quantity.exact()) break;
    }
}

template <typename Measure>
Interval gridRange(const Spread& s, const Measure& measure) {
    Interval range{1e300, -1e300};
    std::vector<double> q(s.parts.size());
    overGrid(s, q, 0, [&](const std::vector<double>& point) {
        double total = 0.0;
        for (const double x : point)
            total += x;
        const double value = measure(point, total);
        range = {std::min(range.lo, value), std::max(range.hi, value)};
    });
    return range;
}

}  // namespace

TEST(HhiBounds, ARestOfOthersGoesFromSpreadThinToOneCountry) {
    const Bounds bounds = hhiBounds(spread(half, 0.2, ResidualRule::others));
    EXPECT_NEAR(bounds.range.lo, 0.30, 1e-12);
    EXPECT_NEAR(bounds.range.hi, 0.34, 1e-12);
}

TEST(HhiBounds, FiveOthersCannotBeSpreadThinner) {
    Spread s = spread(half, 0.2, ResidualRule::others);
    s.others = 5;
    EXPECT_NEAR(hhiBounds(s).range.lo, 0.308, 1e-12);
}

TEST(HhiBounds, ACapCutsTheRestIntoPieces) {
    Spread s = spread(half, 0.2, ResidualRule::othersCapped);
    s.cap = 0.1;
    EXPECT_NEAR(hhiBounds(s).range.hi, 0.32, 1e-12);
    s.cap = 0.08;
    EXPECT_NEAR(hhiBounds(s).range.hi, 0.3144, 1e-12);
}

TEST(HhiBounds, ARestOfAnyoneMayAllBeTheLargests) {
    const Bounds bounds = hhiBounds(spread(half, 0.2, ResidualRule::anyone));
    EXPECT_NEAR(bounds.range.lo, 0.30, 1e-12);
    EXPECT_NEAR(bounds.range.hi, 0.54, 1e-12);
}

TEST(HhiBounds, ARestOfListedOnesRaisesTheSmallestFirst) {
    Spread s = spread(half, 0.2, ResidualRule::anyone);
    s.others = 0;  // 0.1 and 0.2 are raised to 0.25 each
    EXPECT_NEAR(hhiBounds(s).range.lo, 0.25 + 2 * 0.0625, 1e-12);
}

TEST(HhiBounds, TheLargestIsAtACornerAndTheSmallestMayLieInside) {
    const Bounds corner = hhiBounds(spread({{60, 60}, {20, 20}, {5, 20}, {0, 10}}));
    EXPECT_NEAR(corner.range.lo, 0.371900826446281, 1e-9);
    EXPECT_NEAR(corner.range.hi, 0.5570934256055363, 1e-9);
    const Bounds inside = hhiBounds(spread({{30, 30}, {30, 30}, {0, 100}}));
    EXPECT_NEAR(inside.range.lo, 1.0 / 3.0, 1e-9);
    EXPECT_NEAR(inside.range.hi, 0.5, 1e-9);
}

TEST(HhiBounds, WeightsMoveBothEnds) {
    Spread s = spread({{60, 60}, {20, 20}, {5, 20}, {0, 10}});
    const std::array weights{0.6, 0.9, 0.3, 0.5};
    for (std::size_t i = 0; i < weights.size(); ++i)
        s.parts[i].weight = weights[i];
    EXPECT_NEAR(hhiBounds(s).range.lo, 0.222314049587, 1e-9);
    EXPECT_NEAR(hhiBounds(s).range.hi, 0.349826989619, 1e-9);
}

TEST(HhiBounds, ABeamSaysThatItIsOne) {
    std::vector<Interval> many(20, Interval{1.0, 2.0});
    EXPECT_TRUE(hhiBounds(spread(many)).approx);
    many.resize(16);
    EXPECT_FALSE(hhiBounds(spread(many)).approx);
    EXPECT_NEAR(hhiBounds(spread(many)).range.lo, 1.0 / 16.0, 1e-9);
}

TEST(EntropyBounds, OneOtherHoldingAllIsTheLeastEven) {
    Spread s = spread(half, 0.2, ResidualRule::others);
    s.others = 4;
    const std::vector<double> one{0.5, 0.2, 0.1, 0.2};
    const std::vector<double> four{0.5, 0.2, 0.1, 0.05, 0.05, 0.05, 0.05};
    EXPECT_NEAR(entropyBounds(s).range.lo, *concentration::entropy(one, 1.0), 1e-12);
    EXPECT_NEAR(entropyBounds(s).range.hi, *concentration::entropy(four, 1.0), 1e-12);
}

TEST(LargestBounds, AnOpenQuantityMayOvertakeOrFallBehind) {
    const Bounds bounds = largestBounds(spread({{30, 30}, {20, 20}, {0, 50}}), 1);
    EXPECT_NEAR(bounds.range.lo, 30.0 / 80.0, 1e-12);  // just not overtaking
    EXPECT_NEAR(bounds.range.hi, 0.6, 1e-12);          // nothing withheld after all
}

TEST(LargestBounds, ARestOfOthersMayBeTheLargest) {
    EXPECT_NEAR(largestBounds(spread({{0.3, 0.3}, {0.1, 0.1}}, 0.6, ResidualRule::others), 1).range.hi, 0.6, 1e-12);
    EXPECT_NEAR(largestBounds(spread({{0.3, 0.3}, {0.1, 0.1}}, 0.6, ResidualRule::anyone), 1).range.hi, 0.9, 1e-12);
}

TEST(WaterFilling, RaisesTheSmallestToACommonLevel) {
    EXPECT_EQ(index::waterFilled({5.0, 1.0, 2.0}, 3.0), (std::vector<double>{5.0, 3.0, 3.0}));
    EXPECT_EQ(index::waterFilled({1.0, 1.0}, 4.0), (std::vector<double>{3.0, 3.0}));
}

RC_GTEST_PROP(HhiBounds, HoldEveryPointOfTheBox, ()) {
    const auto ends = *rc::gen::container<std::vector<std::pair<int, int>>>(
        3, rc::gen::pair(rc::gen::inRange(0, 40), rc::gen::inRange(0, 40)));
    const Spread s = gridSpread(ends);
    const Interval found = hhiBounds(s).range;
    const Interval grid = gridRange(s, [](const auto& q, double t) { return *concentration::hhi(q, t); });
    RC_ASSERT(found.lo <= grid.lo + 1e-9);
    RC_ASSERT(found.lo >= grid.lo - 0.02);  // the grid comes near the true minimum
    RC_ASSERT(std::fabs(found.hi - grid.hi) < 1e-9);
}

RC_GTEST_PROP(EntropyBounds, HoldEveryPointOfTheBox, ()) {
    const auto ends = *rc::gen::container<std::vector<std::pair<int, int>>>(
        3, rc::gen::pair(rc::gen::inRange(0, 40), rc::gen::inRange(0, 40)));
    const Spread s = gridSpread(ends);
    const Interval found = entropyBounds(s).range;
    const Interval grid = gridRange(s, [](const auto& q, double t) { return *concentration::entropy(q, t); });
    RC_ASSERT(found.hi >= grid.hi - 1e-9);
    RC_ASSERT(found.hi <= grid.hi + 0.05);
    RC_ASSERT(std::fabs(found.lo - grid.lo) < 1e-9);
}

RC_GTEST_PROP(LargestBounds, HoldEveryPointOfTheBox, ()) {
    const auto ends = *rc::gen::container<std::vector<std::pair<int, int>>>(
        3, rc::gen::pair(rc::gen::inRange(0, 40), rc::gen::inRange(0, 40)));
    const auto k = *rc::gen::inRange<std::size_t>(1, 4);
    const Spread s = gridSpread(ends);
    const Interval found = largestBounds(s, k).range;
    const Interval grid = gridRange(s, [&](const auto& q, double t) { return *concentration::largest(q, t, k); });
    RC_ASSERT(found.lo <= grid.lo + 1e-9);
    RC_ASSERT(std::fabs(found.hi - grid.hi) < 1e-9);
}

RC_GTEST_PROP(HhiBounds, TheOrderOfRowsDoesNotMatter, ()) {
    const auto ends = *rc::gen::container<std::vector<std::pair<int, int>>>(
        4, rc::gen::pair(rc::gen::inRange(0, 40), rc::gen::inRange(0, 40)));
    auto reversed = ends;
    std::reverse(reversed.begin(), reversed.end());
    const Interval a = hhiBounds(gridSpread(ends)).range;
    const Interval b = hhiBounds(gridSpread(reversed)).range;
    RC_ASSERT(std::fabs(a.lo - b.lo) < 1e-9);
    RC_ASSERT(std::fabs(a.hi - b.hi) < 1e-9);
}

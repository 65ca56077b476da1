#include "core/governance/weighted_hhi.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace adit;
using namespace adit::governance;

namespace {

double plain(const std::vector<WeightedHolder>& holders, const std::vector<double>& q) {
    double total = 0.0;
    for (const double x : q)
        total += x;
    double sum = 0.0;
    for (std::size_t i = 0; i < q.size(); ++i)
        sum += *holders[i].weight.value * q[i] * q[i] / (total * total);
    return sum;
}

}  // namespace

// Every point of the box lies within the bounds, ends included.
RC_GTEST_PROP(WeightedHhi, BoundsHoldEveryPointOfTheBox, ()) {
    const auto n = static_cast<std::size_t>(*rc::gen::inRange(2, 6));
    std::vector<WeightedHolder> holders;
    std::vector<double> q;
    for (std::size_t i = 0; i < n; ++i) {
        const double lo = *rc::gen::inRange(0, 50);
        const double hi = lo + *rc::gen::inRange(0, 50);
        const double weight = *rc::gen::inRange(1, 100) / 100.0;
        holders.push_back({Estimate::within({lo, hi}), Estimate::known(weight), 1.0});
        q.push_back(lo + (hi - lo) * *rc::gen::inRange(0, 101) / 100.0);
    }
    q[0] += 1.0;
    holders[0].quantity = Estimate::known(q[0]);
    const WeightedHhi index = weightedHhi(holders);
    RC_ASSERT(index.index.bounds.has_value());
    const double x = plain(holders, q);
    RC_ASSERT(x >= index.index.bounds->lo - 1e-9);
    RC_ASSERT(x <= index.index.bounds->hi + 1e-9);
}

TEST(WeightedHhi, WidthIsAttributedToSharesAndGovernance) {
    const std::vector<WeightedHolder> shares{{Estimate::about(60, {50, 70}), Estimate::known(0.5)},
                                             {Estimate::known(40), Estimate::known(0.5)}};
    EXPECT_GT(weightedHhi(shares).widthFromShares, 0.0);
    EXPECT_NEAR(weightedHhi(shares).widthFromGovernance, 0.0, 1e-15);
    const std::vector<WeightedHolder> weights{{Estimate::known(60), Estimate::about(0.5, {0.4, 0.6})},
                                              {Estimate::known(40), Estimate::known(0.5)}};
    EXPECT_NEAR(weightedHhi(weights).widthFromShares, 0.0, 1e-15);
    EXPECT_NEAR(weightedHhi(weights).widthFromGovernance, 0.36 * 0.2, 1e-12);
}

TEST(WeightedHhi, NothingProducedIsAbsent) {
    const std::vector<WeightedHolder> none{{Estimate::known(0), Estimate::known(0.5)}};
    EXPECT_FALSE(weightedHhi(none).index.value);
    EXPECT_TRUE(weightedHhi(none).index.flags.has(Flag::zeroTotal));
}

TEST(WeightedHhi, WhatNobodyNamedHoldsCountsInTheTotal) {
    const std::vector<WeightedHolder> half{{Estimate::known(50), Estimate::known(1.0)}};
    const Estimate index = weightedHhi(half, {50, 10, {0.0, 1.0}}).index;
    EXPECT_DOUBLE_EQ(*index.value, 0.25);
    EXPECT_DOUBLE_EQ(index.bounds->lo, 0.25);
    EXPECT_NEAR(index.bounds->hi, 0.25 + 5 * 0.01, 1e-12);
    EXPECT_TRUE(index.flags.has(Flag::partialCoverage));
}

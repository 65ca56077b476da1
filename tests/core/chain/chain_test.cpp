#include "core/chain/chain.h"

#include "core/chain/balance.h"
#include "core/chain/network.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <numeric>

using namespace adit;
using namespace adit::chain;

namespace {

EconomyId economy(std::size_t i) {
    return EconomyId{i};
}

// Shares over the first `n` economies; what is left open is of unknown origin.
Mix someMix(std::size_t n) {
    Mix mix;
    double left = 1.0;
    for (std::size_t i = 0; i < n; ++i) {
        const double share = left * *rc::gen::inRange(0, 101) / 100.0;
        mix.push_back({economy(i), share});
        left -= share;
    }
    return tidy(mix);
}

Chain someChain(std::size_t economies, std::size_t stages) {
    Chain chain;
    chain.direct = someMix(economies);
    for (std::size_t s = 0; s < stages; ++s) {
        FeedStage stage;
        for (std::size_t i = 0; i < economies; ++i) {
            if (*rc::gen::inRange(0, 4) != 0) stage.push_back({economy(i), someMix(economies)});
        }
        chain.feeds.push_back(std::move(stage));
    }
    return chain;
}

double total(const Mix& mix) {
    double sum = 0.0;
    for (const Source& source : mix)
        sum += source.share;
    return sum;
}

}  // namespace

RC_GTEST_PROP(Chain, AChokepointIsAUnionAndNeverLessThanItsParts, ()) {
    const Chain chain = someChain(4, 2);
    const std::array both{economy(0), economy(1)};
    const Interval joint = chokepoint(chain, both);
    for (const EconomyId one : both) {
        const Interval single = chokepoint(chain, std::span(&one, 1));
        RC_ASSERT(joint.lo >= single.lo - 1e-12);
        RC_ASSERT(joint.hi >= single.hi - 1e-12);
    }
    RC_ASSERT(joint.lo <= joint.hi + 1e-12);
    RC_ASSERT(joint.hi <= 1.0 + 1e-12);
}

RC_GTEST_PROP(Chain, AChokepointIsAtLeastItsFaceValueAndItsOrigin, ()) {
    const Chain chain = someChain(4, 2);
    const EconomyId one = economy(2);
    const Interval k = chokepoint(chain, std::span(&one, 1));
    RC_ASSERT(k.lo >= faceValue(chain, std::span(&one, 1)) - 1e-12);
    RC_ASSERT(k.lo >= shareOf(ultimateOrigin(chain), one) - 1e-12);
}

RC_GTEST_PROP(Chain, UltimateOriginAddsUpWithTheUnknownIncluded, ()) {
    const Chain chain = someChain(5, 2);
    const Mix origin = ultimateOrigin(chain);
    RC_ASSERT(std::fabs(total(origin) + (total(origin) < 1.0 ? unknownShare(origin) - shareOf(origin, {}) : 0.0) -
                        1.0) < 1e-9);
}

TEST(Chain, ARefinerWithoutFeedIsOfUnknownOrigin) {
    const Chain chain{{{economy(0), 0.7}, {economy(1), 0.3}}, {{{economy(0), {{economy(2), 1.0}}}}}};
    EXPECT_DOUBLE_EQ(knownShare(chain), 0.7);
    const EconomyId miner = economy(2);
    EXPECT_EQ(chokepoint(chain, std::span(&miner, 1)), (Interval{0.7, 1.0}));
}

TEST(Chain, ChokepointsAreSortedAndLinksAddUp) {
    const Chain chain{
        {{economy(0), 0.8}, {economy(1), 0.2}},
        {{{economy(0), {{economy(2), 0.9}, {economy(3), 0.1}}}, {economy(1), {{economy(2), 0.5}, {economy(3), 0.5}}}}}};
    const auto list = chokepoints(chain);
    ASSERT_EQ(list.size(), 4U);
    EXPECT_EQ(list[0].economy, economy(2));
    EXPECT_NEAR(list[0].share.lo, 0.82, 1e-12);
    std::array<double, 2> sums{};
    for (const Link& link : links(chain))
        sums[link.stage] += link.share;
    EXPECT_NEAR(sums[0], 1.0, 1e-12);
    EXPECT_NEAR(sums[1], 1.0, 1e-12);
}

TEST(SupplyMix, ABlocDropsItsInnerTrade) {
    const std::array imports{Flow{economy(1), 60}, Flow{economy(5), 100}, Flow{economy(2), 20}};
    const std::array members{economy(5), economy(6)};
    const auto supply = supplyMix({economy(9), 20, imports, members, 10.0});
    ASSERT_TRUE(supply);
    EXPECT_DOUBLE_EQ(supply->dropped, 100);
    EXPECT_DOUBLE_EQ(shareOf(supply->mix, economy(1)), 0.6);
    EXPECT_DOUBLE_EQ(shareOf(supply->mix, economy(9)), 0.2);
    EXPECT_DOUBLE_EQ(*supply->consumption, 90);
}

TEST(SupplyMix, ConsumptionAtOrBelowNothingIsNotDefined) {
    const std::array imports{Flow{economy(1), 10}};
    EXPECT_FALSE(supplyMix({economy(9), 0, imports, {}, 10.0})->consumption);
    EXPECT_FALSE(supplyMix({economy(9), 0, {}, {}, 0.0}));
}

TEST(SupplyMix, HubsThatOnlyFeedEachOtherAreReported) {
    const Mix direct{{economy(0), 0.5}, {economy(1), 0.5}};
    const std::array hubs{Hub{economy(0), {{economy(1), 1.0}}}, Hub{economy(1), {{economy(0), 1.0}}}};
    const LookedThrough through = throughHubs(direct, hubs);
    EXPECT_EQ(through.mix, direct);
    EXPECT_EQ(through.closed.size(), 2U);
}

TEST(SupplyMix, WhatAHubMakesItselfStaysWithIt) {
    const Mix direct{{economy(0), 0.5}, {economy(1), 0.5}};
    const std::array hubs{Hub{economy(0), {{economy(0), 0.1}, {economy(2), 0.9}}}};
    const LookedThrough through = throughHubs(direct, hubs);
    EXPECT_DOUBLE_EQ(shareOf(through.mix, economy(0)), 0.05);
    EXPECT_DOUBLE_EQ(shareOf(through.mix, economy(1)), 0.5);
    EXPECT_DOUBLE_EQ(shareOf(through.mix, economy(2)), 0.45);
    EXPECT_TRUE(through.closed.empty());
}

RC_GTEST_PROP(SupplyMix, HubsLeaveSharesThatAddUpToOne, ()) {
    const Mix direct = tidy({{economy(0), 0.5}, {economy(1), 0.2}, {economy(2), 0.3}});
    const double a = *rc::gen::inRange(0, 90) / 100.0;
    const double b = *rc::gen::inRange(0, 90) / 100.0;
    const std::array hubs{Hub{economy(0), {{economy(1), a}, {economy(2), 1.0 - a}}},
                          Hub{economy(1), {{economy(0), b}, {economy(3), 1.0 - b}}}};
    RC_ASSERT(std::fabs(total(throughHubs(direct, hubs).mix) - 1.0) < 1e-9);
}

RC_GTEST_PROP(Balance, MarginsAreMetAndZerosStay, ()) {
    const auto rows = static_cast<std::size_t>(*rc::gen::inRange(2, 5));
    const auto columns = static_cast<std::size_t>(*rc::gen::inRange(2, 5));
    Margins margins;
    margins.seed = Matrix(rows, columns);
    for (double& cell : margins.seed.cells)
        cell = *rc::gen::inRange(1, 10);
    margins.seed.at(0, 0) = 0.0;
    // Margins of a matrix with the same zeros can always be met.
    Matrix target = margins.seed;
    for (double& cell : target.cells)
        cell *= *rc::gen::inRange(1, 10);
    margins.rows.resize(rows);
    margins.columns.resize(columns);
    for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t c = 0; c < columns; ++c) {
            margins.rows[r] += target.at(r, c);
            margins.columns[c] += target.at(r, c);
        }
    }
    const auto result = balance(margins);
    RC_ASSERT(result.has_value());
    RC_ASSERT(result->error < 1e-6);
    RC_ASSERT(result->flows.at(0, 0) == 0.0);
    for (std::size_t c = 0; c < columns; ++c) {
        double sum = 0.0;
        for (std::size_t r = 0; r < rows; ++r)
            sum += result->flows.at(r, c);
        RC_ASSERT(std::fabs(sum - margins.columns[c]) < 1e-6 * margins.columns[c]);
    }
}

TEST(Balance, ARowThatCannotGoAnywhereIsNamed) {
    Margins margins{{10, 5}, {15}, Matrix(2, 1)};
    margins.seed.at(0, 0) = 1.0;
    const std::array<std::string, 2> names{"COD", "AUS"};
    const auto result = balance(margins, names);
    ASSERT_FALSE(result);
    EXPECT_NE(result.error().text.find("AUS"), std::string::npos);
}

TEST(Network, ALoopAndAMissingFlowDoNotCount) {
    const std::array edges{TradeEdge{economy(0), economy(0), 50}, TradeEdge{economy(0), economy(1), 50},
                           TradeEdge{economy(1), economy(2), 0}};
    const Network network = measure(edges);
    ASSERT_EQ(network.nodes.size(), 2U);
    EXPECT_EQ(network.nodes[0].customers, 1U);
    EXPECT_EQ(network.nodes[0].betweenness, 0.0);
}

TEST(Network, NoEdgesGiveNoNodes) {
    EXPECT_TRUE(measure({}).nodes.empty());
}

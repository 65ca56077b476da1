// A range that the user gives to output or trade: every figure that reads it lies between its ends.
#include "core/base/weighted_mean.h"
#include "core/consumer/supply.h"
#include "core/cube/memo.h"
#include "core/index/registry.h"
#include "core/workspace/moved.h"
#include "core/workspace/overlay.h"
#include "tests/core/workspace/samples.h"
#include "tests/support/bundled.h"

#include <gtest/gtest.h>

#include <cmath>

using namespace adit;
using namespace adit::workspace;
using test::assume;
using test::holding;

namespace {

SetAssumption ranged(Quantity quantity, const char* economy, const char* mineral, const char* detail, double low,
                     double central, double high) {
    return {{quantity, economy, mineral, detail}, Assumption{.central = central, .low = low, .high = high}};
}

struct Asked {
    const char* index;
    const char* economy;
    const char* mineral;
    Stage stage;
    int year;
    View view = View::located;
};

Figure figureOf(const Dataset& data, const Asked& asked) {
    index::Query query;
    query.data = &data;
    query.mineral = *data.mineral(asked.mineral);
    query.stage = asked.stage;
    query.year = asked.year;
    query.view = asked.view;
    query.economy = data.economy(asked.economy);
    return index::find(asked.index)->compute(query);
}

void expectHolds(const Figure& figure, const Figure& exact, double x, double central) {
    ASSERT_TRUE(figure.bounds);
    ASSERT_TRUE(exact.bounds) << x;
    const double slack = 1e-9 * std::fabs(exact.bounds->hi);
    EXPECT_LE(figure.bounds->lo, exact.bounds->lo + slack) << x;
    EXPECT_GE(figure.bounds->hi, exact.bounds->hi - slack) << x;
    if (x == central) {
        EXPECT_EQ(figure.value, exact.value);
    }
}

// The figures with a range, and those with either end and the centre in its place.
void expectBetweenTheirEnds(const std::vector<Asked>& all, const SetAssumption& edit) {
    const Overlay with = laidOver(test::bundled(), holding({edit}));
    ASSERT_TRUE(with.idle.empty());
    std::vector<Figure> figures;
    for (const Asked& asked : all) {
        SCOPED_TRACE(std::string(asked.index) + ", " + asked.economy);
        figures.push_back(figureOf(*with.data, asked));
        ASSERT_TRUE(figures.back().bounds);
        EXPECT_GT(figures.back().bounds->width(), 0.0);
        EXPECT_TRUE(figures.back().flags.has(Flag::assumed));
    }
    const Assumption& given = *edit.value;
    for (const double x : {*given.low, given.central, *given.high, 0.5 * (*given.low + given.central)}) {
        SetAssumption point = edit;
        point.value = Assumption{.central = x};
        const Overlay at = laidOver(test::bundled(), holding({point}));
        for (std::size_t i = 0; i < all.size(); ++i) {
            SCOPED_TRACE(std::string(all[i].index) + ", " + all[i].economy);
            expectHolds(figures[i], figureOf(*at.data, all[i]), x, given.central);
        }
    }
}

void expectBetweenItsEnds(const Asked& asked, const SetAssumption& edit) {
    expectBetweenTheirEnds({asked}, edit);
}

// Several indices of one economy.
std::vector<Asked> asking(std::initializer_list<const char*> indices, Asked like) {
    std::vector<Asked> all;
    for (const char* index : indices) {
        like.index = index;
        all.push_back(like);
    }
    return all;
}

}  // namespace

TEST(AssumedRange, OfOutputReachesConcentrationAndShares) {
    const SetAssumption edit = ranged(Quantity::production, "COD", "cobalt", "mine/2024", 150'000, 200'000, 260'000);
    expectBetweenTheirEnds(asking({"hhi", "hhi-10k", "entropy", "cr1", "cr3", "share", "governance-hhi", "output"},
                                  {"", "COD", "cobalt", Stage::mine, 2024}),
                           edit);
    expectBetweenItsEnds({"share", "IDN", "cobalt", Stage::mine, 2024}, edit);  // the whole moves with it
}

TEST(AssumedRange, OfTwoOutputsReachesEitherShare) {
    const SetAssumption congo = ranged(Quantity::production, "COD", "cobalt", "mine/2024", 150e3, 200e3, 260e3);
    const SetAssumption indonesia = ranged(Quantity::production, "IDN", "cobalt", "mine/2024", 10e3, 30e3, 60e3);
    const auto shareAt = [](const SetAssumption& a, const SetAssumption& b) {
        return *figureOf(*laidOver(test::bundled(), holding({a, b})).data,
                         {"share", "COD", "cobalt", Stage::mine, 2024})
                    .bounds;
    };
    const auto at = [](SetAssumption edit, double x) {
        edit.value = Assumption{.central = x};
        return edit;
    };
    const Interval both = shareAt(congo, indonesia);
    EXPECT_NEAR(both.lo, shareAt(at(congo, 150e3), at(indonesia, 60e3)).lo, 1e-12);
    EXPECT_NEAR(both.hi, shareAt(at(congo, 260e3), at(indonesia, 10e3)).hi, 1e-12);
}

TEST(AssumedRange, OfOutputFromNothingIsAProducerThatMayBeNone) {
    const SetAssumption edit = ranged(Quantity::production, "DEU", "gallium", "refine", 0.0, 0.0, 50.0);
    const int last = test::bundled()->yearsOf(*test::bundled()->mineral("gallium"), Stage::refine).back();
    expectBetweenItsEnds({"share", "DEU", "gallium", Stage::refine, last}, edit);
    expectBetweenItsEnds({"hhi", "DEU", "gallium", Stage::refine, last}, edit);
}

TEST(AssumedRange, OfOutputThatNobodyPublishesComesOutOfWhatIsNotAttributed) {
    // Little of it, nearly all, and more than there is.
    for (const auto& [low, central, high] :
         {std::tuple{200.0, 1'000.0, 2'000.0}, {1'000.0, 5'000.0, 9'000.0}, {0.0, 1'000.0, 90'000.0}}) {
        SCOPED_TRACE(high);
        const SetAssumption edit = ranged(Quantity::production, "DEU", "cobalt", "mine/2024", low, central, high);
        expectBetweenTheirEnds(asking({"share", "output", "hhi", "hhi-normalised", "entropy", "evenness", "cr1", "cr3",
                                       "n-1", "governance-hhi"},
                                      {"", "DEU", "cobalt", Stage::mine, 2024}),
                               edit);
    }
    // The whole stays as it is published, and with it the shares of the others.
    const SetAssumption edit = ranged(Quantity::production, "DEU", "cobalt", "mine/2024", 200.0, 1'000.0, 2'000.0);
    const Overlay with = laidOver(test::bundled(), holding({edit}));
    const Asked congo{"share", "COD", "cobalt", Stage::mine, 2024};
    EXPECT_EQ(figureOf(*with.data, congo).bounds, figureOf(*test::bundled(), congo).bounds);
}

TEST(AssumedRange, OfABlocsOutputIsItsMembersInProportion) {
    const SetAssumption edit = ranged(Quantity::production, "EU27", "copper", "mine/2023", 600'000, 800'000, 900'000);
    expectBetweenItsEnds({"share", "EU27", "copper", Stage::mine, 2023}, edit);
    const Overlay with = laidOver(test::bundled(), holding({edit}));
    const Figure sum = figureOf(*with.data, {"output", "EU27", "copper", Stage::mine, 2023});
    EXPECT_NEAR(sum.bounds->lo, 600'000, 1.0);  // at the other end members that are not listed may have some
}

// What a bloc takes is its members' in proportion: both are marked, and so is a bloc that shares some of them.
TEST(AssumedRange, OfABlocsImportsReachesItAndItsMembers) {
    const SetAssumption edit = ranged(Quantity::imports, "EU27", "copper", "refine/2024/CHL", 100e3, 200e3, 400e3);
    for (const char* economy : {"EU27", "DEU", "ITA", "NATO"}) {
        for (const char* index : {"supply-hhi", "import-reliance", "trade-vulnerability"}) {
            const Asked asked{index, economy, "copper", Stage::refine, 2024};
            if (figureOf(*test::bundled(), asked).bounds) expectBetweenItsEnds(asked, edit);
        }
    }
    const Overlay with = laidOver(test::bundled(), holding({edit}));
    EXPECT_FALSE(figureOf(*with.data, {"supply-hhi", "JPN", "copper", Stage::refine, 2024}).flags.has(Flag::assumed));
}

TEST(AssumedRange, OfOwnOutputReachesTheConsumer) {
    const SetAssumption edit = ranged(Quantity::production, "USA", "copper", "refine/2024", 500e3, 900e3, 1.2e6);
    expectBetweenTheirEnds(asking({"supply-hhi", "import-reliance", "geopolrisk", "largest-supplier"},
                                  {"", "USA", "copper", Stage::refine, 2024}),
                           edit);
    const SetAssumption brazil = ranged(Quantity::production, "BRA", "copper", "refine/2024", 5e3, 9e3, 40e3);
    expectBetweenItsEnds({"consumption", "BRA", "copper", Stage::refine, 2024}, brazil);
}

TEST(AssumedRange, OfAHostsOutputReachesWhoControlsIt) {
    const SetAssumption congo = ranged(Quantity::production, "COD", "cobalt", "mine/2023", 140e3, 170e3, 260e3);
    for (const char* economy : {"CHN", "COD", "CHE"})
        expectBetweenItsEnds({"share", economy, "cobalt", Stage::mine, 2023, View::controlled}, congo);
    expectBetweenTheirEnds(asking({"hhi", "cr1", "control-shift", "control-gap", "governance-hhi"},
                                  {"", "CHN", "cobalt", Stage::mine, 2023, View::controlled}),
                           congo);
}

TEST(AssumedRange, OfImportsReachesEveryFigureOfTheSupply) {
    const SetAssumption edit = ranged(Quantity::imports, "USA", "copper", "refine/2024/CHL", 200e3, 500e3, 900e3);
    expectBetweenTheirEnds(asking({"supply-hhi", "import-reliance", "geopolrisk", "trade-vulnerability",
                                   "largest-supplier", "eu-supply-risk"},
                                  {"", "USA", "copper", Stage::refine, 2024}),
                           edit);
    // A partner that nothing came from, and one that may give nothing.
    for (const char* partner : {"refine/2024/TCD", "refine/2024/CAN"})
        expectBetweenItsEnds({"supply-hhi", "USA", "copper", Stage::refine, 2024},
                             ranged(Quantity::imports, "USA", "copper", partner, 0.0, 0.0, 90e3));
}

// Japan's antimony comes from China by a third, under a licence since September 2024.
TEST(AssumedRange, OfImportsReachesExposure) {
    for (const char* partner : {"refine/2024/CHN", "refine/2024/VNM"}) {
        SCOPED_TRACE(partner);
        const double was = *published(*test::bundled(), {Quantity::imports, "JPN", "antimony", partner});
        const SetAssumption edit = ranged(Quantity::imports, "JPN", "antimony", partner, 0.4 * was, was, 3.0 * was);
        expectBetweenTheirEnds(asking({"exposure-binary", "exposure-severity", "exposure-chain"},
                                      {"", "JPN", "antimony", Stage::refine, 2024}),
                               edit);
    }
}

TEST(AssumedRange, OfImportsReachesTheSupplyByController) {
    const double was = *published(*test::bundled(), {Quantity::tradeValue, "CHN", "cobalt", "mine/2024/ZMB"});
    const SetAssumption edit =
        ranged(Quantity::tradeValue, "CHN", "cobalt", "mine/2024/ZMB", 0.5 * was, was, 2.0 * was);
    expectBetweenTheirEnds(
        asking({"supply-hhi", "largest-supplier"}, {"", "CHN", "cobalt", Stage::mine, 2024, View::controlled}), edit);
}

TEST(AssumedRange, OfImportsFromABlocOrOfAMemberReachesTheWhole) {
    expectBetweenItsEnds({"supply-hhi", "USA", "copper", Stage::refine, 2024},
                         ranged(Quantity::imports, "USA", "copper", "refine/2024/EU27", 5e3, 20e3, 40e3));
    expectBetweenItsEnds({"supply-hhi", "EU27", "copper", Stage::refine, 2024},
                         ranged(Quantity::imports, "DEU", "copper", "refine/2024/CHL", 5e3, 50e3, 90e3));
}

TEST(AssumedRange, OfExportsReachesRelianceAndConsumption) {
    const SetAssumption edit = ranged(Quantity::exports, "BRA", "copper", "refine/2024", 1e3, 5e3, 60e3);
    expectBetweenTheirEnds(asking({"import-reliance", "consumption"}, {"", "BRA", "copper", Stage::refine, 2024}),
                           edit);
}

TEST(WeightedMean, HasTheEndsThatTryingAllCornersFinds) {
    const std::vector<WeightedAmount> rows{
        {{0.0, 5.0}, {0.1, 0.2}}, {{1.0, 2.0}, {0.7, 0.9}}, {{3.0, 3.0}, {0.4, 0.4}}, {{0.5, 4.0}, {0.3, 0.6}}};
    Interval found{1.0, 0.0};
    for (unsigned corner = 0; corner < 16; ++corner) {
        for (const bool high : {false, true}) {
            double sum = 0.0;
            double total = 0.0;
            for (unsigned i = 0; i < 4; ++i) {
                const double amount = (corner >> i & 1U) != 0 ? rows[i].amount.hi : rows[i].amount.lo;
                sum += amount * (high ? rows[i].weight.hi : rows[i].weight.lo);
                total += amount;
            }
            found = {std::min(found.lo, sum / total), std::max(found.hi, sum / total)};
        }
    }
    const auto ends = weightedMean(rows);
    ASSERT_TRUE(ends);
    EXPECT_DOUBLE_EQ(ends->lo, found.lo);
    EXPECT_DOUBLE_EQ(ends->hi, found.hi);
    EXPECT_FALSE(weightedMean({{{0.0, 1.0}, {0.0, 1.0}}}));
}

TEST(AssumedOutput, MovesTheWorldsTotalByWhatItDiffersFromThePublished) {
    const Dataset& base = *test::bundled();
    const auto world = [](const Dataset& data) {
        index::Query query;
        query.data = &data;
        query.mineral = *data.mineral("cobalt");
        query.year = 2024;
        return *index::market(query);
    };
    const index::Market was = world(base);
    const double congo = *was.find(*base.economy("COD"))->tonnes;
    const Overlay less =
        laidOver(test::bundled(), holding({assume(Quantity::production, "COD", "cobalt", "mine/2024", congo - 50e3)}));
    const index::Market now = world(*less.data);
    EXPECT_DOUBLE_EQ(now.total, was.total - 50e3);
    EXPECT_DOUBLE_EQ(now.unattributed, was.unattributed);
    EXPECT_TRUE(now.movedTotal);
    EXPECT_FALSE(was.movedTotal);
    // Who was not listed is part of what was not attributed.
    ASSERT_GT(was.unattributed, 1000.0);
    const Overlay more =
        laidOver(test::bundled(), holding({assume(Quantity::production, "DEU", "cobalt", "mine/2024", 1000.0)}));
    EXPECT_DOUBLE_EQ(world(*more.data).total, was.total);
    EXPECT_DOUBLE_EQ(world(*more.data).unattributed, was.unattributed - 1000.0);
}

TEST(Memo, WhatIsAssumedOfABlocsExportsIsNotThatOfAnotherWithTheSameMembers) {
    const Overlay overlay =
        laidOver(test::bundled(), holding({SetBloc{"A2", OwnBloc{"A2", "With", {"DEU", "FRA"}}},
                                           SetBloc{"B2", OwnBloc{"B2", "Without", {"DEU", "FRA"}}},
                                           assume(Quantity::exports, "A2", "copper", "refine/2024", 123.0)}));
    const Dataset& data = *overlay.data;
    cube::Memo memo(data);
    for (const char* bloc : {"A2", "B2", "A2"}) {
        const consumer::Question alone{&data, *data.economy(bloc), *data.mineral("copper"), Stage::refine, 2024};
        consumer::Question shared = alone;
        shared.memo = &memo;
        EXPECT_EQ(consumer::balanceOf(shared)->exports, consumer::balanceOf(alone)->exports) << bloc;
    }
}

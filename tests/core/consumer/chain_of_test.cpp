#include "core/consumer/chain_rows.h"
#include "core/cube/memo.h"
#include "tests/support/bundled.h"
#include "tests/support/bundled_index.h"

#include <gtest/gtest.h>

using namespace adit;

namespace {

consumer::ConsumerChain chainOf(std::string_view who, std::string_view mineral, int year) {
    const Dataset& data = *test::bundled();
    const auto chain = consumer::chainOf(data, *data.economy(who), *data.mineral(mineral), year);
    EXPECT_TRUE(chain) << who << ' ' << mineral;
    return chain ? *chain : consumer::ConsumerChain{};
}

EconomyId economy(std::string_view code) {
    return *test::bundled()->economy(code);
}

}  // namespace

TEST(ChainOf, CobaltRefinedInChinaIsMinedInTheCongo) {
    const auto found = chainOf("EU27", "cobalt", 2024);
    const chain::Mix origin = chain::ultimateOrigin(found.chain);
    EXPECT_GT(chain::shareOf(origin, economy("COD")), 0.4);
    EXPECT_EQ(chain::shareOf(origin, economy("NAM")), 0.0);  // a port, not a mine
}

TEST(ChainOf, UnknownOriginIsKeptAndNoSharePassesOne) {
    for (const char* mineral : {"cobalt", "nickel", "copper", "lithium", "tungsten"}) {
        const auto found = chainOf("EU27", mineral, 2024);
        double sum = chain::unknownShare(chain::ultimateOrigin(found.chain));
        for (const chain::Source& source : chain::ultimateOrigin(found.chain))
            sum += source.from.valid() ? source.share : 0.0;
        EXPECT_NEAR(sum, 1.0, 1e-9) << mineral;
        EXPECT_GE(chain::knownShare(found.chain), 0.0) << mineral;
    }
}

TEST(ChainOf, ThreeStagesKeepWhatIsUnknown) {
    const Dataset& data = *test::bundled();
    std::size_t seen = 0;
    for (std::size_t m = 0; m < data.minerals.size(); ++m) {
        for (const bool estimate : {false, true}) {
            const auto found =
                consumer::chainOf(data, economy("EU27"), MineralId(m), 2024, {Stage::component, estimate});
            if (!found) continue;
            ++seen;
            ASSERT_EQ(found->stages.size(), 3U);
            double sum = 0.0;
            for (const chain::Source& source : chain::ultimateOrigin(found->chain))
                sum += source.share;
            EXPECT_NEAR(sum, 1.0, 1e-9) << data.minerals[m].slug;
        }
    }
    EXPECT_GT(seen, 4U);
}

TEST(ChainOf, AnEstimateFillsOnlyWhatIsNotKnownAndSaysSo) {
    const Dataset& data = *test::bundled();
    const auto plain = consumer::chainOf(data, economy("EU27"), *data.mineral("cobalt"), 2023);
    const auto balanced =
        consumer::chainOf(data, economy("EU27"), *data.mineral("cobalt"), 2023, {Stage::refine, true});
    ASSERT_TRUE(plain && balanced);
    EXPECT_GE(chain::knownShare(balanced->chain), chain::knownShare(plain->chain) - 1e-12);
    std::size_t estimated = 0;
    for (std::size_t i = 0; i < plain->feeds.size(); ++i) {
        const consumer::FeedGround& before = plain->feeds[i];
        const consumer::FeedGround& after = balanced->feeds[i];
        EXPECT_FALSE(before.estimated);
        if (!before.ground.empty()) {
            EXPECT_EQ(after.ground, before.ground);
        }
        if (!after.estimated) continue;
        ++estimated;
        EXPECT_TRUE(after.flags.has(Flag::proportionalMix));
    }
    EXPECT_GT(estimated, 0U);
}

TEST(ChainOf, ByControllerTheBoundsHoldWhatIsKnown) {
    const Dataset& data = *test::bundled();
    const auto found = consumer::chainOf(data, economy("EU27"), *data.mineral("cobalt"), 2024);
    ASSERT_TRUE(found);
    const consumer::Question question{&data, economy("EU27"), *data.mineral("cobalt"), Stage::refine, 2024};
    const auto control = consumer::controlOf(*found, question, index::ControlRule::majority);
    ASSERT_TRUE(control);
    for (const consumer::ChainRow& row : consumer::rowsOf(*found, &*control)) {
        EXPECT_LE(row.origin.lo, row.chokepoint.lo + 1e-12);
        EXPECT_LE(row.chokepoint.lo, row.chokepoint.hi + 1e-12);
        EXPECT_LE(row.chokepoint.hi, 1.0 + 1e-12);
    }
}

TEST(ChainOf, LocatedRowsAreTheChokepoints) {
    const auto found = chainOf("EU27", "cobalt", 2024);
    for (const consumer::ChainRow& row : consumer::rowsOf(found, nullptr)) {
        const Interval share = chain::chokepoint(found.chain, row.set);
        EXPECT_NEAR(row.chokepoint.lo, share.lo, 1e-12);
        EXPECT_NEAR(row.chokepoint.hi, share.hi, 1e-12);
    }
}

TEST(ConsumerFigures, NoFigureIsWithoutASource) {
    const Dataset& data = *test::bundled();
    std::size_t seen = 0;
    cube::Memo memo(data);
    for (const index::Definition* definition : index::all()) {
        if (!definition->needsEconomy) continue;
        for (const char* who : {"USA", "EU27", "JPN", "KOR", "CHN", "GBR", "IND", "AUS", "CAN", "BRA", "NATO", "G7"}) {
            for (std::size_t m = 0; m < data.minerals.size(); m += 3) {
                for (const Stage stage : {Stage::mine, Stage::refine}) {
                    const Figure f =
                        test::bundledFigure(definition->id, data.minerals[m].slug, stage, 2024, who, &memo);
                    if (!f.value) {
                        EXPECT_FALSE(f.reason.empty()) << definition->id << ' ' << who << ' ' << data.minerals[m].slug;
                        continue;
                    }
                    ++seen;
                    EXPECT_TRUE(test::isSourced(f)) << definition->id << ' ' << who << ' ' << data.minerals[m].slug;
                    if (f.bounds) {
                        EXPECT_LE(f.bounds->lo, *f.value + 1e-9) << definition->id;
                    }
                    if (f.bounds) {
                        EXPECT_GE(f.bounds->hi, *f.value - 1e-9) << definition->id;
                    }
                }
            }
        }
    }
    EXPECT_GT(seen, 500U);
}

// Lithium-ion accumulators hold several minerals: their trade is no supply of any, at any value.
TEST(ChainOf, TradeInBatteriesIsNoSupplyOfOneMineral) {
    const Dataset& data = *test::bundled();
    for (const char* mineral : {"cobalt", "graphite-natural", "lithium", "nickel"}) {
        const auto found =
            consumer::chainOf(data, economy("EU27"), *data.mineral(mineral), 2024, {Stage::component, false});
        ASSERT_TRUE(found) << mineral;
        EXPECT_EQ(found->direct.scope.substr(0, 12), "battery-cell") << mineral;
        EXPECT_NE(found->directGround.find("(HS 850760, lithium-ion accumulators, is not split by mineral and not "
                                           "counted)"),
                  std::string::npos)
            << found->directGround;
        const Figure figure = test::bundledFigure("supply-hhi", mineral, Stage::component, 2024, "EU27");
        EXPECT_FALSE(figure.bounds) << mineral;
        EXPECT_NE(figure.reason.find("HS 850760"), std::string::npos) << figure.reason;
    }
}

TEST(ChainOf, MagnetsHaveACodeOfTheirOwn) {
    const Dataset& data = *test::bundled();
    const auto found =
        consumer::chainOf(data, economy("EU27"), *data.mineral("rare-earths-magnet"), 2024, {Stage::component, false});
    ASSERT_TRUE(found);
    EXPECT_EQ(found->directGround, "imports by value");
}

#include "core/consumer/chain_rows.h"
#include "tests/support/bundled.h"
#include "tests/support/bundled_index.h"

#include <gtest/gtest.h>

using namespace adit;
using adit::test::bundledFigure;

namespace {

consumer::ConsumerChain cobaltOf(std::string_view code) {
    const Dataset& data = *test::bundled();
    auto chain = consumer::chainOf(data, *data.economy(code), *data.mineral("cobalt"), 2024);
    EXPECT_TRUE(chain);
    return *chain;
}

}  // namespace

TEST(Chokepoint, OneWalkFindsWhatEverySetOfOneFinds) {
    for (const char* code : {"EU27", "USA", "JPN", "CHN"}) {
        const consumer::ConsumerChain chain = cobaltOf(code);
        const auto all = chain::chokepoints(chain.chain);
        EXPECT_GT(all.size(), 3U);
        for (const chain::Chokepoint& point : all) {
            const std::span<const EconomyId> one(&point.economy, 1);
            const Interval expected = chain::chokepoint(chain.chain, one);
            EXPECT_NEAR(point.share.lo, expected.lo, 1e-12);
            EXPECT_NEAR(point.share.hi, expected.hi, 1e-12);
            EXPECT_NEAR(point.faceValue, chain::faceValue(chain.chain, one), 1e-12);
        }
    }
}

TEST(Chokepoint, IsTheLargestOfOthersAndAtLeastTheirDirectShare) {
    const consumer::ConsumerChain chain = cobaltOf("JPN");
    double most = 0.0;
    for (const chain::Chokepoint& point : chain::chokepoints(chain.chain)) {
        if (point.economy != *test::bundled()->economy("JPN")) most = std::max(most, point.share.lo);
    }
    const Figure figure = bundledFigure("chokepoint", "cobalt", Stage::refine, 2024, "JPN");
    ASSERT_TRUE(figure.value && figure.bounds);
    EXPECT_NEAR(*figure.value, most, 1e-12);
    const Figure direct = bundledFigure("largest-supplier", "cobalt", Stage::refine, 2024, "JPN");
    EXPECT_GE(figure.bounds->hi + 1e-9, direct.bounds->lo);
    EXPECT_TRUE(test::isSourced(figure));
}

TEST(Chokepoint, ByControlSeesWhoseFirmsStandThere) {
    const Dataset& data = *test::bundled();
    index::Query query;
    query.data = &data;
    query.mineral = *data.mineral("cobalt");
    query.stage = Stage::refine;
    query.year = 2024;
    query.view = View::controlled;
    query.economy = *data.economy("EU27");
    const consumer::ConsumerChain chain = cobaltOf("EU27");
    const auto control =
        consumer::controlOf(chain, {&data, *query.economy, query.mineral, query.stage, query.year}, query.rule);
    ASSERT_TRUE(control);
    const auto rows = consumer::rowsOf(chain, &*control);
    ASSERT_FALSE(rows.empty());
    const Figure figure = index::find("chokepoint")->compute(query);
    ASSERT_TRUE(figure.value);
    const bool among = std::any_of(rows.begin(), rows.end(),
                                   [&](const consumer::ChainRow& row) { return row.chokepoint.lo == *figure.value; });
    EXPECT_TRUE(among);
}

TEST(Chokepoint, NothingLiesBehindTheMine) {
    EXPECT_FALSE(bundledFigure("chokepoint", "cobalt", Stage::mine, 2024, "JPN").bounds);
}

#include "core/index/market.h"

#include "tests/support/dataset_builder.h"

#include <gtest/gtest.h>

using namespace adit;
using adit::test::DatasetBuilder;
using adit::test::withheld;
using index::ResidualRule;

namespace {

index::Query queryOf(const Dataset& data, int year = 2024) {
    index::Query query;
    query.data = &data;
    query.mineral = *data.mineral("cobalt");
    query.year = year;
    return query;
}

Dataset withRows(const std::vector<adit::test::Figures>& rows) {
    return DatasetBuilder().output("cobalt", Stage::mine, 2024, "s", rows).build();
}

}  // namespace

TEST(Market, ThePublishedTotalIsTheDenominator) {
    const Dataset data = withRows({{"WORLD", 100.0}, {"COD", 70.0}, {"IDN", 20.0}, {"OTHER", 10.0}});
    const auto market = index::market(queryOf(data));
    ASSERT_TRUE(market);
    EXPECT_EQ(market->total, 100.0);
    EXPECT_TRUE(market->publishedTotal);
    EXPECT_EQ(market->unattributed, 10.0);
    EXPECT_EQ(market->residual, ResidualRule::others);
    EXPECT_TRUE(market->flags.has(Flag::partialCoverage));
    ASSERT_EQ(market->holders.size(), 2U);
    EXPECT_EQ(data[market->holders[0].economy].code, "COD");
    EXPECT_EQ(market->holders[0].share, 0.7);
}

TEST(Market, WithoutAPublishedTotalThePartsAreAdded) {
    const Dataset data = withRows({{"COD", 75.0}, {"IDN", 25.0}});
    const auto market = index::market(queryOf(data));
    EXPECT_EQ(market->total, 100.0);
    EXPECT_FALSE(market->publishedTotal);
    EXPECT_EQ(market->residual, ResidualRule::none);
    EXPECT_TRUE(market->flags.empty());
}

TEST(Market, ARoundedTotalIsNotAGap) {
    const Dataset data = withRows({{"WORLD", 100.0}, {"COD", 99.6}});
    const auto market = index::market(queryOf(data));
    EXPECT_EQ(market->residual, ResidualRule::none);
    EXPECT_FALSE(market->flags.has(Flag::partialCoverage));
}

TEST(Market, PartsAboveTheTotalReplaceIt) {
    const Dataset data = withRows({{"WORLD", 100.0}, {"COD", 90.0}, {"IDN", 20.0}});
    const auto market = index::market(queryOf(data));
    EXPECT_EQ(market->total, 110.0);
    EXPECT_TRUE(market->flags.has(Flag::partsExceedTotal));
}

TEST(Market, APublishedZeroIsNotAProducer) {
    const Dataset data = withRows({{"COD", 90.0}, {"IDN", 0.0}});
    const auto market = index::market(queryOf(data));
    EXPECT_EQ(market->holders.size(), 1U);
    ASSERT_EQ(market->zeros.size(), 1U);
    EXPECT_EQ(data[market->zeros[0]].code, "IDN");
    EXPECT_TRUE(market->flags.has(Flag::singleSupplier));
}

TEST(Market, WithheldOutputLiesInTheRoomThatTheTotalLeaves) {
    const Dataset data = withRows({{"WORLD", 100.0}, {"COD", 70.0}, {"OTHER", 10.0}, {"USA", {}, withheld}});
    const auto market = index::market(queryOf(data));
    const index::Holder* usa = market->find(*data.economy("USA"));
    ASSERT_NE(usa, nullptr);
    EXPECT_EQ(usa->state, State::withheld);
    EXPECT_FALSE(usa->tonnes);
    EXPECT_EQ(usa->tonnesBounds, (Interval{0.0, 20.0}));
    EXPECT_FALSE(market->openOnTop);
    EXPECT_FALSE(market->central());
    EXPECT_FALSE(market->flags.has(Flag::defaultInterval));
}

TEST(Market, ATotalWithoutTheWithheldOneLeavesItOnTop) {
    const Dataset data = withRows(
        {{"WORLD", 100.0, DataFlag::reported, "without the United States"}, {"COD", 80.0}, {"USA", {}, withheld}});
    const auto market = index::market(queryOf(data));
    EXPECT_TRUE(market->openOnTop);
    EXPECT_TRUE(market->flags.has(Flag::defaultInterval));
    EXPECT_EQ(market->find(*data.economy("USA"))->tonnesBounds, (Interval{0.0, 80.0}));
}

TEST(Market, TheDefaultIntervalFollowsTheLastKnownFigure) {
    const Dataset data = DatasetBuilder()
                             .output("cobalt", Stage::mine, 2022, "s", {{"COD", 60.0}, {"USA", 4.0}})
                             .output("cobalt", Stage::mine, 2023, "s", {{"COD", 60.0}, {"USA", 6.0}}, "other basis")
                             .output("cobalt", Stage::mine, 2024, "s", {{"COD", 80.0}, {"USA", {}, withheld}})
                             .build();
    const auto market = index::market(queryOf(data));
    EXPECT_EQ(market->find(*data.economy("USA"))->tonnesBounds, (Interval{0.0, 6.0}));
    const index::Holder* cod = market->find(*data.economy("COD"));
    EXPECT_NEAR(cod->shareBounds.lo, 80.0 / 86.0, 1e-12);
    EXPECT_EQ(cod->shareBounds.hi, 1.0);
}

TEST(Market, NothingMadeIsNotAMarket) {
    const Dataset data = withRows({{"WORLD", 0.0}, {"COD", 0.0}});
    const auto market = index::market(queryOf(data));
    ASSERT_TRUE(market);
    EXPECT_TRUE(market->flags.has(Flag::zeroTotal));
    EXPECT_TRUE(market->holders.empty());
}

TEST(Market, AYearWithoutFiguresSaysWhichOneIsMissing) {
    const Dataset data = withRows({{"COD", 90.0}});
    const auto market = index::market(queryOf(data, 1999));
    ASSERT_FALSE(market);
    EXPECT_EQ(market.error().code, ErrorCode::missing);
    EXPECT_EQ(market.error().text, "no published figure of cobalt mine output in 1999");
}

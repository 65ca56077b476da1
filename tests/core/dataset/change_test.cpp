#include "core/dataset/change.h"

#include "tests/support/bundled.h"

#include <gtest/gtest.h>

using namespace adit;
using namespace adit::dataset;

namespace {

// A copy to change.
Dataset& data() {
    static Dataset copy = *test::bundled();
    return copy;
}

}  // namespace

TEST(Change, TakenBackRestoresTheRow) {
    const OutputRow before = data().production.rows[100];
    const auto back = apply(data(), OutputChange{100, std::nullopt, DataFlag::withheld});
    ASSERT_TRUE(back);
    EXPECT_FALSE(data().production.rows[100].tonnes);
    ASSERT_TRUE(apply(data(), *back));
    EXPECT_EQ(data().production.rows[100].tonnes, before.tonnes);
    EXPECT_EQ(data().production.rows[100].flag, before.flag);
}

TEST(Change, AFlowWithoutMassIsMissingAndNotZero) {
    const auto back = apply(data(), FlowChange{5, std::nullopt, std::nullopt, 10.0});
    ASSERT_TRUE(back);
    EXPECT_FALSE(TradeTable::has(data().trade.tonnes[5]));
    EXPECT_EQ(data().trade.usd[5], 10.0);
    ASSERT_TRUE(apply(data(), *back));
    EXPECT_EQ(data().trade.usd[5], test::bundled()->trade.usd[5]);
}

TEST(Change, RefusesWhatTheFormatForbids) {
    EXPECT_EQ(apply(data(), OutputChange{0, -1.0, DataFlag::reported}).error().code, ErrorCode::badInput);
    EXPECT_EQ(apply(data(), OutputChange{0, unbounded, DataFlag::reported}).error().code, ErrorCode::badInput);
    EXPECT_EQ(apply(data(), OutputChange{0, 1.0, DataFlag::withheld}).error().code, ErrorCode::badInput);
    EXPECT_EQ(apply(data(), FlowChange{0, 1.0, 2.0, 3.0}).error().code, ErrorCode::badInput);
    EXPECT_EQ(apply(data(), ConsumptionChange{0, 1.0, 101.0}).error().code, ErrorCode::badInput);
    EXPECT_EQ(apply(data(), AccountChange{0, 101.0, 0}).error().code, ErrorCode::badInput);
    EXPECT_EQ(apply(data(), AccountChange{0, 50.0, 'E'}).error().code, ErrorCode::badInput);
    EXPECT_EQ(apply(data(), FacilityChange{0, -1.0}).error().code, ErrorCode::badInput);
    EXPECT_EQ(apply(data(), StakeChange{0, 101.0}).error().code, ErrorCode::badInput);
    EXPECT_EQ(apply(data(), ControlShareChange{0, -1.0}).error().code, ErrorCode::badInput);
    EXPECT_EQ(apply(data(), SupplyShareChange{0, 101.0, {}}).error().code, ErrorCode::badInput);
    EXPECT_EQ(apply(data(), SupplyShareChange{0, 5.0, 5.0}).error().code, ErrorCode::badInput);
    EXPECT_EQ(apply(data(), MeasureChange{0, data().measures[1]}).error().code, ErrorCode::badInput);
}

TEST(Change, RefusesARowThatIsNotThere) {
    const std::size_t none = 100'000'000;
    EXPECT_EQ(apply(data(), OutputChange{none, 1.0, DataFlag::reported}).error().code, ErrorCode::notFound);
    EXPECT_EQ(apply(data(), FlowChange{none, {}, {}, {}}).error().code, ErrorCode::notFound);
    EXPECT_EQ(apply(data(), ConsumptionChange{none, {}, {}}).error().code, ErrorCode::notFound);
    EXPECT_EQ(apply(data(), AccountChange{none, {}, 0}).error().code, ErrorCode::notFound);
    EXPECT_EQ(apply(data(), FacilityChange{none, {}}).error().code, ErrorCode::notFound);
    EXPECT_EQ(apply(data(), StakeChange{none, {}}).error().code, ErrorCode::notFound);
    EXPECT_EQ(apply(data(), ControlShareChange{none, 5.0}).error().code, ErrorCode::notFound);
    EXPECT_EQ(apply(data(), SupplyShareChange{none, {}, {}}).error().code, ErrorCode::notFound);
    EXPECT_EQ(apply(data(), MeasureChange{none, {}}).error().code, ErrorCode::notFound);
    EXPECT_EQ(apply(data(), GovernanceChange{none, 0.0}).error().code, ErrorCode::notFound);
    EXPECT_EQ(apply(data(), RecyclingChange{MineralId(none), 0.5}).error().code, ErrorCode::notFound);
    EXPECT_EQ(apply(data(), StudyChange{none, 50.0}).error().code, ErrorCode::notFound);
}

TEST(Change, FindsTheSeriesOfARow) {
    const OutputTable& table = data().production;
    for (const Series& series : table.series) {
        EXPECT_EQ(&seriesOfRow(table, series.first), &series);
        EXPECT_EQ(&seriesOfRow(table, series.last - 1), &series);
    }
}

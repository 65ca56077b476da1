#include "core/stockpiles/cover.h"

#include "core/base/interval.h"
#include "core/simulation/simulate.h"
#include "core/stockpiles/planning.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

using namespace adit;
using namespace adit::stockpiles;

TEST(Cover, AnUnknownStockHasNoDays) {
    EXPECT_EQ(grossCover({std::nullopt, 0, {}, 7300.0}).error().code, ErrorCode::missing);
    EXPECT_EQ(grossCover({1200.0, 0, {}, std::nullopt}).error().text, "consumption");
}

TEST(Cover, AStockBelowItsFloorLastsNoDays) {
    EXPECT_DOUBLE_EQ(*grossCover({100.0, 200, {}, 7300.0}), 0.0);
}

TEST(Cover, NothingLostLastsWithoutEnd) {
    EXPECT_EQ(*coverAgainstLoss({1200.0, 0, {}, 7300.0}, 0.0), unbounded);
}

RC_GTEST_PROP(Cover, MoreStockNeverMeansFewerDays, ()) {
    const double stock = *rc::gen::inRange(0, 10000);
    const double more = stock + *rc::gen::inRange(0, 10000);
    const double use = *rc::gen::inRange(1, 100000);
    RC_ASSERT(*grossCover({stock, 50, {}, use}) <= *grossCover({more, 50, {}, use}));
}

// The closed form and the simulation agree on the day of the first unmet demand.
RC_GTEST_PROP(Cover, TheSimulationAgreesWithTheClosedForm, ()) {
    const double stock = *rc::gen::inRange(1, 3000);
    const double severity = *rc::gen::inRange(10, 100) / 100.0;
    const double consumption = 7300.0;
    simulation::Scenario scenario;
    scenario.horizon = 3000;
    const EconomyId from{std::size_t{1}};
    scenario.disruptions.push_back(
        {"ban", simulation::Bite::exportMeasure, Stage::refine, from, {}, severity, {10, 1}, {}});
    simulation::Consumer consumer;
    consumer.economy = EconomyId{std::size_t{2}};
    consumer.consumption = consumption;
    consumer.suppliers = {{from, 1.0, {}}};
    consumer.stock.tonnes = stock;
    scenario.consumers.push_back(consumer);
    const auto outcome = simulation::simulate(scenario);
    const double days = *coverAgainstLoss({stock, 0, {}, consumption}, severity);
    RC_ASSERT(outcome.has_value());
    RC_ASSERT(outcome->courses[0].netCover.has_value());
    RC_ASSERT(*outcome->courses[0].netCover <= days + 1e-6);
    RC_ASSERT(*outcome->courses[0].netCover > days - 1.0 - 1e-6);
}

TEST(Cover, GapAndSurplusExcludeEachOther) {
    const Gap gap = *gapTo(100, {1200.0, 0, {}, 7300.0}, 1000.0);
    EXPECT_DOUBLE_EQ(gap.tonnes, 800);
    EXPECT_DOUBLE_EQ(gap.surplus, 0);
    EXPECT_DOUBLE_EQ(*gap.cost, 800000);
}

TEST(Planning, ASupplierInsideTheConflictCountsNothing) {
    ForeignOutput foreign{100, 0.5, 0.8, 0.5, false};
    EXPECT_DOUBLE_EQ(usable(foreign), 20);
    foreign.insideConflict = true;
    EXPECT_EQ(usable(foreign), 0.0);
}

TEST(Planning, ALaterSurplusDoesNotReachBack) {
    const std::array years{PlanningYear{0, 50, 0, 20, {}}, PlanningYear{0, 20, 0, 90, {}}};
    EXPECT_DOUBLE_EQ(plan(years, {true, 0})->requirement, 30);
}

TEST(Planning, AShareAboveOneIsRefused) {
    const std::array years{PlanningYear{0, 50, 0, 20, {{100, 1.5, 1, 1, false}}}};
    EXPECT_FALSE(plan(years));
}

#include "core/index/control.h"

#include "core/index/concentration.h"
#include "tests/support/bundled.h"
#include "tests/support/index_case.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace adit;
using adit::test::DatasetBuilder;
using adit::test::IndexCase;
using index::ControlRule;

namespace {

// Asset A 100 t (70 CHN, 20 COD, 10 unknown), B 50 t (100 AUS).
DatasetBuilder workedExample() {
    DatasetBuilder builder;
    builder.output("cobalt", Stage::mine, 2024, "s", {{"COD", 100.0}, {"AUS", 50.0}});
    builder.facility("A", "cobalt", "COD", 2024, 100.0);
    builder.stake("A", "a", "CHN", 2024, 70.0).stake("A", "b", "COD", 2024, 20.0).stake("A", "c", "", 2024, 10.0);
    builder.facility("B", "cobalt", "AUS", 2024, 50.0).stake("B", "d", "AUS", 2024, 100.0);
    return builder;
}

std::optional<double> controlledShare(const IndexCase& c, std::string_view code) {
    const auto market = index::market(c.query());
    const index::Holder* holder = market ? market->find(*c.data().economy(code)) : nullptr;
    return holder == nullptr ? std::nullopt : holder->share;
}

std::optional<std::string> controllerOf(const Dataset& data, ControlRule rule) {
    const auto claims = index::claims(index::stakesAt(data, data.facilities.front()), rule);
    if (claims.empty()) return std::nullopt;
    return data[claims.front().controller].code;
}

// One facility of 2024; the caller adds its stakes.
DatasetBuilder oneMine() {
    DatasetBuilder builder;
    builder.output("cobalt", Stage::mine, 2024, "s", {{"COD", 100.0}}).facility("A", "cobalt", "COD", 2024, 100.0);
    return builder;
}

}  // namespace

TEST(Control, EquitySplitsTheOutput) {
    const IndexCase c = IndexCase(workedExample()).controlled(ControlRule::equity);
    EXPECT_NEAR(*controlledShare(c, "CHN"), 0.466666666667, 1e-9);
    EXPECT_NEAR(*controlledShare(c, "COD"), 0.133333333333, 1e-9);
    EXPECT_NEAR(*controlledShare(c, "AUS"), 0.333333333333, 1e-9);
    EXPECT_NEAR(index::market(c.query())->unattributedShare(), 0.066666666667, 1e-9);
    const Figure hhi = c.compute("hhi");
    EXPECT_FALSE(hhi.value);
    EXPECT_NEAR(hhi.bounds->lo, 0.346666666667, 1e-9);
    EXPECT_NEAR(hhi.bounds->hi, 0.413333333333, 1e-9);
}

TEST(Control, AMajorityTakesTheWholeOutput) {
    const IndexCase c = IndexCase(workedExample()).controlled();
    EXPECT_NEAR(*controlledShare(c, "CHN"), 2.0 / 3.0, 1e-9);
    EXPECT_NEAR(*controlledShare(c, "AUS"), 1.0 / 3.0, 1e-9);
    EXPECT_FALSE(controlledShare(c, "COD"));
    EXPECT_NEAR(*c.compute("hhi").value, 5.0 / 9.0, 1e-9);
}

TEST(Control, TheRulesDisagreeWhereTheOperatorHoldsLess) {
    const Dataset data = oneMine().stake("A", "a", "USA", 2024, 51.0).stake("A", "b", "CHN", 2024, 49.0, true).build();
    EXPECT_EQ(controllerOf(data, ControlRule::majority), "USA");
    EXPECT_EQ(controllerOf(data, ControlRule::operatorFirst), "CHN");
}

TEST(Control, WithoutAMajorityTheOperatorDecidesThenTheLargestHolder) {
    EXPECT_EQ(
        controllerOf(oneMine().stake("A", "a", "USA", 2024, 49.0).stake("A", "b", "CHN", 2024, 26.0, true).build(),
                     ControlRule::majority),
        "CHN");
    EXPECT_EQ(controllerOf(oneMine().stake("A", "a", "USA", 2024, 30.0).build(), ControlRule::majority), "USA");
    EXPECT_EQ(controllerOf(oneMine().stake("A", "a", "USA", 2024, 19.0).build(), ControlRule::majority), std::nullopt);
    EXPECT_EQ(controllerOf(oneMine().stake("A", "a", "", 2024, 60.0).build(), ControlRule::majority), std::nullopt);
}

TEST(Control, TheNewestStakesThatAreNotNewerCount) {
    const Dataset data = oneMine()
                             .stake("A", "a", "USA", 2020, 100.0)
                             .stake("A", "b", "CHN", 2023, 100.0)
                             .stake("A", "c", "AUS", 2025, 100.0)
                             .build();
    EXPECT_EQ(controllerOf(data, ControlRule::majority), "CHN");
    const Dataset later = oneMine().stake("A", "c", "AUS", 2026, 100.0).stake("A", "b", "CHN", 2025, 100.0).build();
    EXPECT_EQ(controllerOf(later, ControlRule::majority), "CHN");  // only newer ones: the oldest
}

TEST(Control, AGroupsTotalIsNotAddedToItsSites) {
    DatasetBuilder builder = oneMine();
    builder.stake("A", "group", "CHN", 2024, 80.0, true);
    builder.facility("All sites of the group", "cobalt", "COD", 2024, 100.0, "group-total");
    builder.stake("All sites of the group", "group", "CHN", 2024, {}, true);
    const IndexCase c = IndexCase(builder).controlled();
    EXPECT_EQ(index::assets(c.query()).size(), 1U);
    EXPECT_FALSE(index::market(c.query())->flags.has(Flag::partsExceedTotal));
}

TEST(Control, AGroupsTotalCountsWhereItsSitesHaveNoFigure) {
    DatasetBuilder builder;
    builder.output("cobalt", Stage::mine, 2024, "s", {{"COD", 100.0}});
    builder.facility("Group", "cobalt", "COD", 2024, 40.0, "group-total").stake("Group", "g", "CHN", 2024, {}, true);
    EXPECT_NEAR(*controlledShare(IndexCase(builder).controlled(), "CHN"), 0.4, 1e-12);
}

TEST(Control, FacilitiesAboveTheNationalFigureAreCutToIt) {
    DatasetBuilder builder;
    builder.output("cobalt", Stage::mine, 2024, "s", {{"COD", 100.0}, {"AUS", 100.0}});
    builder.facility("A", "cobalt", "COD", 2024, 150.0).stake("A", "a", "CHN", 2024, 100.0);
    const IndexCase c = IndexCase(builder).controlled();
    EXPECT_NEAR(*controlledShare(c, "CHN"), 0.5, 1e-12);
    EXPECT_TRUE(index::market(c.query())->flags.has(Flag::partsExceedTotal));
}

TEST(Control, AHostsPublishedShareStandsInWhereThereAreNoFacilities) {
    DatasetBuilder builder;
    builder.output("cobalt", Stage::mine, 2024, "s", {{"COD", 80.0}, {"AUS", 20.0}});
    builder.control("cobalt", "COD", "CHN", 2024, 50.0);
    builder.control("cobalt", "COD", "CHN", 2024, 79.0, "mines")
        .control("cobalt", "AUS", "CHN", 2024, 90.0, "output", true);
    builder.control("cobalt", "WORLD", "CHN", 2024, 43.0);
    const IndexCase c = IndexCase(builder).controlled();
    EXPECT_NEAR(*controlledShare(c, "CHN"), 0.4, 1e-12);
    EXPECT_NEAR(index::market(c.query())->unattributedShare(), 0.6, 1e-12);
}

TEST(Control, ShiftsSetBothSharesSideBySide) {
    const IndexCase c = IndexCase(workedExample());
    const auto shifts = index::shifts(c.query());
    ASSERT_TRUE(shifts);
    ASSERT_EQ(shifts->size(), 3U);
    EXPECT_EQ(c.data()[(*shifts)[0].economy].code, "CHN");
    EXPECT_FALSE((*shifts)[0].located);  // the source does not list China: unknown, not zero
    EXPECT_NEAR(*(*shifts)[0].controlled, 2.0 / 3.0, 1e-9);
    EXPECT_EQ(c.data()[(*shifts)[1].economy].code, "COD");
    EXPECT_EQ((*shifts)[1].controlled, 0.0);
}

// Of the five largest cobalt mines of DR Congo in 2023.
TEST(Control, ChangesTheConcentrationOfTheLargestCobaltMines) {
    const DatasetPtr data = test::bundled();
    const auto hhiAndChina = [&](ControlRule rule) {
        index::Query query{data.get(), *data->mineral("cobalt"), Stage::mine, 2023, View::controlled, rule, {}, {}};
        std::vector<index::Asset> mines = index::assets(query);
        std::erase_if(mines, [&](const index::Asset& a) { return (*data)[a.facility->economy].code != "COD"; });
        std::sort(mines.begin(), mines.end(),
                  [](const index::Asset& a, const index::Asset& b) { return a.tonnes > b.tonnes; });
        mines.resize(5);
        std::vector<double> held(data->economies.size(), 0.0);
        double total = 0.0;
        for (const index::Asset& mine : mines) {
            total += mine.tonnes;
            for (const index::Claim& claim : mine.claims)
                held[claim.controller.index()] += mine.tonnes * claim.fraction;
        }
        return std::pair(10000.0 * *concentration::hhi(held, total),
                         100.0 * held[data->economy("CHN")->index()] / total);
    };
    EXPECT_NEAR(hhiAndChina(ControlRule::operatorFirst).first, 4042.0, 0.5);
    EXPECT_NEAR(hhiAndChina(ControlRule::operatorFirst).second, 50.9, 0.05);
    EXPECT_NEAR(hhiAndChina(ControlRule::equity).first, 3162.0, 0.5);
    EXPECT_NEAR(hhiAndChina(ControlRule::equity).second, 44.4, 0.06);
}

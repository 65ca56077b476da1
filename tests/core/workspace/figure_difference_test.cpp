#include "core/workspace/figure_difference.h"

#include "core/index/registry.h"
#include "tests/support/bundled.h"

#include <gtest/gtest.h>

#include <numeric>

using namespace adit;
using namespace adit::workspace;

namespace {

Workspace desk(double stock, double consumption) {
    Workspace out;
    out.assumptions[{Quantity::stock, "KOR", "cobalt", {}}].central = stock;
    out.assumptions[{Quantity::consumption, "KOR", "cobalt", {}}].central = consumption;
    return out;
}

index::Query query() {
    const Dataset& data = *test::bundled();
    index::Query query;
    query.data = &data;
    query.mineral = *data.mineral("cobalt");
    query.stage = Stage::refine;
    query.year = 2024;
    query.economy = *data.economy("KOR");
    return query;
}

FigureDifference ofCover(const Workspace& from, const Workspace& to) {
    return figureDifference(test::bundled(), from, to, *index::find("days-of-cover"), query());
}

}  // namespace

// Cover = 365 · stock / consumption. From 1 000 and 7 300 to 2 000 and 3 650: 50 to 200 days. Stock first gives 50
// more, last 100 more: 75 in the mean; so does consumption.
TEST(FigureDifference, SharesItOutOverWhatWasSwitched) {
    const FigureDifference d = ofCover(desk(1000.0, 7300.0), desk(2000.0, 3650.0));
    ASSERT_TRUE(d.decomposition);
    EXPECT_NEAR(d.decomposition->before, 50.0, 1e-9);
    EXPECT_NEAR(d.decomposition->after, 200.0, 1e-9);
    ASSERT_EQ(d.switches.size(), 2U);
    EXPECT_NEAR(d.decomposition->parts[0], 75.0, 1e-9);
    EXPECT_NEAR(d.decomposition->parts[1], 75.0, 1e-9);
    EXPECT_NEAR(d.decomposition->relative.value_or(0.0), 3.0, 1e-9);
}

TEST(FigureDifference, PartsAddUpForEveryWorkspace) {
    for (int i = 1; i < 12; ++i) {
        Workspace to = desk(700.0 * i, 9000.0 / i);
        to.assumptions[{Quantity::floor, "KOR", "cobalt", {}}].central = 20.0 * i;
        to.assumptions[{Quantity::price, "", "cobalt", {}}].central = 30000.0;
        const FigureDifference d = ofCover(desk(1000.0, 5000.0), to);
        ASSERT_TRUE(d.decomposition);
        const auto& parts = d.decomposition->parts;
        EXPECT_NEAR(std::accumulate(parts.begin(), parts.end(), 0.0), d.decomposition->absolute(), 1e-9);
        EXPECT_EQ(parts.back(), 0.0);  // a price moves no days
    }
}

TEST(FigureDifference, OfTheSameIsNothing) {
    const FigureDifference d = ofCover(desk(1000.0, 7300.0), desk(1000.0, 7300.0));
    EXPECT_TRUE(d.switches.empty());
    ASSERT_TRUE(d.decomposition);
    EXPECT_EQ(d.decomposition->absolute(), 0.0);
}

TEST(FigureDifference, AgainstPublishedFiguresWithoutAValueHasNoParts) {
    Workspace to;
    to.assumptions[{Quantity::stock, "BRA", "cobalt", {}}].central = 100.0;
    index::Query ask = query();
    ask.economy = *test::bundled()->economy("BRA");
    const FigureDifference d = figureDifference(test::bundled(), {}, to, *index::find("stock"), ask);
    EXPECT_FALSE(d.before.value);
    EXPECT_EQ(d.after.value, 100.0);
    EXPECT_FALSE(d.decomposition);
    ASSERT_EQ(d.switches.size(), 1U);
    EXPECT_EQ(d.switches[0].before, "as published");
}

TEST(FigureDifference, AnOwnMeasureIsASwitch) {
    Workspace to;
    to.measures["own-1"] = OwnMeasure{
        .id = "own-1", .imposer = "CHN", .mineral = "magnesium", .stage = Stage::refine, .effective = "2024-03-01"};
    index::Query ask = query();
    ask.mineral = *test::bundled()->mineral("magnesium");
    ask.economy = *test::bundled()->economy("EU27");
    const auto d = figureDifference(test::bundled(), {}, to, *index::find("exposure-binary"), ask);
    ASSERT_TRUE(d.decomposition);
    ASSERT_EQ(d.switches.size(), 1U);
    EXPECT_EQ(d.switches[0].words, "measure own-1");
    EXPECT_GT(d.decomposition->absolute(), 0.5);
    EXPECT_NEAR(d.decomposition->parts[0], d.decomposition->absolute(), 1e-12);
}

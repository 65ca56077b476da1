#include "tests/support/bundled_index.h"

#include <gtest/gtest.h>

using namespace adit;
using adit::test::bundledFigure;

TEST(NetImportReliance, IsThePublishedOneWithItsDenominator) {
    const Figure f = bundledFigure("net-import-reliance", "lithium", Stage::refine, 2024, "CHN");
    EXPECT_NEAR(f.value.value_or(0.0), 0.262, 1e-12);
    ASSERT_EQ(f.inputs.size(), 1U);
    EXPECT_EQ(f.inputs[0].name, "net imports over apparent consumption");
    EXPECT_TRUE(f.flags.has(Flag::yearMismatch));
}

TEST(NetImportReliance, IsAbsentBeforeTheFirstPublication) {
    EXPECT_FALSE(bundledFigure("net-import-reliance", "lithium", Stage::refine, 2000, "CHN").value);
}

// USGS Mineral Commodity Summaries 2026, cobalt: imports 9 500 t, exports 5 110 t, apparent consumption 6 440 t in
// 2023.
TEST(NetImportReliance, OfTheUnitedStatesStandsBesideTheComputedOne) {
    const Figure figure = bundledFigure("net-import-reliance", "cobalt", Stage::refine, 2023, "USA");
    EXPECT_EQ(figure.value, 0.69);
    ASSERT_EQ(figure.formula.size(), 5U);
    EXPECT_NE(figure.formula.at(2).find("apparent consumption"), std::string::npos);
    EXPECT_TRUE(figure.formula.at(3).ends_with("= 0.6817")) << figure.formula.at(3);
    EXPECT_TRUE(test::isSourced(figure));
}

// Alumina in 2023: (1 360 − 139 − (−4)) / 2 080 kt, stocks down from 194 to 190 kt.
TEST(NetImportReliance, CountsTheChangeOfStocksWhereItIsPublished) {
    const Figure figure = bundledFigure("net-import-reliance", "alumina", Stage::refine, 2023, "USA");
    EXPECT_EQ(figure.value, 0.59);
    EXPECT_TRUE(figure.formula.back().ends_with("= 0.5889")) << figure.formula.back();
}

TEST(NetImportReliance, MoreThanIsAnInterval) {
    const Figure figure = bundledFigure("net-import-reliance", "baryte", Stage::mine, 2023, "USA");
    EXPECT_FALSE(figure.value);
    EXPECT_EQ(figure.bounds, (Interval{0.75, 1.0}));
}

// Beryllium in 2023: (25 − 68 − 0) / 142 t.
TEST(NetImportReliance, OfANetExporterComesFromItsTrade) {
    const Figure figure = bundledFigure("net-import-reliance", "beryllium", Stage::mine, 2023, "USA");
    ASSERT_TRUE(figure.value);
    EXPECT_NEAR(*figure.value, -43.0 / 142.0, 1e-9);
    EXPECT_TRUE(figure.flags.has(Flag::netExporter));
    const Figure without = bundledFigure("net-import-reliance", "boron", Stage::mine, 2023, "USA");
    EXPECT_FALSE(without.value);
    EXPECT_TRUE(without.flags.has(Flag::netExporter));
}

// Manganese: consumption by content, trade by gross weight. The two are not divided by one another.
TEST(NetImportReliance, IsNotComputedAcrossForms) {
    const Figure figure = bundledFigure("net-import-reliance", "manganese", Stage::mine, 2023, "USA");
    EXPECT_EQ(figure.value, 1.0);
    EXPECT_EQ(figure.formula.size(), 2U);
}

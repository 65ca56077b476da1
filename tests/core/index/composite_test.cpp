#include "tests/support/bundled.h"
#include "tests/support/bundled_index.h"

#include <gtest/gtest.h>

using namespace adit;
using adit::test::bundledFigure;

TEST(Composite, IsTheMeanOfItsFourIndicatorsOnTheirOwnScales) {
    const auto of = [](std::string_view index, std::string_view economy = "USA") {
        const Figure figure = bundledFigure(index, "copper", Stage::refine, 2022, economy);
        EXPECT_TRUE(figure.value) << index;
        return figure.value.value_or(0.0);
    };
    const double mean = (of("hhi") + of("governance-hhi") / 10.0 + of("supply-hhi") + of("import-reliance")) / 4.0;
    const Figure figure = bundledFigure("composite", "copper", Stage::refine, 2022, "USA");
    ASSERT_TRUE(figure.value);
    EXPECT_NEAR(*figure.value, mean, 1e-9);
    EXPECT_TRUE(test::isSourced(figure));
}

TEST(Composite, SaysHowRobustItsRankIs) {
    const Figure figure = bundledFigure("composite", "copper", Stage::refine, 2022, "USA");
    const auto found = std::find_if(figure.inputs.begin(), figure.inputs.end(),
                                    [](const Input& input) { return input.name.find("highest") != std::string::npos; });
    ASSERT_NE(found, figure.inputs.end());
    const Interval share = found->value ? Interval{*found->value, *found->value} : *found->bounds;
    EXPECT_GE(share.lo, 0.0);
    EXPECT_LE(share.hi, 1.0);
}

TEST(Composite, WhatIsMissingWidensItAndNoWeightMoves) {
    // World output of gallium is known, the Holy See's supply is not.
    const Figure figure = bundledFigure("composite", "gallium", Stage::refine, 2022, "VAT");
    EXPECT_FALSE(figure.value);
    ASSERT_TRUE(figure.bounds);
    EXPECT_GE(figure.bounds->hi - figure.bounds->lo, 0.25);
}

TEST(Composite, OfNobodyIsAbsent) {
    EXPECT_FALSE(bundledFigure("composite", "copper", Stage::refine, 2022).bounds);
}

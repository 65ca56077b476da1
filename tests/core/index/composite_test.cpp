#include "core/index/composite.h"

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

TEST(Composite, TheRobustnessOfItsRankIsAShareOfDraws) {
    const Dataset& data = *test::bundled();
    index::Query query;
    query.data = &data;
    query.stage = Stage::refine;
    query.year = 2022;
    query.economy = *data.economy("USA");
    double lowest = 1.0;
    double highest = 0.0;
    for (const char* mineral : {"copper", "gallium", "magnesium"}) {
        query.mineral = *data.mineral(mineral);
        const auto share = index::compositeRobustness(query, {10, 200, 1});
        ASSERT_TRUE(share) << mineral;
        EXPECT_GE(share->lo, 0.0);
        EXPECT_LE(share->lo, share->hi);
        EXPECT_LE(share->hi, 1.0);
        lowest = std::min(lowest, share->lo);
        highest = std::max(highest, share->hi);
    }
    EXPECT_LT(lowest, highest);  // not every mineral stands among the ten
    query.mineral = *data.mineral("copper");
    EXPECT_EQ(index::compositeRobustness(query, {1000, 50, 1}), (Interval{1.0, 1.0}));
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

#include "tests/support/bundled_index.h"

#include <gtest/gtest.h>

using namespace adit;
using adit::test::bundledFigure;

TEST(EconomicImportance, IsThePublishedOneOfTheUnion) {
    const Figure figure = bundledFigure("economic-importance", "cobalt", Stage::mine, 2024, "EU27");
    EXPECT_EQ(figure.value, 6.8);  // Study on the critical raw materials for the EU 2023, annex 4
    EXPECT_TRUE(figure.flags.has(Flag::yearMismatch));
    EXPECT_TRUE(test::isSourced(figure));
}

TEST(EconomicImportance, IsThatOfAnEarlierStudyInAnEarlierYear) {
    const Figure then = bundledFigure("economic-importance", "cobalt", Stage::mine, 2021, "EU27");
    ASSERT_TRUE(then.value);
    EXPECT_EQ(then.inputs.front().year, 2020);
}

TEST(EconomicImportance, IsNotInventedForOthers) {
    const Figure figure = bundledFigure("economic-importance", "cobalt", Stage::mine, 2024, "USA");
    EXPECT_FALSE(figure.value);
    EXPECT_FALSE(figure.bounds);
    EXPECT_FALSE(figure.reason.empty());
}

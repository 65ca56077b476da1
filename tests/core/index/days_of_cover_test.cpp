#include "tests/support/bundled_index.h"

#include <gtest/gtest.h>

using namespace adit;
using adit::test::bundledFigure;

TEST(DaysOfCover, FollowsFromStockAndConsumption) {
    const Figure f = bundledFigure("days-of-cover", "lithium", Stage::refine, 2024, "KOR");
    const Figure stock = bundledFigure("stock", "lithium", Stage::refine, 2024, "KOR");
    const Figure consumption = bundledFigure("consumption", "lithium", Stage::refine, 2024, "KOR");
    ASSERT_TRUE(f.value && stock.value && consumption.value);
    EXPECT_NEAR(*f.value, *stock.value / *consumption.value * 365.0, 1e-9);
    EXPECT_TRUE(test::isSourced(f));
}

TEST(DaysOfCover, WithoutAStockIsAbsent) {
    const Figure f = bundledFigure("days-of-cover", "cobalt", Stage::refine, 2024, "EU27");
    EXPECT_FALSE(f.value);
    EXPECT_EQ(f.reason, "the stock is not known");
}

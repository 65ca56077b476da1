#include "tests/support/bundled_index.h"

#include <gtest/gtest.h>

using namespace adit;
using adit::test::bundledFigure;

TEST(StockGapCost, IsTheGapAtThePublishedPrice) {
    const Figure cost = bundledFigure("stock-gap-cost", "lithium", Stage::refine, 2024, "KOR");
    const Figure gap = bundledFigure("stock-gap", "lithium", Stage::refine, 2024, "KOR");
    ASSERT_TRUE(cost.value && gap.value);
    EXPECT_NEAR(*cost.value, *gap.value * *cost.inputs.front().value, 1e-3);
    EXPECT_TRUE(test::isSourced(cost));
}

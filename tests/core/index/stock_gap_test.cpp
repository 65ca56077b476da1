#include "tests/support/bundled_index.h"

#include <gtest/gtest.h>

using namespace adit;
using adit::test::bundledFigure;

TEST(StockGap, IsWhatTheTargetTakesLessWhatIsHeld) {
    const Figure f = bundledFigure("stock-gap", "lithium", Stage::refine, 2024, "KOR");
    const Figure stock = bundledFigure("stock", "lithium", Stage::refine, 2024, "KOR");
    const Figure consumption = bundledFigure("consumption", "lithium", Stage::refine, 2024, "KOR");
    ASSERT_TRUE(f.value && stock.value && consumption.value);
    EXPECT_NEAR(*f.value, 30.0 * *consumption.value / 365.0 - *stock.value, 1e-6);
    EXPECT_TRUE(test::isSourced(f));
}

#include "tests/support/bundled_index.h"

#include <gtest/gtest.h>

using namespace adit;
using adit::test::bundledFigure;

TEST(Stock, IsWhatTheProgrammePublished) {
    const Figure f = bundledFigure("stock", "molybdenum", Stage::refine, 2024, "KOR");
    EXPECT_EQ(f.value, 430.0);
    EXPECT_TRUE(test::isSourced(f));
}

TEST(Stock, ThatNobodyPublishedIsNotZero) {
    const Figure f = bundledFigure("stock", "cobalt", Stage::refine, 2024, "USA");
    EXPECT_FALSE(f.value);
    EXPECT_FALSE(f.bounds);
    EXPECT_EQ(f.reason, "the stock is not known");
}

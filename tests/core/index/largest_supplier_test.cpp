#include "tests/support/bundled_index.h"

#include <gtest/gtest.h>

using namespace adit;
using adit::test::bundledFigure;

TEST(LargestSupplier, OfTheUnionsGalliumIsChina) {
    const Figure f = bundledFigure("largest-supplier", "gallium", Stage::refine, 2024, "EU27");
    EXPECT_EQ(f.value, 0.69);
    EXPECT_NE(f.formula.front().find("China"), std::string::npos);
    EXPECT_TRUE(test::isSourced(f));
}

TEST(LargestSupplier, IsNotTheConsumerItself) {
    const Figure f = bundledFigure("largest-supplier", "copper", Stage::refine, 2024, "JPN");
    ASSERT_TRUE(f.value);
    EXPECT_LT(*f.value, 0.05);
}

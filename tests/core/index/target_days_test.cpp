#include "tests/support/bundled_index.h"

#include <gtest/gtest.h>

using namespace adit;
using adit::test::bundledFigure;

TEST(TargetDays, IsTheProgrammesOwn) {
    const Figure f = bundledFigure("target-days", "lithium", Stage::refine, 2024, "KOR");
    EXPECT_EQ(f.value, 30.0);
    EXPECT_TRUE(test::isSourced(f));
}

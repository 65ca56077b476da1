#include "tests/support/bundled.h"
#include "tests/support/bundled_index.h"

#include <gtest/gtest.h>

using namespace adit;
using adit::test::bundledFigure;

TEST(ExpectedLoss, IsAtLeastWhatTheStudySays) {
    const Figure figure = bundledFigure("expected-loss", "gallium", Stage::refine, 2025, "USA");
    EXPECT_FALSE(figure.value);
    ASSERT_TRUE(figure.bounds);
    EXPECT_EQ(figure.bounds->lo, 1e9);
    EXPECT_EQ(figure.bounds->hi, unbounded);
    EXPECT_TRUE(test::isSourced(figure));
}

TEST(ExpectedLoss, OfOthersIsNotPublished) {
    EXPECT_FALSE(bundledFigure("expected-loss", "gallium", Stage::refine, 2025, "JPN").bounds);
    EXPECT_FALSE(bundledFigure("expected-loss", "gallium", Stage::refine, 2025).bounds);
}

TEST(ExpectedLoss, ARankIsNoLossButStandsBesideIt) {
    const Figure figure = bundledFigure("expected-loss", "germanium", Stage::refine, 2025, "USA");
    EXPECT_FALSE(figure.bounds);
    ASSERT_FALSE(figure.inputs.empty());
    EXPECT_EQ(figure.inputs.front().value, 7.0);
    EXPECT_NE(figure.reason.find("rank"), std::string::npos);
}

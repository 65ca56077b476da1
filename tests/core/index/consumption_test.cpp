#include "tests/support/bundled_index.h"

#include <gtest/gtest.h>

using namespace adit;
using adit::test::bundledFigure;

TEST(Consumption, IsPublishedOrComputedFromTheBalance) {
    const Figure published = bundledFigure("consumption", "lithium", Stage::refine, 2024, "KOR");
    EXPECT_TRUE(test::isSourced(published));
    ASSERT_EQ(published.inputs.size(), 1U);
    const Figure computed = bundledFigure("consumption", "copper", Stage::refine, 2022, "FRA");
    ASSERT_EQ(computed.inputs.size(), 3U);
    ASSERT_TRUE(computed.value);
    EXPECT_NEAR(*computed.value, *computed.inputs[0].value + *computed.inputs[1].value - *computed.inputs[2].value,
                1e-6);
    EXPECT_TRUE(test::isSourced(computed));
}

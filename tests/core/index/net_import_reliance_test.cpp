#include "tests/support/bundled_index.h"

#include <gtest/gtest.h>

using namespace adit;
using adit::test::bundledFigure;

TEST(NetImportReliance, IsThePublishedOneWithItsDenominator) {
    const Figure f = bundledFigure("net-import-reliance", "lithium", Stage::refine, 2024, "CHN");
    EXPECT_NEAR(f.value.value_or(0.0), 0.262, 1e-12);
    ASSERT_EQ(f.inputs.size(), 1U);
    EXPECT_EQ(f.inputs[0].name, "net imports over apparent consumption");
    EXPECT_TRUE(f.flags.has(Flag::yearMismatch));
}

TEST(NetImportReliance, IsAbsentBeforeTheFirstPublication) {
    EXPECT_FALSE(bundledFigure("net-import-reliance", "lithium", Stage::refine, 2000, "CHN").value);
}

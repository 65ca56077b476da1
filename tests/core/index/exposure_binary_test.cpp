#include "tests/support/bundled_index.h"

#include <gtest/gtest.h>

using namespace adit;
using adit::test::bundledFigure;

TEST(ExposureBinary, CountsWhatIsInForceAtTheYearsEnd) {
    EXPECT_EQ(bundledFigure("exposure-binary", "gallium", Stage::refine, 2022, "EU27").value, 0.0);
    const Figure f = bundledFigure("exposure-binary", "gallium", Stage::refine, 2024, "EU27");
    EXPECT_NEAR(f.value.value_or(0.0), 0.69, 1e-12);
    ASSERT_GE(f.formula.size(), 2U);
    EXPECT_EQ(f.formula[f.formula.size() - 2], "in force: CHN-2023-23-GA");
    EXPECT_TRUE(f.formula.back().starts_with("= ")) << f.formula.back();
    EXPECT_TRUE(test::isSourced(f));
}

#include "tests/support/bundled_index.h"

#include <gtest/gtest.h>

using namespace adit;
using adit::test::bundledFigure;

TEST(GovernanceHhi, WeighsWorldCobaltByItsGovernance) {
    const Figure plain = bundledFigure("hhi", "cobalt", Stage::mine, 2024);
    const Figure weighted = bundledFigure("governance-hhi", "cobalt", Stage::mine, 2024);
    ASSERT_TRUE(plain.value && weighted.value);
    // The Congo, with three quarters of output, has a weight near 8 of 10.
    EXPECT_GT(*weighted.value, 7.0 * *plain.value);
    EXPECT_LT(*weighted.value, 9.0 * *plain.value);
    EXPECT_TRUE(test::isSourced(weighted));
}

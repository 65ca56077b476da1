#include "tests/support/bundled_index.h"

#include <gtest/gtest.h>

using namespace adit;
using adit::test::bundledFigure;

TEST(SupplyHhi, IsTheSumOfSquaredShares) {
    // Sourcing of the Union: 83 China, 5 Russia, 7 own, 2 Japan, 2 United States; 1 % has no name.
    const Figure f = bundledFigure("supply-hhi", "germanium", Stage::refine, 2024, "EU27");
    ASSERT_TRUE(f.value);
    EXPECT_NEAR(*f.value, 0.83 * 0.83 + 0.05 * 0.05 + 0.07 * 0.07 + 2 * 0.02 * 0.02, 1e-12);
    EXPECT_TRUE(f.bounds->contains(*f.value));
    EXPECT_TRUE(f.flags.has(Flag::yearMismatch));
}

TEST(SupplyHhi, WithoutAConsumerIsAbsent) {
    EXPECT_FALSE(bundledFigure("supply-hhi", "germanium", Stage::refine, 2024).value);
}

#include "tests/support/index_case.h"

#include <gtest/gtest.h>

using namespace adit;
using adit::test::DatasetBuilder;
using adit::test::IndexCase;

TEST(Entropy, OfAGuidelineMarketOfFour) {
    const Figure f = IndexCase({{"AUS", 30.0}, {"CHN", 30.0}, {"COD", 20.0}, {"USA", 20.0}}).compute("entropy");
    EXPECT_NEAR(*f.value, 1.36615884757, 1e-9);
    EXPECT_EQ(f.unit, Unit::nat);
}

TEST(Entropy, OfAPartlyAttributedMarketIsAnInterval) {
    const Figure f =
        IndexCase({{"WORLD", 100.0}, {"CHN", 50.0}, {"COD", 20.0}, {"USA", 10.0}, {"OTHER", 20.0}}).compute("entropy");
    EXPECT_FALSE(f.value);
    EXPECT_NEAR(f.bounds->lo, 1.2206072645530174, 1e-9);  // 50, 20, 20, 10
    EXPECT_GT(f.bounds->hi, f.bounds->lo);
}

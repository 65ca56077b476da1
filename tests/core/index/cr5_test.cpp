#include "tests/support/index_case.h"

#include <gtest/gtest.h>

using namespace adit;
using adit::test::DatasetBuilder;
using adit::test::IndexCase;

TEST(Cr5, OfAGuidelineMarketOfFour) {
    EXPECT_NEAR(*IndexCase({{"AUS", 30.0}, {"CHN", 30.0}, {"COD", 20.0}, {"USA", 20.0}}).compute("cr5").value, 1.0,
                1e-12);
}

TEST(Cr5, TheRestMayStandAmongTheLargest) {
    const Figure f =
        IndexCase({{"WORLD", 100.0}, {"CHN", 50.0}, {"COD", 20.0}, {"USA", 10.0}, {"OTHER", 20.0}}).compute("cr5");
    EXPECT_NEAR(f.bounds->lo, 0.8, 1e-12);
    EXPECT_NEAR(f.bounds->hi, 1.0, 1e-12);
}

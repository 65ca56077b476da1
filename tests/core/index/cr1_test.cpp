#include "tests/support/index_case.h"

#include <gtest/gtest.h>

using namespace adit;
using adit::test::DatasetBuilder;
using adit::test::IndexCase;

TEST(Cr1, OfAGuidelineMarketOfFour) {
    EXPECT_NEAR(*IndexCase({{"AUS", 30.0}, {"CHN", 30.0}, {"COD", 20.0}, {"USA", 20.0}}).compute("cr1").value, 0.3,
                1e-12);
}

TEST(Cr1, TheRestMayStandAmongTheLargest) {
    const Figure f =
        IndexCase({{"WORLD", 100.0}, {"CHN", 50.0}, {"COD", 20.0}, {"USA", 10.0}, {"OTHER", 20.0}}).compute("cr1");
    EXPECT_NEAR(f.bounds->lo, 0.5, 1e-12);
    EXPECT_NEAR(f.bounds->hi, 0.5, 1e-12);
}

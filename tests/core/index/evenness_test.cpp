#include "tests/support/index_case.h"

#include <gtest/gtest.h>

using namespace adit;
using adit::test::DatasetBuilder;
using adit::test::IndexCase;

TEST(Evenness, OfAGuidelineMarketOfFour) {
    EXPECT_NEAR(*IndexCase({{"AUS", 30.0}, {"CHN", 30.0}, {"COD", 20.0}, {"USA", 20.0}}).compute("evenness").value,
                0.985475297227, 1e-9);
}

TEST(Evenness, OfEqualProducersIsOne) {
    EXPECT_NEAR(*IndexCase({{"AUS", 3.0}, {"CHN", 3.0}, {"COD", 3.0}}).compute("evenness").value, 1.0, 1e-12);
}

TEST(Evenness, OfOneProducerIsOneByConvention) {
    EXPECT_EQ(IndexCase({{"CHN", 7.0}}).compute("evenness").value, 1.0);
}

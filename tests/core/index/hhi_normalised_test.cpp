#include "tests/support/index_case.h"

#include <gtest/gtest.h>

using namespace adit;
using adit::test::DatasetBuilder;
using adit::test::IndexCase;

TEST(NormalisedHhi, OfAGuidelineMarketOfFour) {
    EXPECT_NEAR(
        *IndexCase({{"AUS", 30.0}, {"CHN", 30.0}, {"COD", 20.0}, {"USA", 20.0}}).compute("hhi-normalised").value,
        0.0133333333333, 1e-12);
}

TEST(NormalisedHhi, OfOneProducerIsOne) {
    const Figure f = IndexCase({{"CHN", 7.0}}).compute("hhi-normalised");
    EXPECT_EQ(f.value, 1.0);
    EXPECT_TRUE(f.flags.has(Flag::singleSupplier));
}

TEST(NormalisedHhi, WithoutTheNumberOfProducersIsAnInterval) {
    const Figure f = IndexCase({{"WORLD", 100.0}, {"CHN", 50.0}, {"COD", 20.0}, {"USA", 10.0}, {"OTHER", 20.0}})
                         .compute("hhi-normalised");
    EXPECT_FALSE(f.value);
    EXPECT_LT(f.bounds->lo, f.bounds->hi);
    EXPECT_LE(f.bounds->lo, (0.34 - 0.25) / 0.75);  // one other, four producers in all
    EXPECT_GE(f.bounds->hi, (0.34 - 0.25) / 0.75);
}

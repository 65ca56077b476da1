#include "tests/support/index_case.h"

#include <gtest/gtest.h>

using namespace adit;
using adit::test::IndexCase;

TEST(Hhi, OfAGuidelineMarketOfFour) {
    const Figure f = IndexCase({{"AUS", 30.0}, {"CHN", 30.0}, {"COD", 20.0}, {"USA", 20.0}}).compute("hhi");
    EXPECT_NEAR(*f.value, 0.26, 1e-12);
    EXPECT_TRUE(f.exact());
    EXPECT_TRUE(f.boundsRule.empty());
}

TEST(Hhi, OtherCountriesAreNotOneProducer) {
    const Figure f =
        IndexCase({{"WORLD", 100.0}, {"CHN", 50.0}, {"COD", 20.0}, {"USA", 10.0}, {"OTHER", 20.0}}).compute("hhi");
    EXPECT_NEAR(*f.value, 0.30, 1e-12);
    EXPECT_NEAR(f.bounds->lo, 0.30, 1e-12);
    EXPECT_NEAR(f.bounds->hi, 0.34, 1e-12);
    EXPECT_TRUE(f.flags.has(Flag::partialCoverage));
    EXPECT_FALSE(f.boundsRule.empty());
}

TEST(Hhi, AWithheldProducerLeavesOnlyAnInterval) {
    const Figure f = IndexCase({{"CHN", 60.0}, {"COD", 20.0}, {"USA", {}, adit::test::withheld}}).compute("hhi");
    EXPECT_FALSE(f.value);
    ASSERT_TRUE(f.bounds);
    EXPECT_NEAR(f.bounds->lo, 0.44, 1e-9);  // the United States as large as the smallest listed
    EXPECT_NEAR(f.bounds->hi, 0.625, 1e-9);
    EXPECT_TRUE(f.flags.has(Flag::withheld));
}

TEST(Hhi, AWorldThatMakesNothingHasNone) {
    const Figure f = IndexCase({{"CHN", 0.0}}).compute("hhi");
    EXPECT_FALSE(f.value);
    EXPECT_FALSE(f.bounds);
    EXPECT_TRUE(f.flags.has(Flag::zeroTotal));
    EXPECT_EQ(f.reason, "the world total is zero");
}

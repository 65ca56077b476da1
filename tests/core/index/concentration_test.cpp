#include "core/index/concentration.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

using namespace adit;

TEST(Concentration, AGuidelineMarketOfFourGivesTwentySixHundredths) {
    const std::array shares{30.0, 30.0, 20.0, 20.0};
    EXPECT_NEAR(*concentration::hhi(shares, 100.0), 0.26, 1e-12);
}

TEST(Concentration, EqualProducersHaveFullEvenness) {
    const std::array shares{3.0, 3.0, 3.0, 3.0, 3.0};
    EXPECT_NEAR(*concentration::hhi(shares, 15.0), 0.2, 1e-12);
    EXPECT_NEAR(concentration::evenness(*concentration::entropy(shares, 15.0), 5.0), 1.0, 1e-12);
    EXPECT_NEAR(concentration::normalised(0.2, 5.0), 0.0, 1e-12);
}

TEST(Concentration, AMonopolyIsOneOnEveryScale) {
    const std::array shares{7.0};
    EXPECT_EQ(*concentration::hhi(shares, 7.0), 1.0);
    EXPECT_EQ(concentration::normalised(1.0, 1.0), 1.0);
    EXPECT_EQ(concentration::evenness(0.0, 1.0), 1.0);
    EXPECT_EQ(*concentration::entropy(shares, 7.0), 0.0);
}

TEST(Concentration, NothingMadeGivesNoFigure) {
    const std::array shares{0.0, 0.0};
    EXPECT_FALSE(concentration::hhi(shares, 0.0));
    EXPECT_FALSE(concentration::entropy(shares, 0.0));
    EXPECT_FALSE(concentration::largest(shares, 0.0, 1));
}

TEST(Concentration, ZeroProducersAddNoEntropyAndNoProducer) {
    const std::array shares{12.5, 0.0, 87.5};
    EXPECT_NEAR(*concentration::entropy(shares, 100.0), 0.37677016125643675, 1e-12);
    EXPECT_EQ(concentration::producers(shares), 2U);
}

TEST(Concentration, TheTotalCountsEvenWhereNobodyIsNamed) {
    const std::array shares{50.0, 20.0, 10.0};
    EXPECT_NEAR(*concentration::hhi(shares, 100.0), 0.30, 1e-12);
    EXPECT_NEAR(*concentration::largest(shares, 100.0, 2), 0.7, 1e-12);
}

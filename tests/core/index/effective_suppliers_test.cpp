#include "tests/support/index_case.h"

#include <gtest/gtest.h>

using namespace adit;
using adit::test::DatasetBuilder;
using adit::test::IndexCase;

TEST(EffectiveSuppliers, IsOneOverHhi) {
    EXPECT_NEAR(
        *IndexCase({{"AUS", 30.0}, {"CHN", 30.0}, {"COD", 20.0}, {"USA", 20.0}}).compute("effective-suppliers").value,
        3.84615384615, 1e-9);
}

TEST(EffectiveSuppliers, BoundsAreThoseOfHhiTurnedRound) {
    const Figure f = IndexCase({{"WORLD", 100.0}, {"CHN", 50.0}, {"COD", 20.0}, {"USA", 10.0}, {"OTHER", 20.0}})
                         .compute("effective-suppliers");
    EXPECT_NEAR(f.bounds->lo, 1.0 / 0.34, 1e-9);
    EXPECT_NEAR(f.bounds->hi, 1.0 / 0.30, 1e-9);
}

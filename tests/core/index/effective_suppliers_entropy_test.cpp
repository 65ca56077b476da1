#include "tests/support/index_case.h"

#include <gtest/gtest.h>

using namespace adit;
using adit::test::DatasetBuilder;
using adit::test::IndexCase;

TEST(EffectiveSuppliersByEntropy, OfAGuidelineMarketOfFour) {
    EXPECT_NEAR(*IndexCase({{"AUS", 30.0}, {"CHN", 30.0}, {"COD", 20.0}, {"USA", 20.0}})
                     .compute("effective-suppliers-entropy")
                     .value,
                3.92026340842, 1e-9);
}

TEST(EffectiveSuppliersByEntropy, AreNeverFewerThanByHhi) {
    const IndexCase c({{"AUS", 5.0}, {"CHN", 70.0}, {"COD", 20.0}, {"USA", 5.0}});
    EXPECT_GT(*c.compute("effective-suppliers-entropy").value, *c.compute("effective-suppliers").value);
}

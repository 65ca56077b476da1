#include "tests/support/index_case.h"

#include <gtest/gtest.h>

using namespace adit;
using adit::test::DatasetBuilder;
using adit::test::IndexCase;

TEST(NMinusOne, IsWhatTheLargestLeaves) {
    const Figure f = IndexCase({{"CHN", 60.0}, {"COD", 40.0}}).compute("n-1");
    EXPECT_NEAR(*f.value, 0.4, 1e-12);
    EXPECT_TRUE(f.flags.has(Flag::noDemand));
}

TEST(NMinusOne, OfAMonopolyIsNothing) {
    EXPECT_EQ(IndexCase({{"CHN", 7.0}}).compute("n-1").value, 0.0);
}

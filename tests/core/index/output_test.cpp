#include "tests/support/index_case.h"

#include <gtest/gtest.h>

using namespace adit;
using adit::test::IndexCase;

TEST(Output, IsTheFigureAsPublished) {
    const Figure f = IndexCase({{"COD", 115371.0}, {"IDN", 9600.0}}).of("COD").compute("output");
    EXPECT_EQ(f.value, 115371.0);
    EXPECT_EQ(f.unit, Unit::tonnes);
    EXPECT_TRUE(f.exact());
}

TEST(Output, ThatIsWithheldHasBoundsAndNoValue) {
    const Figure f = IndexCase({{"COD", 100.0}, {"USA", {}, adit::test::withheld}}).of("USA").compute("output");
    EXPECT_FALSE(f.value);
    EXPECT_EQ(*f.bounds, (Interval{0.0, 100.0}));
    EXPECT_EQ(f.reason, "withheld by the source");
}

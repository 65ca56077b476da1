#include "tests/support/bundled_index.h"

#include <gtest/gtest.h>

using namespace adit;
using adit::test::bundledFigure;

TEST(NetCover, IsTheGrossOneOverTheShareThatIsLost) {
    const Figure net = bundledFigure("net-cover", "lithium", Stage::refine, 2024, "KOR");
    const Figure gross = bundledFigure("days-of-cover", "lithium", Stage::refine, 2024, "KOR");
    ASSERT_TRUE(net.bounds && gross.value && net.inputs.back().bounds);
    EXPECT_NEAR(net.bounds->lo, *gross.value / net.inputs.back().bounds->hi, 1e-9);
    EXPECT_NEAR(net.bounds->hi, *gross.value / net.inputs.back().bounds->lo, 1e-9);
    EXPECT_TRUE(test::isSourced(net));
}

TEST(NetCover, OfWhoLosesNothingIsUnlimited) {
    const Dataset& data = *test::bundled();
    index::Query query;
    query.data = &data;
    query.mineral = *data.mineral("lithium");
    query.stage = Stage::refine;
    query.year = 2024;
    query.economy = data.economy("KOR");
    query.partner = data.economy("KOR");
    const Figure figure = index::find("net-cover")->compute(query);
    ASSERT_TRUE(figure.value);
    EXPECT_EQ(*figure.value, unbounded);
    EXPECT_EQ(figure.formula.back(), "unlimited: nothing is lost");
}

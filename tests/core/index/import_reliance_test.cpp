#include "tests/support/bundled_index.h"

#include <gtest/gtest.h>

using namespace adit;
using adit::test::bundledFigure;

TEST(ImportReliance, OfANetExporterIsNegativeAndSaysSo) {
    const Figure f = bundledFigure("import-reliance", "copper", Stage::refine, 2024, "JPN");
    ASSERT_TRUE(f.value);
    EXPECT_LT(*f.value, 0.0);
    EXPECT_TRUE(f.flags.has(Flag::netExporter));
}

TEST(ImportReliance, PutsItsNumbersIn) {
    const Figure f = bundledFigure("import-reliance", "copper", Stage::refine, 2022, "EU27");
    ASSERT_EQ(f.inputs.size(), 3U);
    const double production = *f.inputs[0].value;
    const double net = *f.inputs[1].value - *f.inputs[2].value;
    EXPECT_NEAR(*f.value, net / (production + net), 1e-12);
    EXPECT_TRUE(test::isSourced(f));
}

TEST(ImportReliance, OfABlocWhoseSmallMembersAreNotListedIsAnInterval) {
    const Figure f = bundledFigure("import-reliance", "copper", Stage::refine, 2024, "EU27");
    ASSERT_TRUE(f.bounds);
    EXPECT_GT(f.bounds->width(), 0.05);
    EXPECT_TRUE(f.flags.has(Flag::defaultInterval));
}

TEST(ImportReliance, WithoutTradeByMassIsAbsent) {
    const Figure f = bundledFigure("import-reliance", "gallium", Stage::refine, 2024, "EU27");
    EXPECT_FALSE(f.value);
    EXPECT_FALSE(f.reason.empty());
}

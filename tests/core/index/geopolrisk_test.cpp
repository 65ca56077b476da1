#include "tests/support/bundled_index.h"

#include <gtest/gtest.h>

using namespace adit;
using adit::test::bundledFigure;

TEST(GeoPolRisk, IsBelowWorldConcentrationAndAboveNothing) {
    const Figure risk = bundledFigure("geopolrisk", "nickel", Stage::refine, 2022, "USA");
    const Figure hhi = bundledFigure("hhi", "nickel", Stage::refine, 2022);
    ASSERT_TRUE(risk.value && hhi.value);
    EXPECT_GT(*risk.value, 0.0);
    EXPECT_LT(*risk.value, *hhi.value);
    EXPECT_TRUE(test::isSourced(risk));
}

TEST(GeoPolRisk, OfAnExporterIsSmall) {
    EXPECT_LT(*bundledFigure("geopolrisk", "copper", Stage::refine, 2022, "JPN").value, 0.01);
}

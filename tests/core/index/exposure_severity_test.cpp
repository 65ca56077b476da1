#include "tests/support/bundled_index.h"

#include <gtest/gtest.h>

using namespace adit;
using adit::test::bundledFigure;

TEST(ExposureSeverity, IsNeverAboveTheBinaryOne) {
    for (const char* mineral : {"gallium", "germanium", "antimony", "tungsten", "copper", "nickel"}) {
        for (const char* consumer : {"USA", "EU27", "KOR"}) {
            const Figure severity = bundledFigure("exposure-severity", mineral, Stage::refine, 2024, consumer);
            const Figure binary = bundledFigure("exposure-binary", mineral, Stage::refine, 2024, consumer);
            ASSERT_EQ(severity.value.has_value(), binary.value.has_value()) << mineral << consumer;
            if (severity.value) {
                EXPECT_LE(*severity.value, *binary.value + 1e-12) << mineral << consumer;
            }
        }
    }
}

#include "tests/support/bundled_index.h"

#include <gtest/gtest.h>

using namespace adit;
using adit::test::bundledFigure;

TEST(ExposureWorld, IsTheImposersShareOnceItsMeasureStands) {
    EXPECT_EQ(bundledFigure("exposure-world", "gallium", Stage::refine, 2022).value, 0.0);
    const Figure after = bundledFigure("exposure-world", "gallium", Stage::refine, 2024);
    const Figure share = bundledFigure("share", "gallium", Stage::refine, 2024, "CHN");
    ASSERT_TRUE(after.value && share.value);
    EXPECT_NEAR(*after.value, *share.value, 1e-12);
    EXPECT_TRUE(test::isSourced(after));
}

TEST(ExposureWorld, IsReadAsOfTheDayAskedFor) {
    const Dataset& data = *test::bundled();
    index::Query query;
    query.data = &data;
    query.mineral = *data.mineral("gallium");
    query.stage = Stage::refine;
    query.year = 2023;
    const index::Definition& world = *index::find("exposure-world");
    query.asOf = std::chrono::sys_days(std::chrono::year(2023) / 7 / 31);
    EXPECT_EQ(world.compute(query).value, 0.0);
    query.asOf = std::chrono::sys_days(std::chrono::year(2023) / 8 / 1);
    EXPECT_GT(world.compute(query).value.value_or(0.0), 0.5);
}

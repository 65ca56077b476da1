#include "tests/support/index_case.h"

#include <gtest/gtest.h>

using namespace adit;
using adit::test::DatasetBuilder;
using adit::test::IndexCase;

namespace {

DatasetBuilder twoMines() {
    DatasetBuilder builder;
    builder.output("cobalt", Stage::mine, 2024, "s", {{"WORLD", 150.0}, {"COD", 100.0}, {"AUS", 50.0}});
    builder.facility("A", "cobalt", "COD", 2024, 100.0).stake("A", "a", "CHN", 2024, 80.0, true);
    builder.stake("A", "b", "COD", 2024, 20.0);
    builder.facility("B", "cobalt", "AUS", 2024, 50.0).stake("B", "c", "AUS", 2024, 100.0);
    return builder;
}

}  // namespace

TEST(ControlShift, IsTheControlledLessTheLocatedShare) {
    ASSERT_TRUE(IndexCase(twoMines()).of("COD").compute("control-shift").value);
    EXPECT_NEAR(*IndexCase(twoMines()).of("COD").compute("control-shift").value, -200.0 / 3.0, 1e-9);
    EXPECT_NEAR(*IndexCase(twoMines()).of("CHN").compute("control-shift").value, 200.0 / 3.0, 1e-9);
    EXPECT_NEAR(*IndexCase(twoMines()).of("AUS").compute("control-shift").value, 0.0, 1e-9);
}

TEST(ControlShift, HasBoundsWhereTheControllerIsUnknown) {
    DatasetBuilder builder = twoMines();
    builder.output("cobalt", Stage::mine, 2023, "s", {{"COD", 100.0}});
    builder.facility("A", "cobalt", "COD", 2023, 60.0);
    const Dataset data = builder.build();
    index::Query query = IndexCase(builder).of("CHN").query();
    query.data = &data;
    query.year = 2023;
    const Figure f = index::find("control-shift")->compute(query);
    EXPECT_FALSE(f.value);
    EXPECT_TRUE(f.flags.has(Flag::unattributedControl));
}

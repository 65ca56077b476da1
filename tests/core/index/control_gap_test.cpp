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

TEST(ControlGap, IsZeroWhenOwnersAreAsConcentratedAsMines) {
    EXPECT_NEAR(*IndexCase(twoMines()).compute("control-gap").value, 0.0, 1e-9);
}

TEST(ControlGap, IsAbsentWithoutOwnership) {
    const Figure f = IndexCase({{"COD", 100.0}}).compute("control-gap");
    EXPECT_FALSE(f.value);
    EXPECT_EQ(f.reason, "no published ownership of cobalt mine output in 2024");
}

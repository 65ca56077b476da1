#include "core/consumer/copied.h"

#include "core/workspace/overlay.h"
#include "tests/core/workspace/samples.h"
#include "tests/support/bundled.h"

#include <gtest/gtest.h>

using namespace adit;
using workspace::Quantity;

namespace {

consumer::Copied copied(const std::vector<workspace::Edit>& edits, double days) {
    const workspace::Overlay overlay = workspace::laidOver(test::bundled(), test::holding(edits));
    const Dataset& data = *overlay.data;
    return consumer::copiedBy(
        consumer::holdingOf({&data, *data.economy("DEU"), *data.mineral("cobalt"), Stage::refine, 2024}), days);
}

workspace::Edit use(double low, double central, double high) {
    return workspace::SetAssumption{{Quantity::consumption, "DEU", "cobalt", {}},
                                    workspace::Assumption{.central = central, .low = low, .high = high}};
}

}  // namespace

// 60, 100 and 180 days of 8 000 t a year.
TEST(CopiedPractice, IsDaysOfTheConsumersOwnUse) {
    const auto edits = std::vector{use(8000.0, 8000.0, 8000.0), test::assume(Quantity::price, "", "cobalt", "", 100.0)};
    for (const auto& [days, tonnes] : {std::pair{60.0, 1315.0}, {100.0, 2192.0}, {180.0, 3945.0}}) {
        const consumer::Copied all = copied(edits, days);
        EXPECT_NEAR(*all.tonnes.value, tonnes, 0.5);
        EXPECT_NEAR(*all.cost.value, 100.0 * *all.tonnes.value, 1e-6);
        EXPECT_TRUE(all.cost.flags.has(Flag::assumed));
    }
}

TEST(CopiedPractice, ARangeOfUseIsOneOfTonnes) {
    const consumer::Copied all = copied({use(3650.0, 7300.0, 10950.0)}, 10.0);
    EXPECT_NEAR(all.tonnes.bounds->lo, 100.0, 1e-9);
    EXPECT_NEAR(all.tonnes.bounds->hi, 300.0, 1e-9);
}

TEST(CopiedPractice, IsMissingWithoutConsumption) {
    const Dataset& data = *test::bundled();
    const consumer::Holding unknown =
        consumer::holdingOf({&data, *data.economy("KOR"), *data.mineral("cobalt"), Stage::refine, 2024});
    ASSERT_FALSE(unknown.consumption.value.value);
    const consumer::Copied all = consumer::copiedBy(unknown, 100.0);
    EXPECT_FALSE(all.tonnes.value);
    EXPECT_FALSE(all.tonnes.reason.empty());
}

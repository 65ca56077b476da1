#include "core/exposure/exposed_trade.h"

#include "core/workspace/overlay.h"
#include "tests/core/workspace/samples.h"
#include "tests/support/bundled.h"
#include "tests/support/dataset_builder.h"

#include <gtest/gtest.h>

using namespace adit;

namespace {

Measure banOf(const test::DatasetBuilder& data, const char* imposer, MineralId mineral) {
    Measure ban;
    ban.id = std::string("ban-by-") + imposer;
    ban.imposer = data.economy(imposer);
    ban.mineral = mineral;
    ban.stage = Stage::refine;
    ban.kind = MeasureKind::ban;
    ban.effective = "2024-01-01";
    return ban;
}

// Belgium buys 60 t of China for 6 000 dollars, 40 t of Chile for 8 000; in 2023 all of Chile.
Dataset trade() {
    test::DatasetBuilder builder;
    builder.output("cobalt", Stage::refine, 2024, "s", {{"CHN", 500.0}, {"CHL", 500.0}});
    builder.trade("cobalt", Stage::refine, 2023, "t", "CHL", "BEL", 100.0, 20'000.0);
    builder.trade("cobalt", Stage::refine, 2024, "t", "CHN", "BEL", 60.0, 6'000.0);
    builder.trade("cobalt", Stage::refine, 2024, "t", "CHL", "BEL", 40.0, 8'000.0);
    Dataset data = builder.build();
    data.measures.push_back(banOf(builder, "CHN", *data.mineral("cobalt")));
    return data;
}

exposure::ExposedTrade exposedIn(const Dataset& data, int year) {
    const consumer::Question question{&data, *data.economy("BEL"), *data.mineral("cobalt"), Stage::refine, year};
    const auto at = exposure::exposureAt({question, *controls::firstDay(std::to_string(year) + "-07-01"), {}, {}});
    return at ? exposure::exposedTrade(question, at->hits) : exposure::ExposedTrade{};
}

}  // namespace

TEST(ExposedTrade, IsWhatComesFromSuppliersUnderAMeasure) {
    const exposure::ExposedTrade all = exposedIn(trade(), 2024);
    EXPECT_EQ(all.year, 2024);
    EXPECT_EQ(all.tonnes.value, 60.0);
    EXPECT_EQ(all.usd.value, 6'000.0);
}

TEST(ExposedTrade, IsOfTheLatestYearWithTrade) {
    EXPECT_EQ(exposedIn(trade(), 2026).year, 2024);
    EXPECT_EQ(exposedIn(trade(), 2026).tonnes.value, 60.0);
    EXPECT_EQ(exposedIn(trade(), 2023).tonnes.value, 0.0);  // before the ban, and of Chile alone
}

TEST(ExposedTrade, FollowsARangeOfImports) {
    const Dataset data = trade();
    const workspace::Overlay overlay = workspace::laidOver(
        std::make_shared<const Dataset>(data),
        test::holding({workspace::SetAssumption{{workspace::Quantity::imports, "BEL", "cobalt", "refine/2024/CHN"},
                                                workspace::Assumption{.central = 90.0, .low = 30.0, .high = 120.0}}}));
    const exposure::ExposedTrade all = exposedIn(*overlay.data, 2024);
    EXPECT_EQ(all.tonnes.value, 90.0);
    EXPECT_EQ(all.tonnes.bounds, (Interval{30.0, 120.0}));
    EXPECT_TRUE(all.tonnes.flags.has(Flag::assumed));
    EXPECT_EQ(all.usd.bounds, (Interval{6'000.0, 6'000.0}));
}

TEST(ExposedTrade, OfABlocIsBelowItsImports) {
    const Dataset& data = *test::bundled();
    const consumer::Question question{&data, *data.economy("EU27"), *data.mineral("antimony"), Stage::refine, 2026};
    const auto at = exposure::exposureAt({question, *controls::firstDay("2026-04-08"), {}, {}});
    ASSERT_TRUE(at);
    const exposure::ExposedTrade all = exposure::exposedTrade(question, at->hits);
    ASSERT_TRUE(all.usd.bounds);
    EXPECT_GT(all.usd.bounds->lo, 0.0);
    EXPECT_TRUE(all.source.valid());
}

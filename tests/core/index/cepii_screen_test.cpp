#include "core/consumer/screen.h"
#include "tests/support/bundled_index.h"

#include <gtest/gtest.h>

#include <map>

using namespace adit;
using adit::test::bundledFigure;

namespace {

// The value of an input of a year, by name.
double valueOf(const Figure& figure, std::string_view name, int year) {
    for (const Input& input : figure.inputs) {
        if (input.name == name && input.year == year) return input.value.value_or(-1.0);
    }
    return -1.0;
}

consumer::Question questionOf(std::string_view mineral, Stage stage, int year, std::string_view who) {
    const Dataset& data = *test::bundled();
    return {&data, *data.economy(who), *data.mineral(mineral), stage, year, {}, nullptr};
}

}  // namespace

// By hand over the rows of the trade table: who exports what to whom.
TEST(CepiiScreen, TakesItsConcentrationsFromTradeByValue) {
    const Dataset& data = *test::bundled();
    const Figure figure = bundledFigure("cepii-screen", "magnesium", Stage::refine, 2024, "EU27");
    const auto [first, last] = data.tradeRange(*data.mineral("magnesium"), Stage::refine, 2024);
    std::map<EconomyId, double> world;
    double total = 0.0;
    for (std::size_t row = first; row < last; ++row) {
        if (data.trade.role[row] != TradeRole::product || data.trade.coverage[row] != TradeCoverage::full) continue;
        world[data.trade.exporter[row]] += data.trade.usd[row];
        total += data.trade.usd[row];
    }
    double hhi = 0.0;
    for (const auto& [exporter, usd] : world)
        hhi += usd / total * usd / total;
    EXPECT_NEAR(valueOf(figure, "HHI of world exports", 2024), hhi, 1e-9);
    EXPECT_TRUE(test::isSourced(figure));
}

TEST(CepiiScreen, CountsTheYearsOfADependency) {
    const auto screen = consumer::cepiiScreenOf(questionOf("magnesium", Stage::refine, 2024, "EU27"));
    ASSERT_TRUE(screen);
    ASSERT_EQ(screen->trade.size(), 3U);
    EXPECT_EQ(screen->trade.front().year, 2022);
    const Figure figure = bundledFigure("cepii-screen", "magnesium", Stage::refine, 2024, "EU27");
    ASSERT_TRUE(figure.bounds);
    EXPECT_EQ(screen->verdict == criticality::Verdict::met, figure.bounds->lo >= 2.0);
    EXPECT_TRUE(figure.formula.front().ends_with("two make a dependency (met)"));
    EXPECT_GE(figure.bounds->lo, 2.0);  // China sells nearly all, to the world and to the Union
}

// Of 2023 the six largest partners of an importer alone are published.
TEST(CepiiScreen, LeavesOpenWhatIsPublishedInPart) {
    const auto screen = consumer::cepiiScreenOf(questionOf("magnesium", Stage::refine, 2023, "EU27"));
    ASSERT_TRUE(screen);
    EXPECT_EQ(screen->years.back().verdict, criticality::Verdict::uncertain);
    EXPECT_TRUE(screen->trade.back().flags.has(Flag::partialCoverage));
}

TEST(CepiiScreen, AThresholdMovesTheVerdict) {
    criticality::ScreenThresholds high;
    high.concentration = 1.0;
    const auto screen = consumer::cepiiScreenOf(questionOf("magnesium", Stage::refine, 2024, "EU27"), high);
    ASSERT_TRUE(screen);
    EXPECT_EQ(screen->verdict, criticality::Verdict::notMet);
}

TEST(CepiiScreen, IsNotAvailableWithoutTrade) {
    const Figure figure = bundledFigure("cepii-screen", "scandium", Stage::mine, 2024, "JPN");
    EXPECT_FALSE(figure.bounds);
    EXPECT_FALSE(figure.reason.empty());
}

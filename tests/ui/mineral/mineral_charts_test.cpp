// The Mineral page's values over all that is published.
#include "ui/mineral/mineral_charts.h"

#include "core/workspace/overlay.h"
#include "tests/support/bundled.h"
#include "ui/common/producers_table.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace adit;
using namespace adit::ui;

namespace {

const render::Theme theme = render::Theme::light();
const NumberText numbers(QLocale(QLocale::English, QLocale::UnitedKingdom));

Context contextOf(const char* mineral, Stage stage, int year) {
    Context context = ContextModel::first(*test::bundled());
    context.mineral = *test::bundled()->mineral(mineral);
    context.stage = stage;
    context.year = year;
    return context;
}

template <typename Visit>
void everyContext(Visit visit) {
    const DatasetPtr data = test::bundled();
    Context context = ContextModel::first(*data);
    for (std::size_t m = 0; m < data->minerals.size(); ++m) {
        context.mineral = MineralId(m);
        for (const Stage stage : data->stagesOf(context.mineral)) {
            context.stage = stage;
            for (const int year : data->yearsOf(context.mineral, stage)) {
                context.year = year;
                visit(Setting{*data, context, theme, numbers});
            }
        }
    }
}

}  // namespace

TEST(MineralCharts, SharesNeverAddUpToMoreThanTheWholeAndNameEveryPart) {
    std::size_t seen = 0;
    everyContext([&](const Setting& s) {
        const render::StackChart chart = mineral::shares(s);
        const std::string where = s.data[s.context.mineral].slug + " " + std::to_string(s.context.year);
        for (std::size_t i = 0; i < chart.years.size(); ++i) {
            double sum = 0.0;
            for (const render::StackPart& part : chart.parts) {
                ASSERT_EQ(part.values.size(), chart.years.size()) << where;
                EXPECT_FALSE(part.name.isEmpty()) << where;
                sum += part.values[i].value.value_or(0.0);
            }
            EXPECT_LE(sum, 100.0 + 1e-6) << where;
        }
        ++seen;
    });
    EXPECT_GT(seen, 700U);
}

TEST(MineralCharts, ALineIsOpenWhereTheSourceOrTheBasisBreaks) {
    const DatasetPtr data = test::bundled();
    const Context context = contextOf("cobalt", Stage::mine, 2022);
    const render::LineChart chart = mineral::concentration({*data, context, theme, numbers});
    ASSERT_EQ(chart.series.size(), 2U) << "mine and refine";
    const auto broken = std::count_if(chart.series[0].points.begin(), chart.series[0].points.end(),
                                      [](const render::LinePoint& p) { return !p.breakBefore.isEmpty(); });
    const auto stated = std::count_if(data->preferences.begin(), data->preferences.end(), [&](const Preference& p) {
        return p.mineral == context.mineral && p.stage == Stage::mine && p.breaks != Break::none;
    });
    EXPECT_EQ(broken, stated);
    EXPECT_GT(broken, 0);
}

TEST(MineralCharts, LocatedStandsAgainstControlledWhereOwnersAreKnown) {
    const DatasetPtr data = test::bundled();
    const Context context = contextOf("cobalt", Stage::mine, 2023);
    const render::DumbbellChart chart = mineral::control({*data, context, theme, numbers});
    const auto china = std::find_if(chart.rows.begin(), chart.rows.end(),
                                    [](const auto& row) { return row.id == QLatin1String("CHN"); });
    ASSERT_NE(china, chart.rows.end());
    EXPECT_GT(*china->second.value, *china->first.value + 10.0) << "China controls far more cobalt than it mines";
}

TEST(MineralCharts, MeasuresOfTheGroupAndOfElementsAreInTheTimeLine) {
    const DatasetPtr data = test::bundled();
    const Context context = contextOf("rare-earths", Stage::mine, 2024);
    const render::TimeChart chart = mineral::measures({*data, context, theme, numbers});
    EXPECT_FALSE(chart.bars.empty());
    for (const render::TimeBar& bar : chart.bars) {
        EXPECT_TRUE(bar.from.isValid()) << bar.id.toStdString();
        EXPECT_FALSE(bar.name.isEmpty());
    }
    EXPECT_TRUE(chart.text.title.contains(QStringLiteral("rare earths")));
}

TEST(MineralCharts, FactsSayMissingWhereNothingIsPublished) {
    const DatasetPtr data = test::bundled();
    const Context context = contextOf("gallium", Stage::refine, 2024);
    const auto facts = mineral::facts({*data, context, theme, numbers});
    const auto reserves = std::find_if(facts.begin(), facts.end(),
                                       [](const auto& fact) { return fact.name.contains(QStringLiteral("eserves")); });
    ASSERT_NE(reserves, facts.end());
    EXPECT_EQ(reserves->value, QStringLiteral("n/a"));
}

TEST(MineralCharts, AnAssumedRecyclingRateIsMarkedAmongTheFacts) {
    workspace::Workspace desk;
    const workspace::Key key{workspace::Quantity::recyclingRate, "", "cobalt", ""};
    desk.assumptions[key] = {.central = 0.5, .low = 0.4, .high = 0.6};
    const DatasetPtr data = workspace::laidOver(test::bundled(), desk).data;
    const Context context = contextOf("cobalt", Stage::refine, 2024);
    const auto rate = [&](const Dataset& of) { return mineral::facts({of, context, theme, numbers})[1]; };
    EXPECT_EQ(rate(*test::bundled()).value, QStringLiteral("22.0\u202F%"));
    EXPECT_TRUE(rate(*data).value.startsWith(QStringLiteral("\u270E 50.0\u202F%"))) << rate(*data).value.toStdString();
    EXPECT_TRUE(rate(*data).value.contains(QStringLiteral("40"))) << rate(*data).value.toStdString();
    EXPECT_TRUE(rate(*data).tooltip.contains(QStringLiteral("22.0"))) << rate(*data).tooltip.toStdString();
}

TEST(MineralCharts, AssumedReservesAreMarkedAmongTheFacts) {
    const auto largest = [](const char* economy, double tonnes) {
        workspace::Workspace desk;
        desk.assumptions[{workspace::Quantity::reserves, economy, "antimony", ""}].central = tonnes;
        const DatasetPtr data = workspace::laidOver(test::bundled(), desk).data;
        const Context context = contextOf("antimony", Stage::refine, 2024);
        const auto facts = mineral::facts({*data, context, theme, numbers});
        return *std::ranges::find_if(
            facts, [](const auto& fact) { return fact.name.startsWith(QStringLiteral("Largest reserves")); });
    };
    const auto sweden = largest("SWE", 9e6);
    EXPECT_TRUE(sweden.value.startsWith(QStringLiteral("\u270E Sweden: "))) << sweden.value.toStdString();
    EXPECT_EQ(sweden.tooltip, QStringLiteral("Your assumption; published: nothing"));
    const auto another = largest("SWE", 1.0);
    EXPECT_TRUE(another.value.startsWith(QStringLiteral("\u270E "))) << another.value.toStdString();
    EXPECT_TRUE(another.tooltip.startsWith(QStringLiteral("Reserves of another economy")))
        << another.tooltip.toStdString();
}

TEST(MineralCharts, TheProducersTableHoldsEveryHolderAndItsShare) {
    const DatasetPtr data = test::bundled();
    Context context = contextOf("cobalt", Stage::mine, 2022);
    context.source = data->source("wmd-2024");
    const Table table = producersWithShares({*data, context, theme, numbers});
    ASSERT_EQ(table.rows.size(), 18U) << "one of the 19 listed made nothing";
    EXPECT_EQ(table.rows.front().id, QStringLiteral("COD"));
    EXPECT_EQ(table.rows.front().cells[2].text, QStringLiteral("69.5\u202F%"));
    EXPECT_TRUE(table.source.contains(QStringLiteral("World Mining Data")));
}

TEST(MineralCharts, ATrendMarksTheYearsThatRestOnAnAssumption) {
    workspace::Workspace set;
    EXPECT_TRUE(applyTo(set, workspace::SetAssumption{{workspace::Quantity::production, "COD", "cobalt", "mine/2021"},
                                                      workspace::Assumption{.central = 50000.0}}));
    const DatasetPtr data = workspace::laidOver(test::bundled(), set).data;
    const Context context = contextOf("cobalt", Stage::mine, 2022);
    const Setting setting{*data, context, theme, numbers};
    const std::vector<int> years = unbrokenYears(setting);
    const auto at = std::find(years.begin(), years.end(), 2021);
    ASSERT_NE(at, years.end());
    const std::vector<std::size_t> marked{static_cast<std::size_t>(at - years.begin())};
    const auto trends = [](const Table& table) {
        const auto column = std::find_if(table.columns.begin(), table.columns.end(),
                                         [](const Column& c) { return c.kind == CellKind::sparkline; });
        std::vector<Cell> cells;
        for (const TableRow& row : table.rows)
            cells.push_back(row.cells[static_cast<std::size_t>(column - table.columns.begin())]);
        return cells;
    };
    // Shares of all move with one output, tonnes are each one's own.
    for (const Cell& cell : trends(producersWithShares(setting))) {
        if (!cell.trend.values[marked.front()]) continue;
        EXPECT_EQ(cell.trend.assumed, marked);
        EXPECT_TRUE(cell.tooltip.startsWith(QStringLiteral("2021"))) << cell.tooltip.toStdString();
    }
    const std::vector<Cell> tonnes = trends(producersWithYears(setting));
    EXPECT_EQ(tonnes.front().trend.assumed, marked);
    for (std::size_t i = 1; i < tonnes.size(); ++i)
        EXPECT_TRUE(tonnes[i].trend.assumed.empty());
}

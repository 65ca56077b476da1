#include "ui/map/map_data.h"

#include "core/controls/in_force.h"
#include "core/workspace/overlay.h"
#include "tests/support/bundled.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace adit;
using namespace adit::ui;
using namespace adit::ui::map;

namespace {

// A context on the bundled dataset, and the map it gives.
struct MapCase {
    DatasetPtr data = test::bundled();
    Context context;
    render::Theme theme = render::Theme::light();
    NumberText numbers{QLocale(QLocale::English, QLocale::UnitedKingdom)};

    MapCase(std::string_view mineral, Stage stage, int year, std::string_view consumer = "EU27") {
        context.mineral = *data->mineral(mineral);
        context.stage = stage;
        context.year = year;
        context.consumer = *data->economy(consumer);
        context.asOf = "2026-01-14";
    }
    MapValue map(const MapOptions& options = {}) const { return mapValue({*data, context, theme, numbers}, options); }
};

std::string details(const MapMark& mark) {
    std::string out;
    for (const auto& [label, value] : mark.datum.details)
        out += label.toStdString() + ": " + value.toStdString() + "\n";
    return out;
}

}  // namespace

TEST(MapData, CobaltIsColouredAndNamedByTheSharesOfTheMarket) {
    const MapCase view("cobalt", Stage::mine, 2022);
    const MapValue value = view.map();
    const MapMark* congo = value.find(QStringLiteral("COD"));
    ASSERT_NE(congo, nullptr);
    EXPECT_EQ(congo->fill, Fill::value);
    EXPECT_NEAR(*congo->datum.value, 69.488, 1e-3);
    EXPECT_EQ(value.labels.front().text, QStringLiteral("DR Congo 69.5\u202F%"));
    EXPECT_FALSE(congo->datum.link.isEmpty());
    EXPECT_EQ(value.find(QStringLiteral("FRA"))->fill, Fill::none);
    EXPECT_EQ(value.legend.title, QStringLiteral("Share of world mine output, 2022"));
    EXPECT_TRUE(std::is_sorted(value.marks.begin(), value.marks.end(),
                               [](const MapMark& a, const MapMark& b) { return a.code < b.code; }));
}

TEST(MapData, TheHoverCardHoldsWhatThePageSays) {
    const MapCase view("cobalt", Stage::mine, 2022);
    const MapValue value = view.map();
    const std::string said = details(*value.find(QStringLiteral("COD")));
    EXPECT_NE(said.find("Share of world, 2022: 69.5\u202F%"), std::string::npos) << said;
    EXPECT_NE(said.find("Output: 115\u202F371\u202Ft"), std::string::npos) << said;
    EXPECT_NE(said.find("Change on 2018: +3\u202F%"), std::string::npos) << said;
    EXPECT_NE(said.find("Political stability, 2022: \u22121.98"), std::string::npos) << said;
    for (const MapMark& mark : value.marks)
        EXPECT_LE(mark.datum.details.size(), 6U) << mark.code.toStdString();
}

TEST(MapData, AMeasureInForceIsNamedOnlyOnItsDays) {
    MapCase view("cobalt", Stage::mine, 2022);
    const QString congo = QStringLiteral("COD");
    EXPECT_TRUE(view.map().find(congo)->datum.alert.startsWith(QStringLiteral("Export quota")));
    view.context.asOf = "2024-06-30";
    EXPECT_TRUE(view.map().find(congo)->datum.alert.isEmpty());
    view.context.asOf = "2026-01-14";
    EXPECT_TRUE(view.map({Metric::share, true, false}).find(congo)->datum.alert.isEmpty());
}

TEST(MapData, ArcsUnderAMeasureAreThoseOfExportersWithOneAgainstTheConsumer) {
    const MapCase view("cobalt", Stage::mine, 2024);
    const MapValue value = view.map();
    ASSERT_FALSE(value.arcs.empty());
    for (const MapArc& arc : value.arcs) {
        const Measure* measure = controls::leading(*view.data, view.context.mineral, Stage::mine,
                                                   *view.data->economy(arc.from.toStdString()),
                                                   *controls::firstDay("2026-01-14"), view.context.consumer);
        const bool inForce = measure != nullptr && controls::standingOn(*measure, *controls::firstDay("2026-01-14")) ==
                                                       controls::Standing::inForce;
        EXPECT_EQ(arc.measure, inForce) << arc.from.toStdString();
    }
    EXPECT_TRUE(std::is_sorted(value.arcs.begin(), value.arcs.end(),
                               [](const MapArc& a, const MapArc& b) { return a.tonnes > b.tonnes; }));
    EXPECT_TRUE(view.map({Metric::share, false, true}).arcs.empty());
}

TEST(MapData, AFlowThatRestsOnAnAssumptionCarriesTheMark) {
    MapCase view("copper", Stage::refine, 2024, "USA");
    workspace::Workspace set;
    EXPECT_TRUE(
        applyTo(set, workspace::SetAssumption{{workspace::Quantity::imports, "USA", "copper", "refine/2024/CHL"},
                                              workspace::Assumption{.central = 9e5}}));
    EXPECT_TRUE(view.map().legend.assumedFlow.isEmpty());
    view.data = workspace::laidOver(test::bundled(), set).data;
    const MapValue value = view.map();
    ASSERT_FALSE(value.arcs.empty());
    for (const MapArc& arc : value.arcs) {
        EXPECT_EQ(arc.assumed, arc.from == QLatin1String("CHL")) << arc.from.toStdString();
        EXPECT_EQ(arc.text.startsWith(editMark), arc.assumed);
    }
    EXPECT_TRUE(value.arcs.front().assumed);  // the largest now
    EXPECT_FALSE(value.legend.assumedFlow.isEmpty());
    EXPECT_NE(details(*value.find(QStringLiteral("CHL"))).find("Flow to United States, 2024: \u270E"),
              std::string::npos);
    const render::ChartTable table = tableOf(value);
    EXPECT_TRUE(std::any_of(table.rows.begin(), table.rows.end(),
                            [](const auto& row) { return row[3].text.startsWith(editMark); }));
}

TEST(MapData, TheYearAndPublicationOfTheFlowsAreSaid) {
    const MapCase view("rare-earths-magnet", Stage::component, 2019);
    const MapValue value = view.map();
    ASSERT_FALSE(value.arcs.empty());
    EXPECT_TRUE(value.flowsSource.contains(QStringLiteral("HS 850511, 2022"))) << value.flowsSource.toStdString();
    EXPECT_TRUE(value.legend.width.contains(QStringLiteral("2022")));
}

TEST(MapData, ABlocIsOutlinedWithAllItsMembersAndOneAloneAsItself) {
    const MapValue bloc = MapCase("cobalt", Stage::mine, 2022).map();
    EXPECT_EQ(bloc.consumer.members.size(), 27U);
    EXPECT_EQ(bloc.consumer.name, QStringLiteral("EU27"));
    EXPECT_NE(std::find(bloc.consumer.members.begin(), bloc.consumer.members.end(), bloc.consumer.place),
              bloc.consumer.members.end());
    const MapValue one = MapCase("cobalt", Stage::mine, 2022, "JPN").map();
    EXPECT_EQ(one.consumer.members, std::vector<QString>{QStringLiteral("JPN")});
}

TEST(MapData, PartsOfTheHhiAddUpToAllOfIt) {
    const MapValue value = MapCase("cobalt", Stage::mine, 2022).map({Metric::hhiPart, true, true});
    double sum = 0.0;
    for (const MapMark& mark : value.marks)
        sum += mark.fill == Fill::value ? *mark.datum.value : 0.0;
    EXPECT_NEAR(sum, 100.0, 0.2);
    EXPECT_NEAR(*value.find(QStringLiteral("COD"))->datum.value, 98.0, 0.1);
}

TEST(MapData, ReservesComeFromOneEdition) {
    const MapCase view("lithium", Stage::mine, 2024);
    const MapValue value = view.map({Metric::reserves, false, false});
    const auto listed = std::count_if(value.marks.begin(), value.marks.end(),
                                      [](const MapMark& mark) { return mark.fill == Fill::value; });
    EXPECT_GT(listed, 5);
    EXPECT_EQ(value.labels.front().code, QStringLiteral("CHL"));
    const MapValue none = MapCase("gallium", Stage::refine, 2022).map({Metric::reserves, false, false});
    EXPECT_TRUE(std::all_of(none.marks.begin(), none.marks.end(),
                            [](const MapMark& mark) { return mark.fill == Fill::missing; }));
}

TEST(MapData, AnAssumedEstimateIsMarkedAndNamed) {
    workspace::Workspace desk;
    desk.assumptions[{workspace::Quantity::governance, "COD", "", "pv/2022"}].central = -0.5;
    MapCase view("cobalt", Stage::mine, 2022);
    view.data = workspace::laidOver(test::bundled(), desk).data;
    const MapValue value = view.map({Metric::governance, false, false});
    EXPECT_EQ(value.find(QStringLiteral("COD"))->datum.state, State::assumed);
    EXPECT_EQ(value.find(QStringLiteral("ZMB"))->datum.state, State::known);
    const std::string said = details(*value.find(QStringLiteral("COD")));
    EXPECT_NE(said.find("Political stability, 2022: \u270E\u202F\u22120.50"), std::string::npos) << said;
    EXPECT_EQ(value.text.assumption, QStringLiteral("Your assumptions: DR Congo, political stability in 2022"));
}

TEST(MapData, AssumedReservesAreMarkedAndNamed) {
    workspace::Workspace desk;
    desk.assumptions[{workspace::Quantity::reserves, "CHL", "lithium", "2024"}].central = 1e6;
    MapCase view("lithium", Stage::mine, 2024);
    view.data = workspace::laidOver(test::bundled(), desk).data;
    const MapValue value = view.map({Metric::reserves, false, false});
    EXPECT_EQ(value.find(QStringLiteral("CHL"))->datum.state, State::assumed);
    EXPECT_EQ(value.find(QStringLiteral("CHL"))->datum.value, 1e6);
    EXPECT_EQ(value.find(QStringLiteral("AUS"))->datum.state, State::known);
    EXPECT_EQ(value.text.assumption, QStringLiteral("Your assumptions: Chile, lithium: reserves in 2024"));
}

TEST(MapData, GovernanceIsMissingWhereNoneIsPublishedAndNeverZero) {
    const MapValue value = MapCase("cobalt", Stage::mine, 2022).map({Metric::governance, false, false});
    EXPECT_EQ(value.find(QStringLiteral("COD"))->fill, Fill::value);
    EXPECT_LT(*value.find(QStringLiteral("COD"))->datum.value, -1.0);
    EXPECT_EQ(value.find(QStringLiteral("ATF"))->fill, Fill::missing);
    EXPECT_TRUE(std::none_of(value.marks.begin(), value.marks.end(),
                             [](const MapMark& mark) { return mark.fill == Fill::none; }));
}

// Whatever is asked, a figure that is missing is not drawn as one, and texts are there.
TEST(MapData, EveryMineralStageAndMetricGivesASoundMap) {
    MapCase view("cobalt", Stage::mine, 2022);
    std::size_t maps = 0;
    for (std::size_t m = 0; m < view.data->minerals.size(); ++m) {
        view.context.mineral = MineralId(m);
        for (const Stage stage : view.data->stagesOf(view.context.mineral)) {
            view.context.stage = stage;
            view.context.year = view.data->yearsOf(view.context.mineral, stage).back();
            for (const Metric metric : metrics()) {
                if (metric != Metric::share && m % 8 != 0) continue;  // the rest differ little and take their time
                const MapValue value = view.map({metric, true, true});
                ++maps;
                for (const MapMark& mark : value.marks) {
                    EXPECT_EQ(mark.fill == Fill::value, mark.datum.value.has_value() && mark.fill != Fill::none)
                        << mark.code.toStdString();
                    EXPECT_FALSE(mark.datum.text.isEmpty()) << mark.code.toStdString();
                }
                for (const MapArc& arc : value.arcs)
                    EXPECT_GT(arc.tonnes, 0.0);
                EXPECT_FALSE(value.legend.title.isEmpty());
            }
        }
    }
    EXPECT_GT(maps, 100U);
}

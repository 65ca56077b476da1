#include "tests/support/bundled.h"
#include "tests/support/dataset_builder.h"
#include "ui/mineral/mineral_charts.h"

#include <gtest/gtest.h>

using namespace adit;
using namespace adit::ui;

namespace {

struct Scene {
    const Dataset& data;
    Context context;
    render::Theme theme = render::Theme::light();
    NumberText numbers{QLocale(QLocale::English, QLocale::UnitedKingdom)};
    Setting setting() const { return {data, context, theme, numbers}; }
};

Scene cobalt(int year, Stage stage = Stage::mine) {
    Scene scene{*test::bundled(), ContextModel::first(*test::bundled())};
    scene.context.stage = stage;
    scene.context.year = year;
    return scene;
}

double sumOf(const render::StackChart& chart, std::size_t year) {
    double sum = 0.0;
    for (const render::StackPart& part : chart.parts)
        sum += part.values[year].value.value_or(0.0);
    return sum;
}

template <typename Visit>
void eachContext(Visit visit) {
    const Dataset& data = *test::bundled();
    Scene scene{data, ContextModel::first(data)};
    for (std::size_t i = 0; i < data.minerals.size(); ++i) {
        scene.context.mineral = MineralId(i);
        for (const Stage stage : data.stagesOf(MineralId(i))) {
            scene.context.stage = stage;
            for (const int year : data.yearsOf(MineralId(i), stage)) {
                scene.context.year = year;
                visit(scene, data.minerals[i].slug);
            }
        }
    }
}

}  // namespace

TEST(MineralWords, WhoHasNoKnownControlIsNotDrawnAsNothing) {
    const Dataset data = test::DatasetBuilder()
                             .output("cobalt", Stage::mine, 2024, "s", {{"COD", 70.0}, {"AUS", 30.0}})
                             .facility("Tenke", "cobalt", "COD", 2024, 40.0)
                             .stake("Tenke", "CMOC", "CHN", 2024, 80.0, true)
                             .build();
    Context context;
    context.mineral = *data.mineral("cobalt");
    context.year = 2024;
    const Scene scene{data, context};
    const render::DumbbellChart chart = mineral::control(scene.setting());
    const auto row = [&](const char* id) {
        return *std::find_if(chart.rows.begin(), chart.rows.end(),
                             [&](const render::DumbbellRow& r) { return r.id == QLatin1String(id); });
    };
    ASSERT_EQ(chart.rows.size(), 3U);
    EXPECT_FALSE(row("COD").second.value);
    ASSERT_TRUE(row("COD").second.bounds);
    EXPECT_NEAR(row("COD").second.bounds->hi, 60.0, 1e-9);
    EXPECT_NEAR(*row("CHN").second.value, 40.0, 1e-9);
    EXPECT_EQ(row("CHN").first.value, 0.0);
}

TEST(MineralWords, ListsReadAsWords) {
    const Scene scene = cobalt(2022);
    QStringList names;
    for (const mineral::ListChip& chip : mineral::lists(scene.setting()))
        names << chip.text;
    EXPECT_TRUE(names.contains(QStringLiteral("EU critical 2023"))) << names.join(QLatin1Char('|')).toStdString();
    EXPECT_TRUE(names.contains(QStringLiteral("NATO defence 2024")));
    EXPECT_TRUE(names.contains(QStringLiteral("US 2022")));
}

TEST(MineralWords, DefenceUsesComeFirstAndEachUseOnce) {
    const Scene scene = cobalt(2022);
    const Table table = mineral::uses(scene.setting());
    ASSERT_FALSE(table.rows.empty());
    EXPECT_TRUE(table.rows.front().cells.front().strong);
    std::set<QString> seen;
    for (const TableRow& row : table.rows)
        EXPECT_TRUE(seen.insert(row.id).second) << row.id.toStdString();
}

TEST(MineralWords, MeasuresSayHowManyAreInForce) {
    Scene scene = cobalt(2022);
    EXPECT_FALSE(mineral::measures(scene.setting()).bars.empty());
    scene.context.mineral = *scene.data.mineral("helium");
    const render::TimeChart none = mineral::measures(scene.setting());
    EXPECT_TRUE(none.bars.empty());
    EXPECT_EQ(none.text.title, QStringLiteral("No export measure on helium in the register"));
}

TEST(MineralWords, StacksNeverPassTheWorldInAnyMineralStageAndYear) {
    eachContext([](const Scene& scene, const std::string& slug) {
        const render::StackChart chart = mineral::shares(scene.setting());
        ASSERT_FALSE(chart.years.empty()) << slug;
        for (std::size_t i = 0; i < chart.years.size(); ++i)
            EXPECT_LE(sumOf(chart, i), 100.0 + 1e-6) << slug << ' ' << chart.years[i];
        for (const render::StackPart& part : chart.parts)
            EXPECT_EQ(part.values.size(), chart.years.size()) << slug;
    });
}

TEST(MineralWords, EveryMineralHasItsWords) {
    const Dataset& data = *test::bundled();
    eachContext([&](const Scene& scene, const std::string& slug) {
        if (scene.context.year != data.yearsOf(scene.context.mineral, scene.context.stage).back()) return;
        const render::LineChart chart = mineral::concentration(scene.setting());
        EXPECT_FALSE(chart.series.empty() || chart.text.source.isEmpty() || chart.text.context.isEmpty()) << slug;
        EXPECT_FALSE(mineral::measures(scene.setting()).text.title.isEmpty()) << slug;
        EXPECT_EQ(mineral::facts(scene.setting()).size(), 4U) << slug;
        EXPECT_FALSE(mineral::control(scene.setting()).text.subtitle.isEmpty()) << slug;
    });
}

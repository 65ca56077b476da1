#include "ui/render/scene.h"

#include "tests/ui/render/sample_charts.h"

#include <gtest/gtest.h>

#include <set>

using namespace adit;
using namespace adit::render;

namespace {

struct Case {
    const char* name;
    Chart chart;
};

std::vector<Case> cases() {
    const Theme theme = Theme::light();
    return {{"lines", samples::lines()},       {"strip", samples::strip()},      {"columns", samples::columns()},
            {"areas", samples::areas()},       {"ranking", samples::ranking()},  {"states", samples::states()},
            {"dumbbell", samples::dumbbell()}, {"measures", samples::measures()}};
}

QRectF boxOf(const Label& label, const TextSizes& sizes) {
    const double width = sizes.width(label.text, label.type);
    double left = label.at.x();
    if (label.align & Qt::AlignRight) left -= width;
    if (label.align & Qt::AlignHCenter) left -= width / 2.0;
    const double height = 0.72 * sizes.line(label.type);  // capitals and descenders, without leading
    return {left, label.at.y() - height / 2.0, width, height};
}

}  // namespace

TEST(Scene, NoTextIsCutAndNoneOverlap) {
    const Theme theme = Theme::light();
    const TextSizes sizes(theme);
    for (const Case& c : cases()) {
        const QSizeF least = neededSize(c.chart, theme);
        for (const QSizeF& size : {least, QSizeF(360, 220).expandedTo(least), QSizeF(900, 420)}) {
            const Scene scene = layOut(c.chart, theme, size);
            const QRectF area = QRectF(QPointF(), size).adjusted(-1, -1, 1, 1);
            for (std::size_t i = 0; i < scene.labels.size(); ++i) {
                const QRectF box = boxOf(scene.labels[i], sizes);
                const std::string text = scene.labels[i].text.toStdString();
                EXPECT_TRUE(area.contains(box)) << c.name << ' ' << size.width() << ": cut " << text << " at "
                                                << box.left() << ' ' << box.top() << " of " << size.height();
                for (std::size_t j = 0; j < i; ++j)
                    EXPECT_FALSE(box.intersects(boxOf(scene.labels[j], sizes)))
                        << c.name << ' ' << size.width() << ": " << text << " over "
                        << scene.labels[j].text.toStdString();
            }
        }
    }
}

TEST(Scene, MarksHaveUniqueIdsAndLieInTheChart) {
    const Theme theme = Theme::light();
    for (const Case& c : cases()) {
        const Scene scene = layOut(c.chart, theme, {600, 300});
        std::set<QString> ids;
        for (const Mark& mark : scene.marks) {
            EXPECT_TRUE(ids.insert(mark.id).second) << c.name << ' ' << mark.id.toStdString();
            EXPECT_TRUE(QRectF(-8, -8, 616, 316).contains(mark.outline)) << c.name << ' ' << mark.id.toStdString();
            EXPECT_TRUE(mark.shape.contains(mark.outline.center())) << c.name << ' ' << mark.id.toStdString();
        }
        EXPECT_FALSE(ids.empty()) << c.name;
    }
}

TEST(Scene, AnEmptyChartLaysOutWithoutMarks) {
    for (const Chart& chart :
         {Chart(LineChart{}), Chart(StackChart{}), Chart(RankingChart{}), Chart(DumbbellChart{})}) {
        EXPECT_TRUE(isEmpty(chart));
        EXPECT_TRUE(layOut(chart, Theme::light(), {300, 200}).marks.empty());
    }
}

TEST(Scene, WithheldBarsAreHatchedOverTheirBoundsAndZeroIsNot) {
    const Scene scene = layOut(samples::states(), Theme::light(), {500, 260});
    ASSERT_EQ(scene.hatches.size(), 3U);  // assumed, withheld, unknown
    EXPECT_NEAR(scene.hatches[1].box.left(), scene.px(20.0), 0.5);
    EXPECT_NEAR(scene.hatches[1].box.right(), scene.px(55.0), 0.5);
    EXPECT_TRUE(scene.hatches[1].outline.isValid());
    EXPECT_FALSE(scene.hatches[2].outline.isValid());
}

TEST(Scene, ALineIsNotJoinedOverABreakBetweenSources) {
    const Scene scene = layOut(samples::lines(), Theme::light(), {560, 220});
    const GraphPiece& mine = scene.graphs.back();
    const auto at = mine.keys.indexOf(2017.5);
    ASSERT_GE(at, 0);
    EXPECT_TRUE(std::isnan(mine.values[at]));
}

TEST(Scene, BoundsOverYearsAreABandAndOfOneYearAnIBar) {
    const Scene scene = layOut(samples::lines(), Theme::light(), {560, 220});
    ASSERT_EQ(scene.graphs.size(), 4U);  // lower, upper, refine, mine
    EXPECT_EQ(scene.graphs[1].fillTo, 0);
    EXPECT_EQ(scene.graphs[0].keys.size(), 9);
    const auto thick =
        std::count_if(scene.rules.begin(), scene.rules.end(), [](const Rule& r) { return r.pen.widthF() == 1.5; });
    EXPECT_EQ(thick, 3);
}

TEST(Scene, PartsOfAColumnStandOnEachOther) {
    const Scene scene = layOut(samples::columns(), Theme::light(), {560, 220});
    ASSERT_EQ(scene.bars.size(), 5U);
    EXPECT_EQ(scene.bars[0].above, -1);
    EXPECT_EQ(scene.bars[4].above, 3);
}

TEST(Scene, AFigureThatNoLineReachesIsADot) {
    LineSeries series;
    series.id = QStringLiteral("s");
    for (const int year : {2018, 2019, 2021, 2022}) {
        Datum datum;
        datum.value = 10.0;
        series.points.push_back({year, datum, {}});
    }
    series.points.back().breakBefore = QStringLiteral("source changes");
    LineChart chart;
    chart.series = {series};
    const Scene scene = layOut(chart, Theme::light(), {400, 200});
    ASSERT_EQ(scene.dots.size(), 2U);  // 2021 after the missing year, 2022 after the break
    EXPECT_NEAR(scene.dots[0].centre.x(), scene.px(2021), 1e-9);
    EXPECT_NEAR(scene.dots[1].centre.x(), scene.px(2022), 1e-9);
}

namespace {

std::size_t editDots(const Scene& scene) {
    const QColor edit = Theme::light().edit;
    return static_cast<std::size_t>(std::count_if(scene.dots.begin(), scene.dots.end(), [&](const Dot& dot) {
        return dot.fill.color() == edit || (dot.pen.style() != Qt::NoPen && dot.pen.color() == edit);
    }));
}

std::size_t editHatches(const Scene& scene) {
    return static_cast<std::size_t>(std::count_if(scene.hatches.begin(), scene.hatches.end(),
                                                  [](const HatchBox& h) { return h.lines == Theme::light().edit; }));
}

}  // namespace

TEST(Scene, WhatRestsOnAnAssumptionCarriesTheColourOfEditsInEveryForm) {
    const auto scene = [](const Chart& chart) { return layOut(chart, Theme::light(), {560, 240}); };
    LineChart lines = samples::lines();
    EXPECT_EQ(editDots(scene(lines)), 0U);
    lines.series.front().points.front().datum.state = State::assumed;
    lines.selectedYear.reset();
    lines.series.front().points.front().datum.value = 10.0;
    EXPECT_EQ(editDots(scene(lines)), 1U);
    StackChart columns = samples::columns();
    EXPECT_EQ(editHatches(scene(columns)), 0U);
    columns.parts.front().values.front().state = State::assumed;
    EXPECT_EQ(editHatches(scene(columns)), 1U);
    StackChart areas = samples::areas();
    areas.parts.front().values.front().state = State::assumed;
    EXPECT_EQ(editDots(scene(areas)), 1U);
    DumbbellChart dumbbell = samples::dumbbell();
    EXPECT_EQ(editDots(scene(dumbbell)), 0U);
    dumbbell.rows.front().second.state = State::assumed;
    EXPECT_EQ(editDots(scene(dumbbell)), 1U);
    RankingChart ranking = samples::ranking();
    ranking.bars.front().datum.state = State::assumed;
    EXPECT_EQ(editHatches(scene(ranking)), 1U);
}

TEST(Scene, SpreadKeepsOrderAndRoom) {
    std::vector<Span> spans{{50, 14}, {52, 14}, {51, 14}, {98, 14}};
    spread(spans, 0, 100);
    EXPECT_DOUBLE_EQ(spans[3].centre, 93.0);
    EXPECT_DOUBLE_EQ(spans[0].centre, 37.0);
    EXPECT_DOUBLE_EQ(spans[2].centre, 51.0);
    EXPECT_DOUBLE_EQ(spans[1].centre, 65.0);
}

TEST(Scene, SpreadMovesNothingThatHasRoom) {
    std::vector<Span> spans{{10, 10}, {50, 10}, {4, 10}};
    spread(spans, 0, 100);
    EXPECT_DOUBLE_EQ(spans[1].centre, 50.0);
    EXPECT_DOUBLE_EQ(spans[2].centre, 5.0);
    EXPECT_DOUBLE_EQ(spans[0].centre, 15.0);
}

TEST(Scene, TicksAreRoundAndTheLastCarriesTheUnit) {
    EXPECT_EQ(niceTicks(0, 6800, 5), (std::vector<double>{0, 2000, 4000, 6000}));
    EXPECT_EQ(niceTicks(0, 1, 5).size(), 6U);
    EXPECT_EQ(tickTexts({0, 50, 100}, QStringLiteral("%")).last(), QStringLiteral("100\u202F%"));
}

TEST(Chart, TheTableNamesBoundsOnlyWhereThereAreSome) {
    const ChartTable table = tableOf(samples::lines());
    EXPECT_EQ(table.header.join(QLatin1Char('|')), QStringLiteral("Year|Refine|Refine, low|Refine, high|Mine"));
    EXPECT_EQ(table.rows.size(), 24U);
    EXPECT_FALSE(table.rows[0][2].number);
    EXPECT_EQ(table.rows[10][2].number, 2100.0);
}

TEST(Chart, MissingIsNotZeroInTheTable) {
    const ChartTable table = tableOf(samples::states());
    EXPECT_EQ(table.rows[4][2].text, QStringLiteral("W"));
    EXPECT_FALSE(table.rows[4][2].number);
    EXPECT_EQ(table.rows[5][2].text, QStringLiteral("n/a"));
    EXPECT_EQ(table.rows[7][2].number, 0.0);
}

TEST(StackScene, WithoutAnyoneNamedTheWholeIsHatched) {
    StackChart chart;
    chart.years = {2023, 2024};
    const Scene scene = layOut(chart, Theme::light(), {300, 200});
    EXPECT_EQ(scene.hatches.size(), 2U);
    EXPECT_TRUE(scene.marks.empty());
}

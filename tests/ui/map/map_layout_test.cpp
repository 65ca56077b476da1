#include "ui/map/map_layout.h"

#include "tests/ui/map/sample_map.h"
#include "ui/map/map_legend.h"
#include "ui/map/map_painter.h"
#include "ui/render/chart_export.h"
#include "ui/render/custom_plot.h"

#include <QImage>

#include <gtest/gtest.h>

using namespace adit;
using namespace adit::ui::map;
using adit::render::Theme;

namespace {

const World& world() {
    static const WorldPtr loaded = World::bundled().value();
    return *loaded;
}

QImage drawn(const MapValue& value, const Theme& theme, QSize size, const Viewport& viewport = {}) {
    QImage image(size, QImage::Format_RGB32);
    QPainter painter(&image);
    paintMap(painter, QRectF(QPointF(), size), world(), value, theme, viewport);
    return image;
}

QColor at(const QImage& image, const MapLayout& layout, const char* code) {
    return image.pixelColor(layout.toPixels.map(*world().place(QLatin1String(code))).toPoint());
}

render::Picture pictureOf(const MapValue& value, const Viewport& viewport = {}) {
    const auto paint = [value, viewport](QCPPainter& painter, const QRectF& area) {
        paintMap(painter, area, world(), value, Theme::light(), viewport);
    };
    return {value.text, paint, tableOf(value)};
}

class MapSizes : public testing::TestWithParam<QSize> {};

}  // namespace

TEST_P(MapSizes, LabelsNeverOverlapEachOtherTheControlsOrTheLegendNorLeaveTheMap) {
    const QRectF area(QPointF(), GetParam());
    const std::vector<QRectF> controls{{10, 10, 500, 28}, {area.right() - 46, 10, 36, 90}};
    for (const double zoom : {1.0, 2.0, 6.0}) {
        const MapLayout layout = layOut(world(), samples::cobalt(), Theme::light(), area,
                                        {zoom, world().place(QStringLiteral("COD"))}, controls);
        std::vector<QRectF> taken = controls;
        taken.push_back(layout.legend);
        ASSERT_FALSE(layout.labels.empty());
        for (const PlacedLabel& label : layout.labels) {
            EXPECT_TRUE(area.contains(label.box)) << label.text.toStdString();
            for (const QRectF& box : taken)
                EXPECT_FALSE(box.intersects(label.box)) << label.text.toStdString() << " at zoom " << zoom;
            taken.push_back(label.box);
        }
        for (const QRectF& control : controls)
            EXPECT_FALSE(control.intersects(layout.legend));
        EXPECT_TRUE(area.contains(layout.legend));
    }
}

INSTANTIATE_TEST_SUITE_P(Map, MapSizes, testing::Values(QSize(700, 300), QSize(866, 486), QSize(1640, 830)));

TEST(MapLayout, AllLandFitsAtFullView) {
    const QRectF area(0, 0, 866, 486);
    const QRectF frame = toPixels(world(), area, {}).mapRect(world().frame());
    EXPECT_TRUE(area.contains(frame));
    EXPECT_GT(frame.width(), 0.9 * area.width());
}

TEST(MapLayout, ArcsAreAsWideAsTheirTonnesAndEndAtTheConsumer) {
    const MapLayout layout = layOut(world(), samples::cobalt(), Theme::light(), {0, 0, 866, 486}, {});
    ASSERT_EQ(layout.arcs.size(), 2U);
    EXPECT_NEAR(layout.arcs[1].width / layout.arcs[0].width, 0.25, 1e-9);
    EXPECT_TRUE(layout.arcs[0].measure);
    for (const PlacedArc& arc : layout.arcs)
        EXPECT_EQ(arc.path.currentPosition(), *layout.consumer);
}

TEST(MapLayout, ATrickleIsDrawnNarrowAgainstTheScale) {
    MapValue value = samples::cobalt();
    value.arcScale = 4000.0;
    const MapLayout layout = layOut(world(), value, Theme::light(), {0, 0, 866, 486}, {});
    EXPECT_NEAR(layout.arcs[0].width, 11.0 / 4.0, 1e-9);
}

TEST(MapLayout, SmallStatesAreDotsUntilTheMapIsNearEnough) {
    const QRectF area(0, 0, 866, 486);
    const auto isDot = [&](double zoom, const char* code) {
        const MapLayout layout = layOut(world(), samples::cobalt(), Theme::light(), area, {zoom, {}});
        return std::any_of(layout.dots.begin(), layout.dots.end(),
                           [&](const PlacedDot& dot) { return dot.code == QLatin1String(code); });
    };
    EXPECT_TRUE(isDot(1.0, "SGP"));
    EXPECT_FALSE(isDot(1.0, "COD"));
    EXPECT_FALSE(isDot(24.0, "NCL"));
}

TEST(MapLayout, AMapPointLeadsToItsEconomy) {
    const MapLayout layout = layOut(world(), samples::cobalt(), Theme::light(), {0, 0, 866, 486}, {});
    for (const char* code : {"COD", "SGP", "AUS", "NCL"}) {
        const QPointF pixel = layout.toPixels.map(*world().place(QLatin1String(code)));
        EXPECT_EQ(economyAt(world(), layout, pixel), QLatin1String(code));
    }
    EXPECT_TRUE(economyAt(world(), layout, {2, 480}).isEmpty());
}

TEST(MapLayout, WalkingGoesToTheNearestInTheDirection) {
    const MapValue value = samples::cobalt();
    const QString congo = QStringLiteral("COD");
    EXPECT_EQ(neighbour(world(), value, congo, {0, 1}), QStringLiteral("ZMB"));
    EXPECT_EQ(neighbour(world(), value, congo, {-1, 0}), QStringLiteral("COG"));
    EXPECT_EQ(neighbour(world(), value, QStringLiteral("AUS"), {1, 0}), QStringLiteral("NCL"));
    EXPECT_TRUE(neighbour(world(), value, QStringLiteral("RUS"), {0, -1}).isEmpty());
}

TEST(MapLayout, TheViewportStaysOverLand) {
    EXPECT_EQ(limited(world(), {0.2, QPointF(9, 9)}), Viewport{});
    EXPECT_EQ(limited(world(), {99.0, {}}).zoom, largestZoom);
    const Viewport far = limited(world(), {4.0, QPointF(50, 50)});
    EXPECT_TRUE(world().frame().contains(*far.centre));
}

TEST(MapPainter, StatesAreToldApartInBothThemes) {
    for (const Theme& theme : {Theme::light(), Theme::night()}) {
        MapValue value = samples::cobalt();
        value.labels.clear();
        value.arcs.clear();
        const QRectF area(0, 0, 1300, 700);
        const QImage image = drawn(value, theme, area.size().toSize());
        const MapLayout layout = layOut(world(), value, theme, area, {});
        EXPECT_EQ(at(image, layout, "COD"), theme.magnitude[5]);
        EXPECT_EQ(at(image, layout, "IDN"), theme.magnitude[2]);
        EXPECT_EQ(at(image, layout, "BRA"), theme.land);
        int hatched = 0;
        const QPoint inside = layout.toPixels.map(*world().place(QStringLiteral("KAZ"))).toPoint();
        for (int x = -8; x <= 8; ++x)
            hatched += image.pixelColor(inside + QPoint(x, 0)) != theme.card ? 1 : 0;
        EXPECT_GT(hatched, 2);
        EXPECT_LT(hatched, 15);
    }
}

TEST(MapPainter, ExportsHoldRealTextAndStayInsideTheirArea) {
    const render::Picture picture = pictureOf(samples::cobalt(), {6.0, world().place(QStringLiteral("COD"))});
    const QByteArray svg = exportBytes(picture, {render::PictureFormat::svg, {1600, 1000}, 192});
    EXPECT_TRUE(svg.contains(">DR Congo 69.5 %<"));
    EXPECT_TRUE(svg.contains(">flow under a measure<"));
    EXPECT_GT(exportBytes(picture, {render::PictureFormat::pdf, {1600, 1000}, 192}).size(), 10000);
    const QImage page = exportImage(picture, {render::PictureFormat::png, {1600, 1000}, 192});
    EXPECT_EQ(page.pixelColor(10, 500), Theme::light().card) << "the margin stays empty";
    EXPECT_TRUE(exportBytes(picture, {render::PictureFormat::csv, {}, 192}).startsWith("Economy,Code,"));
}

namespace {

int pixelsOf(const QImage& image, const QColor& colour) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == colour ? 1 : 0;
    return count;
}

}  // namespace

TEST(MapPainter, AnAssumedFlowIsStripedInTheColourOfEditsAndTheLegendSaysSo) {
    MapValue value = samples::cobalt();
    value.arcs.front().assumed = true;
    for (const Theme& theme : {Theme::light(), Theme::night()}) {
        EXPECT_EQ(pixelsOf(drawn(samples::cobalt(), theme, {866, 486}), theme.edit), 0);
        EXPECT_GT(pixelsOf(drawn(value, theme, {866, 486}), theme.edit), 100);
    }
    const QRectF area(0, 0, 866, 486);
    const double before = legendBox(value, Theme::light(), area).width();
    value.legend.assumedFlow = QStringLiteral("your assumption");
    EXPECT_GE(legendBox(value, Theme::light(), area).width(), before);
    const QByteArray svg = exportBytes(pictureOf(value), {render::PictureFormat::svg, {1600, 1000}, 192});
    EXPECT_TRUE(svg.contains(">your assumption<"));
    EXPECT_TRUE(svg.contains(Theme::light().edit.name().toLatin1()));
    EXPECT_FALSE(exportBytes(pictureOf(samples::cobalt()), {render::PictureFormat::svg, {1600, 1000}, 192})
                     .contains(Theme::light().edit.name().toLatin1()));
}

// As SVG: pixels differ by rounding with the place of the image in memory.
TEST(MapPainter, TheSameValueGivesTheSameBytes) {
    const render::ExportOptions options{render::PictureFormat::svg, {800, 500}, 96};
    EXPECT_EQ(exportBytes(pictureOf(samples::cobalt()), options), exportBytes(pictureOf(samples::cobalt()), options));
}

// Edges that are drawn twice may differ by a shade, nothing else.
TEST(MapPainter, WithItsGroundPreparedItDrawsTheSameMap) {
    const QRectF area(0, 0, 640, 320);
    const MapValue value = samples::cobalt();
    const MapLayout layout = layOut(world(), value, Theme::light(), area, {});
    MapGround ground;
    ground.prepare(world(), value, Theme::light(), layout, 1.0);
    std::array<QImage, 2> images;
    for (QImage& image : images) {
        image = QImage(area.size().toSize(), QImage::Format_RGB32);
        QPainter painter(&image);
        paintMap(painter, world(), value, Theme::light(), layout, &image == &images[0] ? nullptr : &ground);
    }
    int differing = 0;
    for (int y = 0; y < images[0].height(); ++y) {
        for (int x = 0; x < images[0].width(); ++x) {
            const QColor a = images[0].pixelColor(x, y);
            const QColor b = images[1].pixelColor(x, y);
            differing += std::abs(a.lightness() - b.lightness()) > 40 ? 1 : 0;
        }
    }
    EXPECT_LT(differing, images[0].width() * images[0].height() / 1000);
}

TEST(MapValue, ReadsOutAsATableByValue) {
    const render::ChartTable table = tableOf(samples::cobalt());
    ASSERT_EQ(table.header.size(), 4);
    ASSERT_EQ(table.rows.size(), 9U);  // the producers, the withheld and the unknown one
    EXPECT_EQ(table.rows[0][0].text, QStringLiteral("DR Congo"));
    EXPECT_EQ(table.rows[0][3].number, 1000.0);
    EXPECT_FALSE(table.rows[8][2].number);
}

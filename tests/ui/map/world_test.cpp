#include "ui/map/world.h"

#include "tests/support/bundled.h"
#include "ui/map/plane.h"

#include <gtest/gtest.h>

using namespace adit;
using namespace adit::ui::map;

namespace {

WorldPtr world() {
    static const WorldPtr loaded = World::bundled().value();
    return loaded;
}

double shoelace(const std::vector<QPolygonF>& rings) {
    double area = 0.0;
    for (const QPolygonF& ring : rings) {
        for (qsizetype i = 0; i < ring.size(); ++i) {
            const QPointF a = ring[i];
            const QPointF b = ring[(i + 1) % ring.size()];
            area += (a.x() * b.y() - b.x() * a.y()) / 2.0;
        }
    }
    return std::fabs(area) * 6378.137 * 6378.137;
}

}  // namespace

TEST(World, EveryEconomyMarkedAsMappedHasAShapeAndEveryOneAPlace) {
    std::size_t shapes = 0;
    for (const Economy& economy : test::bundled()->economies) {
        if (economy.kind != EconomyKind::economy || economy.code == "ATA") continue;
        const QString code = QString::fromStdString(economy.code);
        EXPECT_TRUE(world()->place(code).has_value()) << economy.code;
        EXPECT_EQ(world()->shape(code) != nullptr, economy.onMap) << economy.code;
        shapes += economy.onMap ? 1 : 0;
    }
    EXPECT_GT(shapes, 230U);
}

// Areas of the land with inland waters (UN Demographic Yearbook 2022, table 3), in 1 000 km2.
TEST(World, AreasAreTrue) {
    const std::vector<std::pair<const char*, double>> known{{"COD", 2345}, {"BRA", 8510}, {"CHN", 9600}, {"AUS", 7692},
                                                            {"CHL", 756},  {"ZMB", 753},  {"RUS", 17098}};
    for (const auto& [code, area] : known) {
        const double drawn = world()->shape(QLatin1String(code))->area / 1000.0;
        EXPECT_NEAR(drawn / area, 1.0, 0.025) << code << " " << drawn;
    }
    EXPECT_NEAR(world()->shape(QStringLiteral("COD"))->area / 1000.0, 2345, 23.45);
}

TEST(World, TheDrawnPolygonsHaveTheAreaThatIsSaid) {
    for (const char* code : {"COD", "BRA", "KAZ", "MNG"}) {
        const Shape& shape = *world()->shape(QLatin1String(code));
        EXPECT_NEAR(shoelace(shape.levels.back()) / shape.area, 1.0, 1e-3) << code;
        EXPECT_NEAR(shoelace(shape.levels.front()) / shape.area, 1.0, 0.01) << code;
    }
}

TEST(World, ACountryIsFoundAtItsPlace) {
    for (const char* code : {"COD", "USA", "RUS", "IDN", "FJI", "CHE", "ZAF", "LSO"}) {
        const auto place = world()->place(QLatin1String(code));
        ASSERT_TRUE(place) << code;
        const Shape* found = world()->shapeAt(*place);
        ASSERT_NE(found, nullptr) << code;
        EXPECT_EQ(found->code, QLatin1String(code));
    }
    EXPECT_EQ(world()->shapeAt(QPointF(-0.5, 0.9)), nullptr) << "the South Atlantic is nobody's";
}

TEST(World, ACountryAcrossTheAntimeridianIsInOnePiece) {
    const Shape& russia = *world()->shape(QStringLiteral("RUS"));
    EXPECT_LT(russia.bounds.width(), 0.45 * world()->frame().width());
}

TEST(World, ABlocIsOutlinedWithoutItsInnerBorders) {
    const auto length = [](const std::vector<QPolygonF>& lines) {
        double sum = 0.0;
        for (const QPolygonF& line : lines) {
            for (qsizetype i = 1; i < line.size(); ++i)
                sum += QLineF(line[i - 1], line[i]).length();
        }
        return sum;
    };
    const QString spain = QStringLiteral("ESP");
    const QString portugal = QStringLiteral("PRT");
    const double apart = length(world()->outline({spain}, 0)) + length(world()->outline({portugal}, 0));
    const double together = length(world()->outline({spain, portugal}, 0));
    EXPECT_LT(together, apart - 0.1);  // the border is about 1 200 km long: twice 0.19 earth radii less
    EXPECT_GT(together, 0.0);
}

TEST(World, DetailGrowsWithTheScale) {
    EXPECT_EQ(world()->levelFor(200.0), 0U);
    EXPECT_EQ(world()->levelFor(1000.0), 1U);
    EXPECT_EQ(world()->levelFor(5000.0), 2U);
}

TEST(World, DamagedBytesAreRefused) {
    EXPECT_FALSE(World::read({}));
    EXPECT_FALSE(World::read("ADITMAP1"));
    EXPECT_FALSE(World::read(QByteArray("ADITMAP1") + QByteArray(60, '\xff')));
    EXPECT_FALSE(World::read(QByteArray(5000, '\0')));
}

TEST(Plane, CutsAPolygonToABox) {
    const QPolygonF cut = clipped(QPolygonF(QRectF(-5, 2, 10, 4)), {0, 0, 10, 10});
    EXPECT_EQ(cut.boundingRect(), QRectF(0, 2, 5, 4));
    EXPECT_TRUE(clipped(QPolygonF(QRectF(20, 20, 5, 5)), {0, 0, 10, 10}).isEmpty());
}

TEST(Plane, CutsALineIntoThePiecesInside) {
    const auto pieces =
        clippedLine({QPointF(-5, 5), QPointF(5, 5), QPointF(5, 15), QPointF(8, 15), QPointF(8, 5)}, {0, 0, 10, 10});
    ASSERT_EQ(pieces.size(), 2U);
    EXPECT_EQ(pieces[0], (QPolygonF{QPointF(0, 5), QPointF(5, 5), QPointF(5, 10)}));
    EXPECT_EQ(pieces[1], (QPolygonF{QPointF(8, 10), QPointF(8, 5)}));
}

TEST(Plane, HatchingStaysInsideAndOutOfHoles) {
    const std::vector<QPolygonF> rings{QPolygonF(QRectF(0, 0, 30, 30)), QPolygonF(QRectF(10, 10, 10, 10))};
    const auto lines = hatching(rings, 6.0);
    ASSERT_GT(lines.size(), 8U);
    for (const QLineF& line : lines)
        EXPECT_TRUE(contains(rings, line.center())) << line.center().x() << " " << line.center().y();
}

#include "ui/map/map_view.h"

#include "tests/ui/map/sample_map.h"
#include "ui/render/hover_card.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <gtest/gtest.h>

using namespace adit;
using namespace adit::ui::map;

namespace {

class MapViewTest : public testing::Test {
protected:
    void SetUp() override {
        auto* column = new QVBoxLayout(&window);
        view = new MapView;
        view->setAnimated(false);
        column->addWidget(view);
        window.resize(900, 520);
        view->setMap(samples::cobalt());
        window.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&window));
    }
    QPoint pixelOf(const char* code) const {
        return view->placed().toPixels.map(*world->place(QLatin1String(code))).toPoint();
    }
    const render::HoverCard* card() const { return window.findChild<render::HoverCard*>(); }
    void wheel(QPoint at, int delta) {
        QWheelEvent event(at, view->mapToGlobal(at), {}, {0, delta}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                          false);
        QCoreApplication::sendEvent(view, &event);
    }

    const WorldPtr world = World::bundled().value();
    QWidget window;
    MapView* view = nullptr;
};

}  // namespace

TEST_F(MapViewTest, AClickOpensTheEconomyUnderIt) {
    QSignalSpy spy(view, &MapView::economyActivated);
    QTest::mouseClick(view, Qt::LeftButton, {}, pixelOf("AUS"));
    ASSERT_EQ(spy.count(), 1);
    EXPECT_EQ(spy[0][0].toString(), QStringLiteral("AUS"));
    QTest::mouseClick(view, Qt::LeftButton, {}, pixelOf("SGP"));
    ASSERT_EQ(spy.count(), 2);
    EXPECT_EQ(spy[1][0].toString(), QStringLiteral("SGP"));
}

TEST_F(MapViewTest, DraggingPansAndOpensNothing) {
    view->setViewport({4.0, *world->place(QStringLiteral("COD"))});
    QSignalSpy spy(view, &MapView::economyActivated);
    const QPointF before = *view->viewport().centre;
    QTest::mousePress(view, Qt::LeftButton, {}, {300, 200});
    QTest::mouseMove(view, {340, 200});
    QTest::mouseMove(view, {380, 230});
    QTest::mouseRelease(view, Qt::LeftButton, {}, {380, 230});
    EXPECT_EQ(spy.count(), 0);
    const QPointF moved = (before - *view->viewport().centre) * view->placed().scale;
    EXPECT_NEAR(moved.x(), 80.0, 0.5);
    EXPECT_NEAR(moved.y(), 30.0, 0.5);
}

TEST_F(MapViewTest, TheWheelKeepsThePlaceUnderTheMouse) {
    const QPoint at = pixelOf("COD");
    wheel(at, 360);
    EXPECT_NEAR(view->viewport().zoom, 1.728, 1e-9);
    EXPECT_LT((pixelOf("COD") - at).manhattanLength(), 3);
    wheel(at, -1200);
    EXPECT_EQ(view->viewport(), Viewport{});
}

TEST_F(MapViewTest, ButtonsAndKeysZoomAndReset) {
    const auto press = [&](const char* name) {
        auto* button = view->findChild<QAbstractButton*>(QLatin1String(name));
        ASSERT_NE(button, nullptr);
        QTest::mouseClick(button, Qt::LeftButton);
    };
    press("zoomIn");
    EXPECT_DOUBLE_EQ(view->viewport().zoom, 1.5);
    QTest::keyClick(view, Qt::Key_Plus);
    EXPECT_DOUBLE_EQ(view->viewport().zoom, 2.25);
    QTest::keyClick(view, Qt::Key_Minus);
    press("zoomOut");
    EXPECT_DOUBLE_EQ(view->viewport().zoom, 1.0);
    press("zoomIn");
    press("zoomAll");
    EXPECT_EQ(view->viewport(), Viewport{});
    QTest::keyClick(view, Qt::Key_Plus);
    QTest::keyClick(view, Qt::Key_0);
    EXPECT_EQ(view->viewport(), Viewport{});
    EXPECT_FALSE(view->findChild<QAbstractButton*>(QStringLiteral("zoomOut"))->isEnabled());
}

TEST_F(MapViewTest, TheCardComesAfterAMomentAndNeverCoversItsCountry) {
    QTest::mouseMove(view, pixelOf("COD"));
    EXPECT_TRUE(card() == nullptr || !card()->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(card() != nullptr && card()->isVisible(), 2000);
    const QRectF country = boxOf(*world, view->placed(), QStringLiteral("COD"));
    const QRect shown(view->mapFrom(&window, card()->pos()), card()->size());
    EXPECT_FALSE(QRectF(shown).intersects(country));
    QTest::mouseMove(view, {3, view->height() - 90});
    QTRY_VERIFY_WITH_TIMEOUT(!card()->isVisible(), 2000);
}

TEST_F(MapViewTest, TheKeyboardWalksFromCountryToCountryAndOpens) {
    view->setFocus();
    QTRY_VERIFY(view->hasFocus());
    QSignalSpy spy(view, &MapView::economyActivated);
    QTest::keyClick(view, Qt::Key_Home);
    EXPECT_EQ(view->current(), QStringLiteral("COD"));
    ASSERT_NE(card(), nullptr);
    EXPECT_TRUE(card()->isVisible()) << "the card follows the focus";
    QTest::keyClick(view, Qt::Key_Down);
    EXPECT_EQ(view->current(), QStringLiteral("ZMB"));
    QTest::keyClick(view, Qt::Key_Return);
    ASSERT_EQ(spy.count(), 1);
    EXPECT_EQ(spy[0][0].toString(), QStringLiteral("ZMB"));
    QTest::keyClick(view, Qt::Key_Escape);
    EXPECT_TRUE(view->current().isEmpty());
    EXPECT_FALSE(card()->isVisible());
}

TEST_F(MapViewTest, PageKeysWalkByRank) {
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Home);
    QTest::keyClick(view, Qt::Key_PageDown);
    EXPECT_EQ(view->current(), QStringLiteral("IDN"));
    QTest::keyClick(view, Qt::Key_End);
    EXPECT_EQ(view->current(), QStringLiteral("SGP"));
    QTest::keyClick(view, Qt::Key_PageUp);
    EXPECT_EQ(view->current(), QStringLiteral("NCL"));
}

TEST_F(MapViewTest, ShiftAndArrowsPanAndWalkingBringsIntoView) {
    view->setViewport({8.0, *world->place(QStringLiteral("COD"))});
    const QPointF before = *view->viewport().centre;
    QTest::keyClick(view, Qt::Key_Right, Qt::ShiftModifier);
    EXPECT_GT(view->viewport().centre->x(), before.x());
    QTest::keyClick(view, Qt::Key_End);  // Singapore
    EXPECT_TRUE(view->rect().contains(pixelOf("SGP")));
}

TEST_F(MapViewTest, CopiesAsPictureAndAsTable) {
    view->copyPicture();
    EXPECT_TRUE(QGuiApplication::clipboard()->mimeData()->hasImage());
    view->copyTable();
    EXPECT_TRUE(QGuiApplication::clipboard()->text().contains(QStringLiteral("DR Congo\tCOD\t69.5 %")));
}

TEST_F(MapViewTest, IsATableForScreenReaders) {
    QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(view);
    ASSERT_NE(spoken, nullptr);
    EXPECT_EQ(spoken->text(QAccessible::Name),
              QStringLiteral("DR Congo mines most cobalt. Share of world mine output, 2022"));
    QAccessibleTableInterface* table = spoken->tableInterface();
    ASSERT_NE(table, nullptr);
    EXPECT_EQ(table->rowCount(), 9);
    EXPECT_EQ(table->columnDescription(0), QStringLiteral("Economy"));
    EXPECT_EQ(table->cellAt(0, 2)->text(QAccessible::Name), QStringLiteral("69.5 %"));
    view->setCurrent(QStringLiteral("COD"));
    EXPECT_EQ(spoken->text(QAccessible::Description),
              QStringLiteral("DR Congo, Share of world, 2022 69.5 %, Export quota, since 16 Oct 2025"));
}

TEST_F(MapViewTest, LabelsKeepClearOfAddedControls) {
    auto* control = new QPushButton(QStringLiteral("a control as wide as this text, and a good deal wider than that"));
    view->addOverlay(control);
    QTRY_VERIFY(control->isVisible());
    QCoreApplication::sendPostedEvents();
    for (const PlacedLabel& label : view->placed().labels)
        EXPECT_FALSE(label.box.intersects(QRectF(control->geometry()))) << label.text.toStdString();
}

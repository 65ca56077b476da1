#include "ui/render/chart_view.h"

#include "tests/ui/render/sample_charts.h"
#include "ui/render/hover_card.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

using namespace adit;
using namespace adit::render;

namespace {

class ChartViewTest : public testing::Test {
protected:
    void show(Chart chart) {
        view.resize(560, 260);
        view.setChart(std::move(chart));
        view.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&view));
    }
    QPoint placeOf(const QString& id) {
        for (const Mark& mark : view.marks())
            if (mark.id == id) return mark.outline.center().toPoint();
        ADD_FAILURE() << "no mark " << id.toStdString();
        return {};
    }
    const Theme theme = Theme::light();
    ChartView view;
};

}  // namespace

TEST_F(ChartViewTest, AClickOnABarSaysWhichAndWhereItLeads) {
    show(samples::ranking());
    QSignalSpy spy(&view, &ChartView::markActivated);
    QTest::mouseClick(&view, Qt::LeftButton, {}, placeOf(QStringLiteral("dr congo")));
    ASSERT_EQ(spy.count(), 1);
    EXPECT_EQ(spy[0][0].toString(), QStringLiteral("dr congo"));
    EXPECT_EQ(spy[0][1].toString(), QStringLiteral("share/dr congo"));
}

TEST_F(ChartViewTest, EveryMarkOfEveryFormCanBeHit) {
    for (const Chart& chart : {Chart(samples::columns()), Chart(samples::areas()), Chart(samples::dumbbell()),
                               Chart(samples::measures()), Chart(samples::strip())}) {
        show(chart);
        QSignalSpy spy(&view, &ChartView::markActivated);
        const QString id = view.marks().front().id;
        QTest::mouseClick(&view, Qt::LeftButton, {}, placeOf(id));
        ASSERT_EQ(spy.count(), 1) << textOf(chart).title.toStdString();
        EXPECT_EQ(spy[0][0].toString(), id);
    }
}

TEST_F(ChartViewTest, PressingOnOneBarAndReleasingOnAnotherActivatesNeither) {
    show(samples::ranking());
    QSignalSpy spy(&view, &ChartView::markActivated);
    QTest::mousePress(&view, Qt::LeftButton, {}, placeOf(QStringLiteral("dr congo")));
    QTest::mouseRelease(&view, Qt::LeftButton, {}, placeOf(QStringLiteral("cuba")));
    EXPECT_EQ(spy.count(), 0);
}

TEST_F(ChartViewTest, ArrowKeysWalkTheMarksAndEnterOpens) {
    show(samples::ranking());
    view.setFocus();
    QSignalSpy spy(&view, &ChartView::markActivated);
    QTest::keyClick(&view, Qt::Key_Down);
    EXPECT_EQ(view.currentMark(), QStringLiteral("dr congo"));
    QTest::keyClick(&view, Qt::Key_Down);
    EXPECT_EQ(view.currentMark(), QStringLiteral("indonesia"));
    QTest::keyClick(&view, Qt::Key_Return);
    ASSERT_EQ(spy.count(), 1);
    EXPECT_EQ(spy[0][0].toString(), QStringLiteral("indonesia"));
    QTest::keyClick(&view, Qt::Key_End);
    EXPECT_EQ(view.currentMark(), QStringLiteral("11 others"));
    QTest::keyClick(&view, Qt::Key_Escape);
    EXPECT_TRUE(view.currentMark().isEmpty());
}

TEST_F(ChartViewTest, UpAndDownGoFromSeriesToSeriesInOneYear) {
    show(samples::lines());
    view.setFocus();
    view.setCurrentMark(QStringLiteral("hhi-refine/2010"));
    QTest::keyClick(&view, Qt::Key_Up);
    EXPECT_EQ(view.currentMark(), QStringLiteral("hhi-mine/2010"));
    QTest::keyClick(&view, Qt::Key_Right);
    EXPECT_EQ(view.currentMark(), QStringLiteral("hhi-mine/2011"));
}

TEST_F(ChartViewTest, TheHoverCardStandsBesideItsMark) {
    QWidget window;
    window.resize(700, 400);
    auto* inside = new ChartView(&window);
    inside->setGeometry(20, 20, 560, 260);
    inside->setChart(samples::ranking());
    window.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&window));
    const Mark& mark = inside->marks().front();
    QTest::mouseMove(inside, mark.outline.center().toPoint());
    auto* card = [&] {
        HoverCard* found = nullptr;
        (void)QTest::qWaitFor([&] { return (found = window.findChild<HoverCard*>()) != nullptr && found->isVisible(); },
                              2000);
        return found;
    }();
    ASSERT_NE(card, nullptr);
    const QRect bar = mark.outline.toAlignedRect().translated(20, 20);
    EXPECT_FALSE(card->geometry().intersects(bar));
    EXPECT_TRUE(window.rect().contains(card->geometry()));
    QTest::mouseMove(inside, QPoint(556, 256));
    EXPECT_FALSE(card->isVisible());
}

TEST_F(ChartViewTest, AChangeOfFiguresReusesThePlottables) {
    show(samples::columns());
    const int before = view.plottableCount();
    StackChart next = samples::columns();
    next.parts[0].values[0].value = 40.0;
    view.setChart(next);
    EXPECT_EQ(view.plottableCount(), before);
    view.setChart(samples::lines());
    view.setChart(samples::columns());
    const int both = view.plottableCount();
    view.setChart(samples::lines());
    view.setChart(samples::columns());
    EXPECT_EQ(view.plottableCount(), both);
}

TEST_F(ChartViewTest, BeingSqueezedToNothingIsQuiet) {
    show(samples::columns());
    view.resize(300, 0);
    view.resize(0, 0);
    view.replot();
    view.resize(560, 260);
    EXPECT_FALSE(view.marks().empty());
}

TEST_F(ChartViewTest, TheCurrentMarkSurvivesNewFigures) {
    show(samples::lines());
    view.setCurrentMark(QStringLiteral("hhi-mine/2011"));
    LineChart next = samples::lines();
    next.selectedYear = 2015;
    view.setChart(next);
    EXPECT_EQ(view.currentMark(), QStringLiteral("hhi-mine/2011"));
}

TEST_F(ChartViewTest, TheChartIsDrawnInItsColours) {
    show(samples::columns());
    const QImage image = view.grab().toImage();
    const QPoint congo = placeOf(QStringLiteral("COD/2019")) + QPoint(30, 20);
    EXPECT_EQ(image.pixelColor(congo).name(), theme.economy(QStringLiteral("COD")).name());
    view.setTheme(Theme::night());
    QCoreApplication::sendPostedEvents();
    view.replot(QCustomPlot::rpImmediateRefresh);
    const QImage night = view.grab().toImage();
    EXPECT_EQ(night.pixelColor(540, 248).name(), Theme::night().card.name());
}

TEST_F(ChartViewTest, ScreenReadersGetTheSameTable) {
    show(samples::columns());
    QAccessibleInterface* face = QAccessible::queryAccessibleInterface(&view);
    ASSERT_NE(face, nullptr);
    EXPECT_TRUE(face->text(QAccessible::Name).startsWith(QStringLiteral("DR Congo holds seven tenths")));
    QAccessibleTableInterface* table = face->tableInterface();
    ASSERT_NE(table, nullptr);
    EXPECT_EQ(table->rowCount(), 5);
    EXPECT_EQ(table->columnDescription(1), QStringLiteral("DR Congo"));
    EXPECT_EQ(table->cellAt(4, 1)->text(QAccessible::Name), QStringLiteral("69.5\u202F%"));
    EXPECT_EQ(table->cellAt(4, 1)->parent(), face);
}

TEST_F(ChartViewTest, CopyPutsPictureOrTableOnTheClipboard) {
    show(samples::ranking());
    view.setFocus();
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    EXPECT_TRUE(QGuiApplication::clipboard()->mimeData()->hasImage());
    view.copyTable();
    EXPECT_TRUE(QGuiApplication::clipboard()->text().contains(QStringLiteral("DR Congo\t69.5\u202F%")));
    EXPECT_TRUE(QGuiApplication::clipboard()->text().contains(QStringLiteral("Source: World Mining Data")));
}

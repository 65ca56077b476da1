#include "ui/map/map_page.h"

#include "tests/support/bundled.h"
#include "ui/common/card.h"
#include "ui/common/page_head.h"
#include "ui/common/table_view.h"
#include "ui/map/map_view.h"
#include "ui/render/chart_view.h"

#include <QComboBox>
#include <QHeaderView>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <gtest/gtest.h>

using namespace adit;
using namespace adit::ui;

namespace {

class MapPageTest : public testing::Test {
protected:
    void SetUp() override {
        Context start = ContextModel::first(*data);
        start.mineral = *data->mineral("cobalt");
        start.stage = Stage::mine;
        start.year = 2022;
        start.consumer = *data->economy("EU27");
        model = std::make_unique<ContextModel>(data, start);
        page = std::make_unique<MapPage>(*model, theme);
        QObject::connect(model.get(), &ContextModel::changed, page.get(),
                         [this](const Context& context) { page->show(context); });
        page->setTheme(theme);
        map = page->findChild<map::MapView*>(QStringLiteral("map"));
        map->setAnimated(false);
        open({1196, 690});
    }
    void open(QSize size) {
        page->resize(size);
        page->show(model->context());
        page->QWidget::show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(page.get()));
    }
    template <typename T>
    T* child(const char* name) {
        return page->findChild<T*>(QLatin1String(name));
    }

    const render::Theme theme = render::Theme::light();
    const DatasetPtr data = test::bundled();
    std::unique_ptr<ContextModel> model;
    std::unique_ptr<MapPage> page;
    map::MapView* map = nullptr;
};

}  // namespace

TEST_F(MapPageTest, AClickOnACountrySelectsItEverywhere) {
    const QPointF congo = *map::World::bundled().value()->place(QStringLiteral("COD"));
    QTest::mouseClick(map, Qt::LeftButton, {}, map->placed().toPixels.map(congo).toPoint());
    EXPECT_EQ(model->context().selected, *data->economy("COD"));
    EXPECT_EQ(map->map().selected, QStringLiteral("COD"));
    EXPECT_EQ(child<TableView>("producersTable")->selectedRow(), QStringLiteral("COD"));
}

TEST_F(MapPageTest, AClickOnABarAsksForItsExplanation) {
    QSignalSpy spy(page.get(), &Page::explainRequested);
    render::ChartView& bars = child<ChartCard>("suppliers")->view();
    QTest::mouseClick(&bars, Qt::LeftButton, {}, bars.marks().front().outline.center().toPoint());
    ASSERT_GE(spy.count(), 1);
    EXPECT_EQ(spy.last()[0].value<FigureRef>().index, "share");
    EXPECT_EQ(model->context().selected, *data->economy("COD"));
}

TEST_F(MapPageTest, ARowOfTheTableSelectsItsProducer) {
    auto* table = child<TableView>("producersTable");
    table->setFocus();
    const QModelIndex second = table->model()->index(1, 0);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(second).center());
    EXPECT_EQ(model->context().selected, *data->economy("IDN"));
}

TEST_F(MapPageTest, TheMetricAndTheLayersChangeTheMap) {
    auto* metric = child<QComboBox>("metric");
    metric->setFocus();
    QTest::keyClick(metric, Qt::Key_Down);
    EXPECT_TRUE(map->map().legend.title.startsWith(QStringLiteral("Reserves")));
    EXPECT_FALSE(map->map().arcs.empty());
    QTest::mouseClick(child<QToolButton>("flows"), Qt::LeftButton);
    EXPECT_TRUE(map->map().arcs.empty());
    QTest::mouseClick(child<QToolButton>("flows"), Qt::LeftButton);
    QTest::mouseClick(child<QToolButton>("measuresLayer"), Qt::LeftButton);
    EXPECT_TRUE(
        std::none_of(map->map().arcs.begin(), map->map().arcs.end(), [](const auto& arc) { return arc.measure; }));
}

TEST_F(MapPageTest, AnotherYearKeepsThePartOfTheWorldInView) {
    map->setViewport({3.0, map::World::bundled().value()->place(QStringLiteral("COD"))});
    const map::Viewport before = map->viewport();
    Context wanted = model->context();
    wanted.year = 2019;
    model->slide(wanted);
    EXPECT_EQ(map->viewport(), before);
    EXPECT_TRUE(map->map().legend.title.endsWith(QStringLiteral("2019")));
}

TEST_F(MapPageTest, ControlsAndLegendKeepApartAndTheTableKeepsThreeRowsInASmallWindow) {
    const QRectF legend = map->placed().legend;
    for (const char* name : {"metric", "flows", "measuresLayer", "zoomIn", "zoomOut", "zoomAll"}) {
        const auto* control = page->findChild<QWidget*>(QLatin1String(name));
        ASSERT_NE(control, nullptr) << name;
        EXPECT_FALSE(legend.intersects(QRectF(control->geometry()))) << name;
        EXPECT_TRUE(map->rect().contains(control->geometry())) << name;
    }
    const auto* table = child<TableView>("producersTable");
    EXPECT_GE(table->viewport()->height(), 3 * table->verticalHeader()->defaultSectionSize());
}

TEST_F(MapPageTest, CardsNeverOverlapAtAnyUsualSize) {
    for (const QSize size : {QSize(1040, 590), QSize(1196, 690), QSize(1208, 890), QSize(2090, 1330)}) {
        open(size);
        std::vector<QRect> cards;
        for (const char* name : {"mapCard", "suppliers", "strip", "producers"}) {
            const auto* card = child<Card>(name);
            for (const QRect& other : cards)
                EXPECT_FALSE(other.intersects(card->geometry())) << name;
            EXPECT_TRUE(card->parentWidget()->rect().contains(card->geometry())) << name;
            cards.push_back(card->geometry());
        }
    }
}

TEST_F(MapPageTest, WhereNothingIsPublishedThePageSaysSo) {
    Context wanted = model->context();
    wanted.mineral = *data->mineral("carbon-fibre");
    model->set(wanted);
    EXPECT_FALSE(child<PageHead>("")->sentenceText().isEmpty());
    EXPECT_FALSE(child<TableView>("producersTable")->isVisible());
}

#include "ui/mineral/mineral_page.h"

#include "tests/support/bundled.h"
#include "ui/common/card.h"
#include "ui/common/page_head.h"
#include "ui/common/table_view.h"
#include "ui/render/chart_view.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

using namespace adit;
using namespace adit::ui;

namespace {

struct Bench {
    explicit Bench(QSize size = {1200, 900})
        : model(test::bundled(), ContextModel::first(*test::bundled())), page(model, render::Theme::light()) {
        model.setPage(QStringLiteral("mineral"));
        QObject::connect(&model, &ContextModel::changed, &page, [this](const Context& c) { page.show(c); });
        page.resize(size);
        static_cast<QWidget&>(page).show();
        page.show(model.context());
        (void)QTest::qWaitForWindowExposed(&page);
    }
    QWidget* card(const char* name) const { return page.findChild<QWidget*>(QLatin1String(name)); }
    QString title(const char* name) const {
        return card(name)->findChild<QLabel*>(QStringLiteral("cardTitle"))->text();
    }
    void go(const char* mineral, Stage stage) {
        Context wanted = model.context();
        wanted.mineral = *model.data().mineral(mineral);
        wanted.stage = stage;
        model.set(wanted);
    }

    ContextModel model;
    MineralPage page;
};

constexpr const char* cards[] = {"concentration", "shares", "control", "measures", "factsCard", "producers", "uses"};

}  // namespace

TEST(MineralPage, EveryCardHasATitleAndNoneOverlaps) {
    for (const QSize size : {QSize(1030, 640), QSize(1200, 900), QSize(2100, 1300)}) {
        Bench bench(size);
        for (const char* name : cards) {
            EXPECT_FALSE(bench.title(name).isEmpty()) << name;
            for (const char* other : cards) {
                if (name == other) continue;
                EXPECT_FALSE(bench.card(name)->geometry().intersects(bench.card(other)->geometry()))
                    << name << " over " << other << " at " << size.width();
            }
        }
    }
}

TEST(MineralPage, AWideWindowHasThreeColumnsAndALowOneScrolls) {
    Bench wide({2100, 1300});
    EXPECT_EQ(wide.card("concentration")->y(), wide.card("control")->y());
    EXPECT_LE(wide.card("concentration")->width(), 900);
    Bench low({1200, 640});
    EXPECT_GT(low.card("control")->y(), low.card("concentration")->y());
    auto* scroll = low.page.findChild<QScrollArea*>();
    EXPECT_GT(scroll->verticalScrollBar()->maximum(), 0);
    EXPECT_EQ(scroll->horizontalScrollBar()->maximum(), 0);
}

TEST(MineralPage, AStageWithoutFiguresLeadsToOneThatHasThem) {
    Bench bench;
    bench.go("cobalt", Stage::component);
    QTest::qWait(0);
    auto* other = bench.card("shares")->findChild<QPushButton*>();
    ASSERT_NE(other, nullptr);
    QTest::mouseClick(other, Qt::LeftButton);
    EXPECT_EQ(bench.model.context().stage, Stage::mine);
    EXPECT_TRUE(bench.page.findChild<TableView*>(QStringLiteral("producersTable"))->isVisible());
}

TEST(MineralPage, AProducerIsSelectedEverywhere) {
    Bench bench;
    auto* table = bench.page.findChild<TableView*>(QStringLiteral("producersTable"));
    QSignalSpy spy(&bench.page, &Page::explainRequested);
    const QModelIndex first = table->model()->index(0, 0);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(first).center());
    ASSERT_TRUE(bench.model.context().selected.valid());
    EXPECT_EQ(bench.model.data()[bench.model.context().selected].code, "COD");
    EXPECT_EQ(spy.count(), 1);
}

TEST(MineralPage, ItsTablesAreSoundModels) {
    Bench bench;
    for (const char* name : {"producersTable", "usesTable"}) {
        auto* table = bench.page.findChild<TableView*>(QLatin1String(name));
        QAbstractItemModelTester proxy(table->model(), QAbstractItemModelTester::FailureReportingMode::Warning);
        QAbstractItemModelTester source(&table->table(), QAbstractItemModelTester::FailureReportingMode::Warning);
        bench.go("lithium", Stage::mine);
        bench.go("cobalt", Stage::mine);  // what is wrong with a model is a warning, and a warning ends the program
        EXPECT_GT(table->model()->rowCount(), 0) << name;
    }
}

TEST(MineralPage, ShowsEveryMineralAndStageInBothViews) {
    Bench bench;
    const Dataset& data = bench.model.data();
    for (std::size_t i = 0; i < data.minerals.size(); ++i) {
        for (const Stage stage : data.stagesOf(MineralId(i))) {
            Context wanted = bench.model.context();
            wanted.mineral = MineralId(i);
            wanted.stage = stage;
            wanted.year = 9999;
            wanted.view = i % 2 == 0 ? View::located : View::controlled;
            bench.model.set(wanted);
            EXPECT_FALSE(bench.page.findChild<PageHead*>()->sentenceText().isEmpty()) << data.minerals[i].slug;
            for (const char* name : cards)
                EXPECT_FALSE(bench.title(name).isEmpty()) << data.minerals[i].slug << ": " << name;
        }
    }
    EXPECT_FALSE(bench.page.grab().isNull());
}

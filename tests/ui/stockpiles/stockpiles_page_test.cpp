#include "ui/stockpiles/stockpiles_page.h"

#include "core/index/registry.h"
#include "tests/support/desk.h"
#include "ui/common/card.h"
#include "ui/common/cell_editor.h"
#include "ui/common/page_head.h"
#include "ui/common/segment.h"
#include "ui/render/chart_view.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include <gtest/gtest.h>

using namespace adit;
using namespace adit::ui;
using workspace::Key;
using workspace::Quantity;

namespace {

class Stockpiles : public testing::Test {
protected:
    Stockpiles() { m_desk.go("cobalt", Stage::refine); }

    TableView& table() { return *m_desk.find<TableView>("stocksTable"); }
    QString sentence() { return m_desk.find<PageHead>("")->sentenceText(); }
    QModelIndex cell(const char* row, const char* column) {
        const auto& columns = table().table().columns();
        for (int r = 0; r < table().model()->rowCount(); ++r) {
            if (table().model()->index(r, 0).data(TableModel::RowIdRole).toString() != QLatin1String(row)) continue;
            for (std::size_t c = 0; c < columns.size(); ++c) {
                if (columns[c].id == QLatin1String(column)) return table().model()->index(r, static_cast<int>(c));
            }
        }
        return {};
    }
    QString shown(const char* row, const char* column) { return cell(row, column).data().toString(); }
    void type(const char* row, const char* column, const char* text, int end = Qt::Key_Return) {
        table().setFocus();
        table().setCurrentIndex(cell(row, column));
        QTest::keyClick(&table(), Qt::Key_Return);
        auto* editor = table().findChild<CellEditor*>();
        ASSERT_NE(editor, nullptr);
        editor->selectAll();
        QTest::keyClicks(editor, QString::fromUtf8(text));
        QTest::keyClick(editor, Qt::Key(end));
        QApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    static QString labelsOf(const QWidget& widget) {
        QString all;
        for (const QLabel* label : widget.findChildren<QLabel*>())
            all += label->text() + QLatin1Char('\n');
        return all;
    }
    void setKorea() {
        type("KOR", "stock", "2.4 kt");
        type("KOR", "floor", "300");
        type("KOR", "consumption", "8600");
        type("KOR", "target", "100");
    }

    test::Desk<StockpilesPage> m_desk;
};

}  // namespace

TEST_F(Stockpiles, WhatIsTypedIsComputedWithAtOnce) {
    EXPECT_EQ(shown("KOR", "gross"), QStringLiteral("n/a"));
    setKorea();
    EXPECT_EQ(shown("KOR", "stock"), QStringLiteral("2\u202F400"));
    EXPECT_EQ(shown("KOR", "gross"), QStringLiteral("89"));
    EXPECT_EQ(shown("KOR", "gap"), QStringLiteral("44 over"));  // 2 356 t are needed
    EXPECT_TRUE(sentence().startsWith(QStringLiteral("South Korea’s cobalt stock lasts 89 days")))
        << sentence().toStdString();
    EXPECT_EQ(table()
                  .table()
                  .cell(static_cast<const QSortFilterProxyModel*>(table().model())->mapToSource(cell("KOR", "stock")))
                  ->state,
              State::assumed);
}

TEST_F(Stockpiles, UndoTakesBackStepByStepAndRedoMakesAgain) {
    setKorea();
    EXPECT_EQ(m_desk.workspace.workspace().assumptions.size(), 4U);
    const QString said = m_desk.find<QToolButton>("undoEdit")->text();
    EXPECT_TRUE(said.endsWith(QStringLiteral(": target”"))) << said.toStdString();
    QTest::mouseClick(m_desk.find<QToolButton>("undoEdit"), Qt::LeftButton);
    EXPECT_EQ(shown("KOR", "target"), QStringLiteral("n/a"));
    EXPECT_EQ(shown("KOR", "gross"), QStringLiteral("89"));
    while (m_desk.workspace.session().canUndo())
        m_desk.workspace.undo();
    EXPECT_EQ(shown("KOR", "stock"), QStringLiteral("n/a"));
    EXPECT_EQ(m_desk.workspace.data(), m_desk.workspace.baseline());
    m_desk.workspace.redo();
    EXPECT_EQ(shown("KOR", "stock"), QStringLiteral("2\u202F400"));
}

TEST_F(Stockpiles, ItIsOfRefinedMaterialWhateverStageOtherPagesShow) {
    QTest::mouseClick(m_desk.find<QToolButton>("allRows"), Qt::LeftButton);
    const QString consumption = shown("USA", "consumption");
    const int rows = table().model()->rowCount();
    EXPECT_NE(consumption, QStringLiteral("n/a"));
    m_desk.go("cobalt", Stage::mine);
    EXPECT_EQ(shown("USA", "consumption"), consumption);
    EXPECT_EQ(table().model()->rowCount(), rows);
    EXPECT_EQ(m_desk.model.context().stage, Stage::mine);
    QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, table().visualRect(cell("USA", "consumption")).center());
    ASSERT_EQ(m_desk.explained.size(), 1U);
    EXPECT_EQ(m_desk.explained.front().query.stage, Stage::refine);
    EXPECT_TRUE(labelsOf(*m_desk.find<PageHead>("")).contains(QStringLiteral("always refined material")));
    EXPECT_TRUE(labelsOf(*m_desk.find<Card>("stocksCard")).contains(QStringLiteral("Stocks of cobalt, refined")));
}

TEST_F(Stockpiles, WhatNothingRefinedIsPublishedOfIsStockedAsMined) {
    m_desk.go("fluorspar", Stage::mine);
    EXPECT_NE(shown("USA", "consumption"), QStringLiteral("n/a"));
    EXPECT_TRUE(labelsOf(*m_desk.find<Card>("stocksCard")).contains(QStringLiteral("Stocks of fluorspar, as mined")));
    EXPECT_TRUE(labelsOf(*m_desk.find<PageHead>("")).contains(QStringLiteral("nothing refined is published")));
}

TEST_F(Stockpiles, ConsumptionOfTheYearAloneIsTheOneThatIsEdited) {
    const Key every{Quantity::consumption, "KOR", "cobalt", {}};
    const Key alone{Quantity::consumption, "KOR", "cobalt", std::to_string(m_desk.model.context().year)};
    m_desk.workspace.apply(
        {{m_desk.workspace.setting(every, 8000.0, {}), m_desk.workspace.setting(alone, 7000.0, {})}, {}});
    EXPECT_EQ(shown("KOR", "consumption"), QStringLiteral("7\u202F000"));
    type("KOR", "consumption", "7500");
    EXPECT_EQ(shown("KOR", "consumption"), QStringLiteral("7\u202F500"));
    EXPECT_EQ(m_desk.workspace.find(every)->central, 8000.0);
    table().setCurrentIndex(cell("KOR", "consumption"));
    QTest::keyClick(&table(), Qt::Key_Delete);
    EXPECT_EQ(m_desk.workspace.find(alone), nullptr);
    EXPECT_EQ(shown("KOR", "consumption"), QStringLiteral("8\u202F000"));
}

TEST_F(Stockpiles, DelReturnsToWhatIsPublished) {
    m_desk.go("lithium", Stage::refine);
    const QString published = shown("KOR", "stock");
    EXPECT_NE(published, QStringLiteral("n/a"));
    type("KOR", "stock", "5000");
    EXPECT_EQ(shown("KOR", "stock"), QStringLiteral("5\u202F000"));
    table().setCurrentIndex(cell("KOR", "stock"));
    QTest::keyClick(&table(), Qt::Key_Delete);
    EXPECT_EQ(shown("KOR", "stock"), published);
    EXPECT_TRUE(m_desk.workspace.workspace().assumptions.empty());
}

TEST_F(Stockpiles, ARefusedValueLeavesEverythingAsItWas) {
    setKorea();
    type("KOR", "stock", "-5", Qt::Key_Escape);
    type("KOR", "stock", "1e400", Qt::Key_Escape);
    EXPECT_EQ(shown("KOR", "stock"), QStringLiteral("2\u202F400"));
    EXPECT_EQ(m_desk.workspace.session().history().size(), 4U);
}

TEST_F(Stockpiles, TheBlocHoldsAtLeastWhatItsMembersDo) {
    type("EU27", "consumption", "17500");
    type("EU27", "target", "60");
    m_desk.workspace.apply(
        {{m_desk.workspace.setting({Quantity::stock, "DEU", "cobalt", {}}, 420.0, std::nullopt)}, {}});
    EXPECT_EQ(shown("DEU", "stock"), QStringLiteral("420"));
    EXPECT_EQ(shown("EU27", "stock"), QStringLiteral("≥ 420"));
    EXPECT_TRUE(shown("EU27", "gap").startsWith(QStringLiteral("≤ "))) << shown("EU27", "gap").toStdString();
}

TEST_F(Stockpiles, TwoStocksMakeAPool) {
    auto* pooled = m_desk.find<ChartCard>("pooled");
    EXPECT_NE(pooled->emptyState(), nullptr);
    setKorea();
    type("JPN", "stock", "1650");
    type("JPN", "consumption", "9700");
    EXPECT_EQ(pooled->emptyState(), nullptr);
    EXPECT_TRUE(render::textOf(pooled->view().chart()).title.startsWith(QStringLiteral("Pooled, both last to day")));
    EXPECT_TRUE(render::textOf(pooled->view().chart()).assumption.contains(QStringLiteral("South Korea")));
}

TEST_F(Stockpiles, ThePriceIsAnAssumptionToo) {
    setKorea();
    type("KOR", "target", "200");
    auto* price = m_desk.find<QLineEdit>("price");
    price->setFocus();
    price->selectAll();
    QTest::keyClicks(price, QStringLiteral("33 USD/kg"));
    QTest::keyClick(price, Qt::Key_Return);
    const Key key{Quantity::price, {}, "cobalt", {}};
    ASSERT_NE(m_desk.workspace.find(key), nullptr);
    EXPECT_DOUBLE_EQ(m_desk.workspace.find(key)->central, 33000.0);
    const double gap = 200.0 * 8600.0 / 365.0 - 2400.0;
    EXPECT_NEAR(cell("KOR", "cost").data(TableModel::SortRole).toDouble(), gap * 33000.0, 1.0);
}

TEST_F(Stockpiles, OneEconomyShowsItsMinerals) {
    Context wanted = m_desk.model.context();
    wanted.consumer = *m_desk.model.data().economy("KOR");
    m_desk.model.set(wanted);
    QTest::mouseClick(m_desk.find<Segment>("")->button(QStringLiteral("minerals")), Qt::LeftButton);
    EXPECT_TRUE(cell("lithium", "stock").isValid());
    EXPECT_FALSE(cell("KOR", "stock").isValid());
    type("lithium", "target", "100");
    ASSERT_NE(m_desk.workspace.find({Quantity::targetDays, "KOR", "lithium", {}}), nullptr);
}

TEST_F(Stockpiles, EveryFigureOfTheTableCanBeExplained) {
    setKorea();
    for (const char* column : {"stock", "consumption", "target", "gross", "net", "gap", "cost"}) {
        m_desk.explained.clear();
        QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, table().visualRect(cell("KOR", column)).center());
        ASSERT_EQ(m_desk.explained.size(), 1U) << column;
        const FigureRef& ref = m_desk.explained.front();
        const Figure figure = index::find(ref.index)->compute(ref.query);
        EXPECT_FALSE(figure.formula.empty()) << column;
        EXPECT_FALSE(figure.inputs.empty()) << column;
    }
}

TEST_F(Stockpiles, ARangeIsSaidOfWhatRestsOnIt) {
    setKorea();
    type("KOR", "consumption", "8000..8600..9200");
    const QString tip = cell("KOR", "gross").data(Qt::ToolTipRole).toString();
    EXPECT_TRUE(tip.contains(QStringLiteral("83 to 96"))) << tip.toStdString();  // 2 100 t of 9 200 and of 8 000
    EXPECT_EQ(shown("KOR", "gross"), QStringLiteral("89"));
}

// A hundred days, as Korea holds them, of what the consumer uses.
TEST_F(Stockpiles, WhatOthersDoIsSaidInTonnesAndMoneyOfTheConsumer) {
    Context wanted = m_desk.model.context();
    wanted.consumer = *m_desk.model.data().economy("KOR");
    m_desk.model.set(wanted);
    auto* practice = m_desk.find<TableView>("practiceTable");
    const auto copied = [&](const QString& level, const char* column) {
        const auto& columns = practice->table().columns();
        const auto at = [&](const QString& id) {
            return static_cast<std::size_t>(std::ranges::find(columns, id, &Column::id) - columns.begin());
        };
        for (const TableRow& row : practice->table().rows())
            if (row.cells[at(QStringLiteral("level"))].text.startsWith(level))
                return row.cells[at(QLatin1String(column))];
        return Cell{};
    };
    EXPECT_EQ(copied(QStringLiteral("100"), "copied").state, State::unknown);
    EXPECT_EQ(copied(QStringLiteral("7"), "copied").state, State::notApplicable);  // 7 500 t are no days
    type("KOR", "consumption", "7300");
    EXPECT_EQ(copied(QStringLiteral("100"), "copied").sort, 2000.0);
    EXPECT_TRUE(copied(QStringLiteral("100"), "copied").tooltip.contains(QStringLiteral("which you set")));
    EXPECT_GT(copied(QStringLiteral("100"), "copiedCost").sort.value_or(0.0), 1e6);
}

TEST_F(Stockpiles, ItsTablesAreSoundModels) {
    for (const char* name : {"stocksTable", "practiceTable"}) {
        auto* view = m_desk.find<TableView>(name);
        QAbstractItemModelTester proxy(view->model(), QAbstractItemModelTester::FailureReportingMode::Warning);
        QAbstractItemModelTester source(&view->table(), QAbstractItemModelTester::FailureReportingMode::Warning);
        m_desk.go("lithium", Stage::mine);
        EXPECT_GT(view->model()->rowCount(), 0);
    }
    setKorea();
}

TEST_F(Stockpiles, EveryMineralHasASentenceAndARow) {
    const Dataset& data = m_desk.model.data();
    for (std::size_t m = 0; m < data.minerals.size(); ++m) {
        for (const Stage stage : data.stagesOf(MineralId(m))) {
            m_desk.go(data.minerals[m].slug.c_str(), stage);
            const QString text = sentence();
            EXPECT_TRUE(text.endsWith(QLatin1Char('.'))) << data.minerals[m].slug;
            EXPECT_FALSE(text.contains(QLatin1Char('%') + QString::number(1))) << text.toStdString();
            EXPECT_FALSE(text.contains(QStringLiteral("nan"))) << text.toStdString();
            EXPECT_GT(table().model()->rowCount(), 0) << data.minerals[m].slug;
        }
    }
}

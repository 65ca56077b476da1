#include "ui/common/table_view.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QImage>
#include <QPainter>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

using namespace adit;
using namespace adit::ui;

namespace {

std::vector<Column> columns() {
    return {{QStringLiteral("producer"), QStringLiteral("Producer"), CellKind::swatch, {}, true},
            {QStringLiteral("tonnes"), QStringLiteral("t Co, 2022"), CellKind::number},
            {QStringLiteral("cover"), QStringLiteral("Cover"), CellKind::bar},
            {QStringLiteral("trend"), QStringLiteral("2018–2022"), CellKind::sparkline},
            {QStringLiteral("flag"), QStringLiteral("Flag"), CellKind::chip},
            {QStringLiteral("share"), QStringLiteral("Share"), CellKind::heat},
            {QStringLiteral("measure"), QStringLiteral("Measure in force, 31 Dec 2025"), CellKind::text}};
}

TableRow row(const char* id, const char* name, std::optional<double> tonnes, State state = State::known) {
    TableRow out;
    out.id = QLatin1String(id);
    out.link = QStringLiteral("economy/") + out.id;
    Cell producer{QString::fromUtf8(name)};
    producer.colour = QColor(0x19, 0x85, 0x6F);
    Cell mass{tonnes ? QString::number(*tonnes) : QStringLiteral("W"), tonnes};
    mass.state = state;
    mass.link = QStringLiteral("figure/") + out.id;
    Cell cover;
    cover.fraction = tonnes.value_or(0.0) / 120000.0;
    cover.state = state;
    Cell trend;
    trend.trend.values = {1.0, std::nullopt, 2.0, 4.0};
    Cell heat{QStringLiteral("69")};
    heat.colour = QColor(0x15, 0x3F, 0x5F);
    out.cells = {producer,
                 mass,
                 cover,
                 trend,
                 Cell{QStringLiteral("reported")},
                 heat,
                 Cell{QStringLiteral("none in the register")}};
    return out;
}

std::vector<TableRow> rows() {
    std::vector<TableRow> out{row("COD", "DR Congo", 115371), row("IDN", "Indonesia", 9600),
                              row("USA", "United States", std::nullopt, State::withheld),
                              row("RUS", "Russia", 9000, State::estimated), row("ZAF", "Südafrika", 0, State::zero)};
    TableRow total = row("WORLD", "World", 166030);
    total.total = true;
    out.insert(out.begin(), total);
    return out;
}

QStringList order(const TableView& view) {
    QStringList ids;
    for (int i = 0; i < view.model()->rowCount(); ++i)
        ids << view.model()->index(i, 0).data(TableModel::RowIdRole).toString();
    return ids;
}

class TableViewTest : public testing::Test {
protected:
    void SetUp() override {
        view.resize(1100, 240);
        view.setTable(columns(), rows());
        view.setSource(QStringLiteral("Source: World Mining Data"));
        view.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&view));
    }
    QPoint placeOf(const QString& id, int column) {
        for (int i = 0; i < view.model()->rowCount(); ++i)
            if (view.model()->index(i, 0).data(TableModel::RowIdRole).toString() == id)
                return view.visualRect(view.model()->index(i, column)).center();
        return {};
    }
    TableView view;
};

}  // namespace

TEST(TableModel, KeepsItsContract) {
    TableModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setTable(columns(), rows());
    std::vector<TableRow> changed = rows();
    changed[1].cells[1].text = QStringLiteral("1");
    model.setRows(changed);
    changed.pop_back();
    model.setRows(changed);
    model.setRows({});
    EXPECT_EQ(model.rowCount(), 0);
}

TEST(TableModel, TheSorterKeepsItsContractToo) {
    TableModel model;
    TableSorter sorter;
    sorter.setSourceModel(&model);
    const QAbstractItemModelTester tester(&sorter, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setTable(columns(), rows());
    sorter.sort(1, Qt::DescendingOrder);
    std::vector<TableRow> changed = rows();
    changed[1].cells[1].sort = 1.0;
    model.setRows(changed);
    EXPECT_EQ(sorter.index(0, 0).data(TableModel::RowIdRole).toString(), QStringLiteral("IDN"));
}

TEST(TableModel, NewFiguresForTheSameRowsAreNoNewTable) {
    TableModel model;
    model.setTable(columns(), rows());
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    std::vector<TableRow> changed = rows();
    changed[1].cells[1].text = QStringLiteral("7");
    model.setRows(changed);
    EXPECT_EQ(resets.count(), 0);
    EXPECT_EQ(changes.count(), 1);
}

TEST_F(TableViewTest, MissingAndThenTotalsStayLastInBothDirections) {
    view.sortBy(QStringLiteral("tonnes"), Qt::DescendingOrder);
    EXPECT_EQ(order(view).join(QLatin1Char(' ')), QStringLiteral("COD IDN RUS ZAF USA WORLD"));
    view.sortBy(QStringLiteral("tonnes"), Qt::AscendingOrder);
    EXPECT_EQ(order(view).join(QLatin1Char(' ')), QStringLiteral("ZAF RUS IDN COD USA WORLD"));
}

TEST_F(TableViewTest, AClickOnTheHeaderSortsLargestFirstAndThenTurns) {
    QHeaderView& header = *view.horizontalHeader();
    const QPoint tonnes(header.sectionViewportPosition(1) + 20, header.height() / 2);
    QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, tonnes);
    EXPECT_EQ(order(view).first(), QStringLiteral("COD"));
    QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, tonnes);
    EXPECT_EQ(order(view).first(), QStringLiteral("ZAF"));
}

TEST_F(TableViewTest, ACellWithAFigureOpensItAndAnyOtherOpensTheRow) {
    QSignalSpy cells(&view, &TableView::cellActivated);
    QSignalSpy all(&view, &TableView::rowActivated);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, placeOf(QStringLiteral("IDN"), 1));
    ASSERT_EQ(cells.count(), 1);
    EXPECT_EQ(cells[0][1].toString(), QStringLiteral("figure/IDN"));
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, placeOf(QStringLiteral("RUS"), 0));
    ASSERT_EQ(all.count(), 1);
    EXPECT_EQ(all[0][1].toString(), QStringLiteral("economy/RUS"));
    EXPECT_EQ(view.selectedRow(), QStringLiteral("RUS"));
}

TEST_F(TableViewTest, KeysMoveAndEnterOpens) {
    view.setFocus();
    view.selectRow(QStringLiteral("COD"));
    QSignalSpy all(&view, &TableView::rowActivated);
    QTest::keyClick(&view, Qt::Key_Down);
    QTest::keyClick(&view, Qt::Key_Return);
    ASSERT_EQ(all.count(), 1);
    EXPECT_EQ(all[0][0].toString(), QStringLiteral("IDN"));
}

TEST_F(TableViewTest, SelectionStaysWithItsRowWhenFiguresAndOrderChange) {
    view.selectRow(QStringLiteral("RUS"));
    std::vector<TableRow> changed = rows();
    std::reverse(changed.begin(), changed.end());
    view.setTable(columns(), changed);
    EXPECT_EQ(view.selectedRow(), QStringLiteral("RUS"));
}

TEST_F(TableViewTest, CopyBringsHeaderRowsAndSource) {
    view.setFocus();
    view.selectRow(QStringLiteral("COD"));
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
    ASSERT_EQ(lines.size(), 9);
    EXPECT_TRUE(lines[0].startsWith(QStringLiteral("Producer\tt Co, 2022\t")));
    EXPECT_EQ(lines[7], QStringLiteral("Source: World Mining Data"));
}

TEST_F(TableViewTest, ColumnsFillTheWidthAndNeedNoScrollBar) {
    int sum = 0;
    for (int i = 0; i < view.model()->columnCount(); ++i)
        sum += view.columnWidth(i);
    EXPECT_NEAR(sum, view.viewport()->width(), 8);
    EXPECT_EQ(view.horizontalScrollBar()->maximum(), 0);
    view.resize(660, 240);
    EXPECT_TRUE(QTest::qWaitFor([this] { return view.horizontalScrollBar()->maximum() == 0; }));
    EXPECT_EQ(view.viewport()->width(), 660);
}

TEST_F(TableViewTest, WhatLacksIsTakenFromTheLongestText) {
    TableRow line;
    line.id = QStringLiteral("ZWE");
    line.cells = {Cell{QStringLiteral("Zimbabwe")}, Cell{QString(300, QLatin1Char('s'))}};
    view.resize(400, 240);
    view.setTable({{QStringLiteral("imposer"), QStringLiteral("Imposer"), CellKind::text},
                   {QStringLiteral("source"), QStringLiteral("Source"), CellKind::text}},
                  {line});
    const int name = view.columnWidth(0);
    EXPECT_GT(name, view.fontMetrics().horizontalAdvance(QStringLiteral("Zimbabwe")));
    EXPECT_NEAR(name + view.columnWidth(1), view.viewport()->width(), 8);
    EXPECT_GT(view.columnWidth(1), 2 * name);
}

TEST_F(TableViewTest, PaintsEveryKindOfCellInBothThemes) {
    for (const bool dark : {false, true}) {
        const render::Theme theme = render::Theme::of(dark);
        view.setTheme(theme);
        const QImage image = view.viewport()->grab().toImage();
        const QPoint heat = placeOf(QStringLiteral("COD"), 5) + QPoint(20, 6);
        EXPECT_EQ(image.pixelColor(heat).name(), QStringLiteral("#153f5f"));
    }
}

TEST_F(TableViewTest, TheFirstColumnStandsWhileTheRestScrolls) {
    view.resize(320, 240);
    QTest::qWait(1);
    auto* frozen = view.findChild<QTableView*>(QStringLiteral("frozenColumn"));
    ASSERT_NE(frozen, nullptr);
    ASSERT_GT(view.horizontalScrollBar()->maximum(), 0);
    EXPECT_FALSE(frozen->isVisible());
    view.horizontalScrollBar()->setValue(view.horizontalScrollBar()->maximum());
    EXPECT_TRUE(frozen->isVisible());
    EXPECT_EQ(frozen->width(), view.columnWidth(0));
    EXPECT_EQ(frozen->columnAt(4), 0);
    const QModelIndex second = view.model()->index(1, 0);
    EXPECT_EQ(frozen->visualRect(second).top(), view.visualRect(second).top());

    // A click on it chooses the row of the table.
    const QSignalSpy activated(&view, &TableView::rowActivated);
    QTest::mouseClick(frozen->viewport(), Qt::LeftButton, {}, frozen->visualRect(second).center());
    EXPECT_EQ(view.selectedRow(), order(view)[1]);
    EXPECT_EQ(activated.count(), 1);
    EXPECT_GT(view.horizontalScrollBar()->value(), 0);  // and leaves the rest where it was

    // Its header sorts the table.
    QTest::mouseClick(frozen->horizontalHeader()->viewport(), Qt::LeftButton, {}, QPoint(20, 10));
    EXPECT_EQ(order(view).first(), QStringLiteral("COD"));
    EXPECT_TRUE(frozen->horizontalHeader()->isSortIndicatorShown());
}

TEST_F(TableViewTest, ARowThatTheLowerEdgeCutsIsNotShown) {
    // Room for three rows and a half of the six.
    const int height = view.verticalHeader()->defaultSectionSize();
    view.resize(1100, view.height() - view.viewport()->height() + 3 * height + height / 2);
    QTest::qWait(1);
    ASSERT_EQ(view.viewport()->height(), 3 * height + height / 2);
    const QPoint cut(20, 3 * height + 4);
    EXPECT_FALSE(view.indexAt(cut).isValid());
    EXPECT_TRUE(view.indexAt(QPoint(20, 3 * height - 4)).isValid());
    const QImage picture = view.viewport()->grab().toImage();
    const QRgb ground = picture.pixel(picture.width() / 2, picture.height() - 1);
    for (int x = 0; x < picture.width(); ++x)
        ASSERT_EQ(picture.pixel(x, cut.y()), ground) << x;
    // Scrolling brings it up whole.
    view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum());
    const QRect last = view.visualRect(view.model()->index(view.model()->rowCount() - 1, 0));
    EXPECT_LE(last.bottom(), view.viewport()->rect().bottom());
    EXPECT_TRUE(view.indexAt(last.center()).isValid());
    // A view too low for any row shows one nevertheless.
    view.resize(1100, view.height() - view.viewport()->height() + height / 2);
    QTest::qWait(1);
    view.verticalScrollBar()->setValue(0);
    EXPECT_TRUE(view.indexAt(QPoint(20, 2)).isValid());
}

TEST_F(TableViewTest, KeysWalkToCellsClearOfTheFirstColumn) {
    view.resize(320, 240);
    view.setFocus();
    view.setCurrentIndex(view.model()->index(0, 6));
    for (int column = 5; column >= 1; --column) {
        QTest::keyClick(&view, Qt::Key_Left);
        ASSERT_EQ(view.currentIndex().column(), column);
        const auto* frozen = view.findChild<QTableView*>(QStringLiteral("frozenColumn"));
        const int edge = frozen->isVisible() ? view.columnWidth(0) : 0;
        EXPECT_GE(view.visualRect(view.currentIndex()).left(), edge) << column;
    }
    QTest::keyClick(&view, Qt::Key_Left);
    EXPECT_EQ(view.horizontalScrollBar()->value(), 0);
}

TEST(Sparkline, YearsThatRestOnAnAssumptionAreDotsInTheColourOfEdits) {
    const QColor line = Qt::black;
    const QColor edit = Qt::red;
    const auto reds = [&](const render::Trend& trend) {
        QImage image(62, 26, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        render::paintSparkline(painter, QRectF(QPointF(), image.size()), trend, line, edit);
        painter.end();
        QStringList columns;
        for (int x = 0; x < image.width(); ++x)
            for (int y = 0; y < image.height(); ++y)
                if (image.pixelColor(x, y) == edit && !columns.contains(QString::number(x)))
                    columns << QString::number(x);
        return columns;
    };
    const std::vector<std::optional<double>> values{1.0, 3.0, std::nullopt, 2.0, 4.0};
    EXPECT_TRUE(reds({values, {}}).isEmpty());
    const QStringList first = reds({values, {0}});
    ASSERT_FALSE(first.isEmpty());
    EXPECT_LT(first.last().toInt(), 8);
    const QStringList last = reds({values, {4}});
    ASSERT_FALSE(last.isEmpty());
    EXPECT_GT(last.first().toInt(), 50);
    EXPECT_TRUE(reds({values, {2, 9}}).isEmpty());  // nothing stands there
}

#include "ui/common/cell_editor.h"
#include "ui/common/quantity_entry.h"
#include "ui/common/table_view.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

using namespace adit;
using namespace adit::ui;

namespace {

Cell number(const QString& text, bool editable) {
    Cell cell;
    cell.text = cell.entry = text;
    cell.sort = text.toDouble();
    cell.editable = editable;
    return cell;
}

// Three economies with a stock and a target that can be typed, and a cover that follows from them.
class TableEditing : public testing::Test {
protected:
    TableEditing() {
        QApplication::setActiveWindow(&m_view);
        std::vector<TableRow> rows;
        for (const auto& [id, stock, target] :
             {std::tuple{"KOR", "2400", "100"}, {"JPN", "1650", "60"}, {"USA", "1250", "60"}}) {
            TableRow row;
            row.id = QLatin1String(id);
            Cell name;
            name.text = row.id;
            row.cells = {name, number(QLatin1String(stock), true), number(QStringLiteral("89"), false),
                         number(QLatin1String(target), true)};
            rows.push_back(row);
        }
        m_view.setTable({{QStringLiteral("name"), QStringLiteral("Economy")},
                         {QStringLiteral("stock"), QStringLiteral("Stock, t"), CellKind::number},
                         {QStringLiteral("cover"), QStringLiteral("Cover"), CellKind::number},
                         {QStringLiteral("target"), QStringLiteral("Target"), CellKind::number}},
                        rows);
        m_view.setEditing([](const QString&, const QString& column, const QString& text) {
            return readQuantity(text, column == QLatin1String("stock") ? Unit::tonnes : Unit::days).refusal;
        });
        QObject::connect(&m_view, &TableView::edited,
                         [this](const std::vector<CellChange>& c) { m_steps.push_back(c); });
        QObject::connect(&m_view, &TableView::refused, [this](const QString& reason) { m_refused = reason; });
        m_view.resize(600, 200);
        m_view.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&m_view));
        m_view.setFocus();
    }

    void standAt(int row, int column) { m_view.setCurrentIndex(m_view.model()->index(row, column)); }
    CellEditor* editor() { return m_view.findChild<CellEditor*>(); }
    void type(const char* keys) {
        QTest::keyClicks(editor() != nullptr ? static_cast<QWidget*>(editor()) : m_view.viewport(),
                         QLatin1String(keys));
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(editor() != nullptr && editor()->isVisible() ? static_cast<QWidget*>(editor()) : &m_view,
                        Qt::Key(key), modifiers);
        QCoreApplication::processEvents();  // Enter commits after the field has seen it
    }

    TableView m_view;
    std::vector<std::vector<CellChange>> m_steps;
    QString m_refused;
};

CellChange change(const char* row, const char* column, std::optional<const char*> text) {
    return {QLatin1String(row), QLatin1String(column), text ? std::optional(QString::fromUtf8(*text)) : std::nullopt};
}

}  // namespace

TEST_F(TableEditing, TypingReplacesAndEnterCommits) {
    standAt(0, 1);
    QTest::keyClick(&m_view, Qt::Key_9);
    ASSERT_NE(editor(), nullptr);
    type("00");
    press(Qt::Key_Return);
    ASSERT_EQ(m_steps.size(), 1U);
    EXPECT_EQ(m_steps[0], (std::vector{change("KOR", "stock", "900")}));
    EXPECT_EQ(m_view.currentIndex(), m_view.model()->index(1, 1));
}

TEST_F(TableEditing, TabCommitsAndEditsTheNextCellThatCanBeEdited) {
    standAt(0, 1);
    QTest::keyClick(&m_view, Qt::Key_9);
    press(Qt::Key_Tab);
    ASSERT_EQ(m_steps.size(), 1U);
    EXPECT_EQ(m_view.currentIndex().column(), 3);  // over the cover
    EXPECT_EQ(m_view.currentIndex().row(), 0);
}

TEST_F(TableEditing, TabInTheTableWalksTheCellsThatCanBeEdited) {
    standAt(0, 1);
    press(Qt::Key_Tab);
    EXPECT_EQ(m_view.currentIndex(), m_view.model()->index(0, 3));
    press(Qt::Key_Tab);
    EXPECT_EQ(m_view.currentIndex(), m_view.model()->index(1, 1));
    press(Qt::Key_Backtab, Qt::ShiftModifier);
    EXPECT_EQ(m_view.currentIndex(), m_view.model()->index(0, 3));
}

TEST_F(TableEditing, ANegativeStockIsRefusedWithTheReasonAndTheOldOneStands) {
    standAt(0, 1);
    QTest::keyClick(&m_view, Qt::Key_Minus);
    type("5");
    EXPECT_FALSE(editor()->isAcceptable());
    press(Qt::Key_Return);
    ASSERT_NE(editor(), nullptr);
    EXPECT_TRUE(editor()->isVisible());
    const auto* note = m_view.findChild<QLabel*>(QStringLiteral("cellRefusal"));
    ASSERT_NE(note, nullptr);
    EXPECT_TRUE(note->isVisible());
    EXPECT_TRUE(note->text().contains(QStringLiteral("0 or more")));
    press(Qt::Key_Escape);
    EXPECT_TRUE(m_steps.empty());
}

TEST_F(TableEditing, WhatIsLeftAsItWasIsNoEdit) {
    standAt(0, 1);
    press(Qt::Key_Return);
    ASSERT_NE(editor(), nullptr);
    press(Qt::Key_Return);
    EXPECT_TRUE(m_steps.empty());
}

TEST_F(TableEditing, DelReturnsToTheDefaultAndSoDoesAnEmptyText) {
    standAt(0, 1);
    press(Qt::Key_Delete);
    ASSERT_EQ(m_steps.size(), 1U);
    EXPECT_EQ(m_steps[0], (std::vector{change("KOR", "stock", std::nullopt)}));
    press(Qt::Key_Return);
    editor()->clear();
    press(Qt::Key_Return);
    ASSERT_EQ(m_steps.size(), 2U);
    EXPECT_EQ(m_steps[1], (std::vector{change("KOR", "stock", std::nullopt)}));
}

TEST_F(TableEditing, FillDownTakesTheFirstOfTheSelectedRows) {
    standAt(0, 3);
    for (int row = 0; row < 3; ++row)
        m_view.selectionModel()->select(m_view.model()->index(row, 3),
                                        QItemSelectionModel::Select | QItemSelectionModel::Rows);
    press(Qt::Key_D, Qt::ControlModifier);
    ASSERT_EQ(m_steps.size(), 1U);
    EXPECT_EQ(m_steps[0], (std::vector{change("JPN", "target", "100"), change("USA", "target", "100")}));
}

TEST_F(TableEditing, PastedRowsAndColumnsAreOneStep) {
    standAt(1, 1);
    QApplication::clipboard()->setText(QStringLiteral("1,7 kt\tx\t90\r\n800\t\t30\r\n"));
    press(Qt::Key_V, Qt::ControlModifier);
    ASSERT_EQ(m_steps.size(), 1U);
    EXPECT_EQ(m_steps[0], (std::vector{change("JPN", "stock", "1,7 kt"), change("JPN", "target", "90"),
                                       change("USA", "stock", "800"), change("USA", "target", "30")}));
}

TEST_F(TableEditing, OfAPasteWithOneBadCellNothingIsTaken) {
    standAt(0, 1);
    QApplication::clipboard()->setText(QStringLiteral("5\n1e400\n7"));
    press(Qt::Key_V, Qt::ControlModifier);
    EXPECT_TRUE(m_steps.empty());
    EXPECT_TRUE(m_refused.contains(QStringLiteral("1e400"))) << m_refused.toStdString();
}

TEST_F(TableEditing, KeepsItsModelSound) {
    QAbstractItemModelTester tester(&m_view.table(), QAbstractItemModelTester::FailureReportingMode::Warning);
    EXPECT_TRUE(m_view.table().flags(m_view.table().index(0, 1)) & Qt::ItemIsEditable);
    EXPECT_FALSE(m_view.table().flags(m_view.table().index(0, 2)) & Qt::ItemIsEditable);
}

#include "ui/shell/estimates_dialog.h"

#include "tests/ui/shell/shell.h"
#include "ui/common/cell_editor.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QTabWidget>

#include <gtest/gtest.h>

using namespace adit;
using namespace adit::ui;
using workspace::Key;
using workspace::Quantity;

namespace {

class Estimates : public testing::Test {
protected:
    Estimates() {
        m_dialog.show();
        QApplication::setActiveWindow(&m_dialog);
        (void)QTest::qWaitForWindowExposed(&m_dialog);
    }

    TableView& table(const char* name) {
        auto* dialog = &m_dialog;
        dialog->findChild<QTabWidget*>()->setCurrentIndex(QLatin1String(name) == QLatin1String("governanceTable") ? 0
                                                                                                                  : 1);
        return *dialog->findChild<TableView*>(QLatin1String(name));
    }
    static QModelIndex cell(TableView& table, const char* row, const char* column) {
        const auto& columns = table.table().columns();
        for (int r = 0; r < table.model()->rowCount(); ++r) {
            if (table.model()->index(r, 0).data(TableModel::RowIdRole).toString() != QLatin1String(row)) continue;
            for (std::size_t c = 0; c < columns.size(); ++c) {
                if (columns[c].id == QLatin1String(column)) return table.model()->index(r, static_cast<int>(c));
            }
        }
        return {};
    }
    static void select(TableView& table, const char* row, const char* column) {
        table.setFocus();
        table.setCurrentIndex(cell(table, row, column));
    }
    static void type(TableView& table, const char* row, const char* column, const char* text,
                     int end = Qt::Key_Return) {
        select(table, row, column);
        QTest::keyClick(&table, Qt::Key_Return);
        auto* editor = table.findChild<CellEditor*>();
        ASSERT_NE(editor, nullptr);
        editor->selectAll();
        QTest::keyClicks(editor, QLatin1String(text));
        QTest::keyClick(editor, Qt::Key(end));
        QApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    const workspace::Assumption* found(const Key& key) const { return m_workspace.find(key); }

    WorkspaceModel m_workspace{test::bundled(),
                               workspace::Session::unsaved([] { return std::string("2026-11-23T12:00:00Z"); })};
    EstimatesDialog m_dialog{m_workspace};
};

const Key chile{Quantity::governance, "CHL", "", "pv/2023"};

}  // namespace

TEST_F(Estimates, AnEstimateIsTypedMarkedAndTakenBack) {
    TableView& table = this->table("governanceTable");
    QAbstractItemModelTester tester(table.model(), QAbstractItemModelTester::FailureReportingMode::Warning);
    const QString published = cell(table, "CHL", "pv").data().toString();
    type(table, "CHL", "pv", "-2..-1.5..0");
    ASSERT_NE(found(chile), nullptr);
    EXPECT_EQ(found(chile)->central, -1.5);
    EXPECT_EQ(found(chile)->low, -2.0);
    EXPECT_TRUE(found(chile)->baseline);
    const auto* sorter = static_cast<const QSortFilterProxyModel*>(table.model());
    const Cell shown = *table.table().cell(sorter->mapToSource(cell(table, "CHL", "pv")));
    EXPECT_EQ(shown.state, State::assumed);
    EXPECT_TRUE(shown.tooltip.contains(published)) << shown.tooltip.toStdString();
    select(table, "CHL", "pv");
    QTest::keyClick(&table, Qt::Key_Delete);
    EXPECT_EQ(found(chile), nullptr);
    EXPECT_EQ(cell(table, "CHL", "pv").data().toString(), published);
}

TEST_F(Estimates, OneBeyondTheScaleIsNotTaken) {
    TableView& table = this->table("governanceTable");
    type(table, "CHL", "pv", "-7");
    auto* editor = table.findChild<CellEditor*>();
    ASSERT_NE(editor, nullptr);
    EXPECT_FALSE(editor->isAcceptable());
    QTest::keyClick(editor, Qt::Key_Escape);
    EXPECT_EQ(found(chile), nullptr);
}

TEST_F(Estimates, AnotherYearIsEditedForItself) {
    auto* years = m_dialog.findChild<QComboBox*>(QStringLiteral("estimatesYear"));
    ASSERT_GT(years->count(), 20);
    EXPECT_EQ(years->currentText(), QStringLiteral("2023"));
    years->setCurrentIndex(1);
    Q_EMIT years->activated(1);
    type(table("governanceTable"), "CHL", "cc", "1");
    EXPECT_NE(found({Quantity::governance, "CHL", "", "cc/2022"}), nullptr);
}

TEST_F(Estimates, OneWithoutItsYearIsTakenBackToo) {
    WorkspaceModel& model = m_workspace;
    ASSERT_TRUE(model.apply({{model.setting({Quantity::governance, "CHL", "", "pv"}, -1.0, std::nullopt)}, {}}));
    TableView& table = this->table("governanceTable");
    EXPECT_EQ(cell(table, "CHL", "pv").data().toString(), QStringLiteral("−1.00"));
    select(table, "CHL", "pv");
    QTest::keyClick(&table, Qt::Key_Delete);
    EXPECT_TRUE(model.workspace().assumptions.empty());
}

TEST_F(Estimates, RecyclingAndSubstitutionAreTyped) {
    TableView& table = this->table("recyclingTable");
    EXPECT_EQ(cell(table, "cobalt", "recycling-rate").data().toString(), QStringLiteral("0.22"));
    type(table, "cobalt", "recycling-rate", "50 %");
    type(table, "cobalt", "substitution-index", "0.8");
    ASSERT_NE(found({Quantity::recyclingRate, "", "cobalt", ""}), nullptr);
    EXPECT_EQ(found({Quantity::recyclingRate, "", "cobalt", ""})->central, 0.5);
    EXPECT_EQ(found({Quantity::substitutionIndex, "", "cobalt", ""})->central, 0.8);
    m_workspace.undo();
    EXPECT_EQ(found({Quantity::substitutionIndex, "", "cobalt", ""}), nullptr);
}

TEST_F(Estimates, AnExplanationNamesThemAmongTheAssumptions) {
    type(table("governanceTable"), "CHL", "pv", "-1.5");
    type(table("recyclingTable"), "copper", "recycling-rate", "0.5");
    index::Query query;
    query.data = m_workspace.data().get();
    query.mineral = *query.data->mineral("copper");
    query.stage = Stage::refine;
    query.year = 2023;
    query.economy = query.data->economy("USA");
    const Explanation explained = explain({"eu-supply-risk", query}, NumberText(QLocale(QLocale::English)));
    const QString& said = explained.assumptions;
    EXPECT_TRUE(said.contains(QStringLiteral("Chile, political stability: −1.5"))) << said.toStdString();
    EXPECT_TRUE(said.contains(QStringLiteral("end-of-life recycling input rate: "))) << said.toStdString();
    EXPECT_TRUE(said.contains(QStringLiteral(", published "))) << said.toStdString();
    const auto& inputs = explained.inputs;
    const auto estimate = std::find_if(inputs.begin(), inputs.end(), [](const ExplainedInput& input) {
        return input.name == QStringLiteral("Chile, political stability");
    });
    ASSERT_NE(estimate, inputs.end());
    EXPECT_EQ(estimate->kind, InputKind::other);
    EXPECT_EQ(estimate->state, State::assumed);
}

TEST(EstimatesInTheWindow, AreOpenedFromTheEditMenuAndReachThePages) {
    test::Shell shell;
    shell.find<QAction>("ownEstimates")->trigger();
    ASSERT_NE(shell.find<EstimatesDialog>("estimatesDialog"), nullptr);
    WorkspaceModel& model = shell.window.workspace();
    ASSERT_TRUE(model.apply({{model.setting(chile, -1.5, std::nullopt)}, {}}));
    const Dataset& data = shell.window.model().data();
    EXPECT_EQ(data.governanceAt(*data.economy("CHL"), Dimension::pv, 2023)->estimate, -1.5);
}

#include "ui/shell/inputs_dialog.h"

#include "core/consumer/supply.h"
#include "tests/ui/shell/shell.h"
#include "tests/ui/shell/touching.h"
#include "ui/common/cell_editor.h"
#include "ui/common/table_view.h"
#include "ui/common/workspace_model.h"
#include "ui/shell/assumption_effect.h"
#include "ui/shell/explanation.h"
#include "ui/shell/input_tabs.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QStackedWidget>

#include <gtest/gtest.h>

using namespace adit;
using namespace adit::ui;
using workspace::Key;
using workspace::Quantity;

namespace {

class Inputs : public testing::Test {
protected:
    Inputs() {
        m_dialog.show();
        QApplication::setActiveWindow(&m_dialog);
        (void)QTest::qWaitForWindowExposed(&m_dialog);
    }

    TableView& table(const char* name) {
        TableView* table = m_dialog.findChild<TableView*>(QLatin1String(name));
        auto* kinds = m_dialog.findChild<QListWidget*>(QStringLiteral("inputKinds"));
        auto* pages = m_dialog.findChild<QStackedWidget*>();
        for (int i = 0; i < pages->count(); ++i)
            if (pages->widget(i)->isAncestorOf(table)) kinds->setCurrentRow(i);
        return *table;
    }
    // As a person does it, by the keyboard.
    void pick(const char* field, const char* id) {
        auto* box = m_dialog.findChild<QComboBox*>(QLatin1String(field));
        ASSERT_NE(box, nullptr) << field;
        const int wanted = box->findData(QLatin1String(id));
        ASSERT_GE(wanted, 0) << id;
        box->setFocus();
        while (box->currentIndex() != wanted)
            QTest::keyClick(box, box->currentIndex() < wanted ? Qt::Key_Down : Qt::Key_Up);
    }
    static Cell cellAt(TableView& table, const char* row, const char* column) {
        const auto* sorter = static_cast<const QSortFilterProxyModel*>(table.model());
        const Cell* found = table.table().cell(sorter->mapToSource(cell(table, row, column)));
        return found != nullptr ? *found : Cell();
    }
    QString refusal() const { return m_dialog.findChild<QLabel*>(QStringLiteral("inputsRefusal"))->text(); }
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
    InputsDialog m_dialog{m_workspace};
};

const Key chile{Quantity::governance, "CHL", "", "pv/2023"};

}  // namespace

TEST_F(Inputs, AnEstimateIsTypedMarkedAndTakenBack) {
    TableView& table = this->table("governanceTable");
    QAbstractItemModelTester tester(table.model(), QAbstractItemModelTester::FailureReportingMode::Warning);
    const QString published = cell(table, "CHL", "pv").data().toString();
    type(table, "CHL", "pv", "-2..-1.5..0");
    ASSERT_NE(found(chile), nullptr);
    EXPECT_EQ(found(chile)->central, -1.5);
    EXPECT_EQ(found(chile)->low, -2.0);
    EXPECT_TRUE(found(chile)->baseline);
    const Cell shown = cellAt(table, "CHL", "pv");
    EXPECT_EQ(shown.state, State::assumed);
    EXPECT_TRUE(shown.tooltip.contains(published)) << shown.tooltip.toStdString();
    select(table, "CHL", "pv");
    QTest::keyClick(&table, Qt::Key_Delete);
    EXPECT_EQ(found(chile), nullptr);
    EXPECT_EQ(cell(table, "CHL", "pv").data().toString(), published);
}

TEST_F(Inputs, OneBeyondTheScaleIsNotTaken) {
    TableView& table = this->table("governanceTable");
    type(table, "CHL", "pv", "-7");
    auto* editor = table.findChild<CellEditor*>();
    ASSERT_NE(editor, nullptr);
    EXPECT_FALSE(editor->isAcceptable());
    QTest::keyClick(editor, Qt::Key_Escape);
    EXPECT_EQ(found(chile), nullptr);
}

TEST_F(Inputs, AnotherYearIsEditedForItself) {
    auto* years = m_dialog.findChild<QComboBox*>(QStringLiteral("governance.year"));
    ASSERT_GT(years->count(), 20);
    EXPECT_EQ(years->currentText(), QStringLiteral("2023"));
    TableView& table = this->table("governanceTable");
    pick("governance.year", "2022");
    type(table, "CHL", "cc", "1");
    EXPECT_NE(found({Quantity::governance, "CHL", "", "cc/2022"}), nullptr);
}

TEST_F(Inputs, OneWithoutItsYearIsTakenBackToo) {
    WorkspaceModel& model = m_workspace;
    ASSERT_TRUE(model.apply({{model.setting({Quantity::governance, "CHL", "", "pv"}, -1.0, std::nullopt)}, {}}));
    TableView& table = this->table("governanceTable");
    EXPECT_EQ(cell(table, "CHL", "pv").data().toString(), QStringLiteral("−1.00"));
    select(table, "CHL", "pv");
    QTest::keyClick(&table, Qt::Key_Delete);
    EXPECT_TRUE(model.workspace().assumptions.empty());
}

TEST_F(Inputs, RecyclingAndSubstitutionAreTyped) {
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

TEST_F(Inputs, AnExplanationNamesThemAmongTheAssumptions) {
    type(table("governanceTable"), "CHL", "pv", "-1.5");
    type(table("recyclingTable"), "copper", "recycling-rate", "0.5");
    index::Query query;
    query.data = m_workspace.data().get();
    query.mineral = *query.data->mineral("copper");
    query.stage = Stage::refine;
    query.year = 2023;
    query.economy = query.data->economy("USA");
    const Explanation explained = explain({"eu-supply-risk", query}, NumberText(QLocale(QLocale::English)));
    const QString said = test::touching(explained);
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

TEST_F(Inputs, ReservesAreTypedInTheirYearMarkedAndTakenBack) {
    TableView& table = this->table("reservesTable");
    QAbstractItemModelTester tester(table.model(), QAbstractItemModelTester::FailureReportingMode::Warning);
    pick("reserves.mineral", "antimony");
    pick("reserves.year", "2024");
    const QString published = cell(table, "AUS", "reserves").data().toString();
    EXPECT_EQ(published, QStringLiteral("140\u202Fkt"));
    type(table, "AUS", "reserves", "100 kt..120 kt..200 kt");
    const Key australia{Quantity::reserves, "AUS", "antimony", "2024"};
    ASSERT_NE(found(australia), nullptr);
    EXPECT_EQ(found(australia)->central, 120000.0);
    EXPECT_EQ(found(australia)->high, 200000.0);
    EXPECT_EQ(found(australia)->baseline, 140000.0);
    EXPECT_EQ(cellAt(table, "AUS", "reserves").state, State::assumed);
    EXPECT_TRUE(cellAt(table, "AUS", "reserves").tooltip.contains(published));
    select(table, "AUS", "reserves");
    QTest::keyClick(&table, Qt::Key_Delete);
    EXPECT_EQ(found(australia), nullptr);
    EXPECT_EQ(cell(table, "AUS", "reserves").data().toString(), published);
}

TEST_F(Inputs, ARelianceMayBeBelowZeroAndNotAboveOne) {
    TableView& table = this->table("relianceTable");
    pick("reliance.mineral", "lithium");
    type(table, "CHL", "net-import-reliance", "-20");
    const Key chile{Quantity::netImportReliance, "CHL", "lithium", ""};
    ASSERT_NE(found(chile), nullptr);
    EXPECT_EQ(found(chile)->central, -20.0);
    type(table, "CHN", "net-import-reliance", "150 %");
    auto* editor = table.findChild<CellEditor*>();
    ASSERT_NE(editor, nullptr);
    EXPECT_FALSE(editor->isAcceptable());
    QTest::keyClick(editor, Qt::Key_Escape);
    EXPECT_EQ(found({Quantity::netImportReliance, "CHN", "lithium", ""}), nullptr);
    EXPECT_EQ(cell(table, "CHN", "net-import-reliance").data().toString(), QStringLiteral("0.26"));
}

TEST_F(Inputs, AShareOfAStudyMovesThoseBesideItAndSaysWhatWasPublished) {
    TableView& table = this->table("sharesTable");
    QAbstractItemModelTester tester(table.model(), QAbstractItemModelTester::FailureReportingMode::Warning);
    EXPECT_EQ(m_dialog.findChild<QComboBox*>(QStringLiteral("shares.importer"))->currentData(), QStringLiteral("EU27"));
    pick("shares.mineral", "bismuth");
    pick("shares.period", "refine/2020");
    EXPECT_EQ(cell(table, "CHN", "supply-share").data().toString(), QStringLiteral("0.500"));
    type(table, "CHN", "supply-share", "80 %");
    const Key china{Quantity::supplyShare, "EU27", "bismuth", "refine/2020/CHN"};
    ASSERT_NE(found(china), nullptr);
    EXPECT_EQ(found(china)->baseline, 0.5);
    EXPECT_EQ(cellAt(table, "CHN", "supply-share").state, State::assumed);
    EXPECT_EQ(cell(table, "KOR", "supply-share").data().toString(), QStringLiteral("0.020"));
    EXPECT_TRUE(cellAt(table, "KOR", "supply-share").tooltip.contains(QStringLiteral("0.050")));
    EXPECT_NE(cellAt(table, "KOR", "supply-share").state, State::assumed);
    type(table, "KOR", "supply-share", "30 %");
    EXPECT_TRUE(refusal().contains(QStringLiteral("more than the whole"))) << refusal().toStdString();
    m_workspace.undo();
    m_workspace.undo();
    EXPECT_EQ(cell(table, "KOR", "supply-share").data().toString(), QStringLiteral("0.050"));
    EXPECT_TRUE(refusal().isEmpty());
}

TEST_F(Inputs, AStakeIsTypedForItsFacilityAndOwner) {
    TableView& table = this->table("stakesTable");
    QAbstractItemModelTester tester(table.model(), QAbstractItemModelTester::FailureReportingMode::Warning);
    pick("stakes.mineral", "cobalt");
    EXPECT_EQ(cell(table, "Mutanda|Glencore", "stake").data().toString(), QStringLiteral("0.95"));
    type(table, "Mutanda|Glencore", "stake", "30 %..40 %..60 %");
    const Key glencore{Quantity::stake, "", "", "Mutanda|Glencore"};
    ASSERT_NE(found(glencore), nullptr);
    EXPECT_EQ(found(glencore)->baseline, 0.95);
    EXPECT_EQ(found(glencore)->low, 0.3);
    EXPECT_EQ(cellAt(table, "Mutanda|Glencore", "stake").state, State::assumed);
    select(table, "Mutanda|Glencore", "stake");
    QTest::keyClick(&table, Qt::Key_Delete);
    EXPECT_EQ(cell(table, "Mutanda|Glencore", "stake").data().toString(), QStringLiteral("0.95"));
}

TEST_F(Inputs, AnOutputIsTypedForItsFacility) {
    TableView& table = this->table("facilitiesTable");
    QAbstractItemModelTester tester(table.model(), QAbstractItemModelTester::FailureReportingMode::Warning);
    pick("facilities.mineral", "cobalt");
    const QString published = cell(table, "mine|Mutanda", "facility-output").data().toString();
    EXPECT_FALSE(cell(table, "mine|TFM and KFM together (CMOC group total)", "facility-output").isValid());
    const Key mutanda{Quantity::facilityOutput, "", "cobalt", "mine|Mutanda"};
    type(table, "mine|Mutanda", "facility-output", "9000..12000..15000");
    ASSERT_NE(found(mutanda), nullptr);
    EXPECT_EQ(found(mutanda)->baseline, 11200.0);
    EXPECT_EQ(found(mutanda)->high, 15000.0);
    EXPECT_EQ(cellAt(table, "mine|Mutanda", "facility-output").state, State::assumed);
    EXPECT_TRUE(refusal().isEmpty()) << refusal().toStdString();
    select(table, "mine|Mutanda", "facility-output");
    QTest::keyClick(&table, Qt::Key_Delete);
    EXPECT_EQ(cell(table, "mine|Mutanda", "facility-output").data().toString(), published);
}

TEST_F(Inputs, AFlowByValueIsTypedForItsPartner) {
    TableView& table = this->table("tradeValueTable");
    QAbstractItemModelTester tester(table.model(), QAbstractItemModelTester::FailureReportingMode::Warning);
    pick("tradeValue.importer", "JPN");
    pick("tradeValue.mineral", "magnesium");
    pick("tradeValue.period", "refine/2024");
    const QString published = cell(table, "CHN", "trade-value").data().toString();
    type(table, "CHN", "trade-value", "100 m USD");
    const Key china{Quantity::tradeValue, "JPN", "magnesium", "refine/2024/CHN"};
    ASSERT_NE(found(china), nullptr);
    EXPECT_EQ(found(china)->central, 1e8);
    EXPECT_TRUE(found(china)->baseline);
    EXPECT_EQ(cellAt(table, "CHN", "trade-value").state, State::assumed);
    EXPECT_FALSE(cell(table, "JPN", "trade-value").isValid());
    select(table, "CHN", "trade-value");
    QTest::keyClick(&table, Qt::Key_Delete);
    EXPECT_EQ(found(china), nullptr);
    EXPECT_EQ(cell(table, "CHN", "trade-value").data().toString(), published);
}

TEST_F(Inputs, WhatStudiesFoundIsTypedForWhomTheyAreAbout) {
    TableView& table = this->table("studiesTable");
    for (const TableRow& row : table.table().rows())
        for (const Cell& cell : row.cells)
            EXPECT_NE(cell.text.trimmed(), QStringLiteral(">")) << row.id.toStdString();  // a bound of nothing
    QAbstractItemModelTester tester(table.model(), QAbstractItemModelTester::FailureReportingMode::Warning);
    EXPECT_TRUE(cell(table, "gallium", "expected-loss").data().toString().startsWith(QLatin1Char('>')));
    type(table, "gallium", "expected-loss", "3 bn USD");
    type(table, "cobalt", "economic-importance", "5..6.5..8");
    EXPECT_EQ(found({Quantity::expectedLoss, "USA", "gallium", ""})->central, 3e9);
    EXPECT_EQ(found({Quantity::economicImportance, "EU27", "cobalt", ""})->low, 5.0);
    EXPECT_EQ(cellAt(table, "gallium", "expected-loss").state, State::assumed);
    EXPECT_EQ(cell(table, "cobalt", "economic-importance").data().toString(), QStringLiteral("6.5"));
    EXPECT_TRUE(refusal().isEmpty()) << refusal().toStdString();
    type(table, "cobalt", "economic-importance", "65");
    auto* editor = table.findChild<CellEditor*>();
    ASSERT_NE(editor, nullptr);
    EXPECT_FALSE(editor->isAcceptable());
    QTest::keyClick(editor, Qt::Key_Escape);
    EXPECT_EQ(found({Quantity::economicImportance, "EU27", "cobalt", ""})->central, 6.5);
}

TEST_F(Inputs, AnExplanationNamesAnOutputOfAFacilityWithItsEffect) {
    const auto mutanda = m_workspace.setting({Quantity::facilityOutput, "", "cobalt", "mine|Mutanda"}, 40000.0, {});
    ASSERT_TRUE(m_workspace.apply({{mutanda}, {}}));
    index::Query query;
    query.data = m_workspace.data().get();
    query.mineral = *query.data->mineral("cobalt");
    query.year = 2023;
    query.view = View::controlled;
    const FigureRef ref{"hhi", query};
    const NumberText numbers(QLocale(QLocale::English));
    const QString said = test::touching(explain(ref, numbers));
    EXPECT_TRUE(said.contains(QStringLiteral("Mutanda"))) << said.toStdString();
    EXPECT_TRUE(said.contains(QStringLiteral(", published 11"))) << said.toStdString();
    const QString effect = effectLines(m_workspace, ref, numbers).join(QLatin1Char('\n'));
    EXPECT_TRUE(effect.contains(QStringLiteral("mine output of Mutanda"))) << effect.toStdString();
}

TEST_F(Inputs, AnExplanationNamesTheDollarsBehindAShare) {
    const Dataset& baseline = *m_workspace.baseline();
    for (const Stage stage : {Stage::mine, Stage::refine, Stage::component}) {
        for (std::size_t m = 0; m < baseline.minerals.size(); ++m) {
            const consumer::Question japan{&baseline, *baseline.economy("JPN"), MineralId(m), stage, 2024};
            const auto supply = consumer::supplyOf(japan);
            const bool isIt = supply && supply->year == 2024 && supply->ground == consumer::Ground::importsByValue &&
                              !supply->suppliers.empty() && supply->suppliers.front().row == nullptr;
            if (!isIt) continue;
            const std::string from = baseline[supply->suppliers.front().economy].code;
            const Key key{Quantity::tradeValue, "JPN", baseline.minerals[m].slug,
                          std::string(id(stage)) + "/2024/" + from};
            ASSERT_TRUE(m_workspace.apply({{m_workspace.setting(key, 1234567.0, {})}, {}}));
            index::Query query;
            query.data = m_workspace.data().get();
            query.mineral = MineralId(m);
            query.stage = stage;
            query.year = 2024;
            query.economy = query.data->economy("JPN");
            const QString said = test::touching(explain({"supply-hhi", query}, NumberText(QLocale(QLocale::English))));
            EXPECT_TRUE(said.contains(QStringLiteral("USD"))) << said.toStdString();
            EXPECT_TRUE(said.contains(QStringLiteral(", published "))) << said.toStdString();
            return;
        }
    }
    FAIL() << "Japan has no supply that is known by value alone";
}

TEST_F(Inputs, WhoControlsAHostsOutputIsTypedAndWhatReachesNothingSaysWhy) {
    TableView& table = this->table("controlTable");
    QAbstractItemModelTester tester(table.model(), QAbstractItemModelTester::FailureReportingMode::Warning);
    pick("control.mineral", "cobalt");
    pick("control.place", "mine/2023");
    pick("control.controller", "CHN");
    type(table, "IDN", "control-share", "0.6");
    ASSERT_NE(found({Quantity::controlShare, "IDN", "cobalt", "mine/2023/CHN"}), nullptr);
    EXPECT_EQ(cellAt(table, "IDN", "control-share").state, State::assumed);
    EXPECT_TRUE(refusal().isEmpty()) << refusal().toStdString();
    type(table, "COD", "control-share", "0.6");
    EXPECT_TRUE(refusal().contains(QStringLiteral("follows from its facilities"))) << refusal().toStdString();
}

TEST_F(Inputs, TheTermsOfTheUnitedStatesMethodAreTyped) {
    type(table("suppliersTable"), "CHN", "inability", "0.2");
    type(table("suppliersTable"), "CHN", "unwillingness", "0.9");
    TableView& table = this->table("relianceTable");
    pick("reliance.mineral", "cobalt");
    type(table, "USA", "economic-vulnerability", "0.4");
    EXPECT_NE(found({Quantity::inability, "CHN", "", ""}), nullptr);
    EXPECT_NE(found({Quantity::unwillingness, "CHN", "", ""}), nullptr);
    EXPECT_NE(found({Quantity::economicVulnerability, "USA", "cobalt", ""}), nullptr);
}

// Every tab gives keys that a workspace takes, for each of its cells.
TEST_F(Inputs, EveryCellThatMayBeTypedHasAKey) {
    const NumberText numbers(QLocale(QLocale::English));
    const InputSource source{*m_workspace.data(), *m_workspace.baseline(), numbers};
    for (const InputTab& tab : inputTabs()) {
        Picked picked;
        for (const InputField& field : tab.fields)
            picked.push_back(field.options(source, picked).front().id);
        const InputTable table = tab.table(source, picked);
        ASSERT_FALSE(table.rows.empty()) << tab.id.toStdString();
        for (const TableRow& row : table.rows) {
            ASSERT_EQ(row.cells.size(), table.columns.size());
            for (std::size_t i = 0; i < row.cells.size(); ++i) {
                if (!row.cells[i].editable) continue;
                const Key key = tab.key(row.id.toStdString(), table.columns[i].id.toStdString(), picked);
                ASSERT_TRUE(check(key)) << check(key).error().text;
            }
        }
    }
}

TEST_F(Inputs, AnExplanationNamesAShareWithWhatIsPublished) {
    TableView& table = this->table("sharesTable");
    pick("shares.mineral", "bismuth");
    type(table, "CHN", "supply-share", "0.8");
    index::Query query;
    query.data = m_workspace.data().get();
    query.mineral = *query.data->mineral("bismuth");
    query.stage = Stage::refine;
    query.year = 2022;
    query.economy = query.data->economy("EU27");
    const FigureRef ref{"supply-hhi", query};
    const QString said = test::touching(explain(ref, NumberText(QLocale(QLocale::English))));
    EXPECT_TRUE(said.contains(QStringLiteral("China: 80"))) << said.toStdString();
    EXPECT_TRUE(said.contains(QStringLiteral(", published 50"))) << said.toStdString();
    const QStringList effect = effectLines(m_workspace, ref, NumberText(QLocale(QLocale::English)));
    EXPECT_TRUE(effect.join(QLatin1Char('\n')).contains(QStringLiteral("refine supply from China in 2020")))
        << effect.join(QLatin1Char('\n')).toStdString();
}

TEST(InputsInTheWindow, AreOpenedFromTheEditMenuAndReachThePages) {
    test::Shell shell;
    shell.find<QAction>("ownInputs")->trigger();
    const auto* dialog = shell.find<InputsDialog>("inputsDialog");
    ASSERT_NE(dialog, nullptr);
    for (const char* field : {"reserves.mineral", "shares.mineral", "stakes.mineral"}) {
        const auto* box = dialog->findChild<QComboBox*>(QLatin1String(field));
        ASSERT_NE(box, nullptr) << field;
        EXPECT_EQ(box->currentData().toString(), QStringLiteral("cobalt")) << field;
    }
    WorkspaceModel& model = shell.window.workspace();
    ASSERT_TRUE(model.apply({{model.setting(chile, -1.5, std::nullopt)}, {}}));
    const Dataset& data = shell.window.model().data();
    EXPECT_EQ(data.governanceAt(*data.economy("CHL"), Dimension::pv, 2023)->estimate, -1.5);
}

#include "ui/common/import_dialog.h"

#include "tests/support/bundled.h"
#include "tests/support/temp_folder.h"
#include "ui/common/table_view.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <gtest/gtest.h>

using namespace adit;
using namespace adit::ui;
using workspace::Quantity;
using workspace::Sheet;

namespace {

class Import : public testing::Test {
protected:
    Import() {
        QObject::connect(&m_workspace, &WorkspaceModel::failed, &m_parent, [this](const QString& why) { m_why = why; });
        m_workspace.apply({{set("KOR", 1900.0), set("JPN", 500.0)}, {}});
    }
    static workspace::Key stockOf(const char* economy) { return {Quantity::stock, economy, "cobalt", {}}; }
    workspace::Edit set(const char* economy, double x) const { return m_workspace.setting(stockOf(economy), x, {}); }
    ImportDialog* preview(const char* rows) {
        const auto file = m_folder.write("stocks.csv", std::string("quantity,economy,mineral,central\n") + rows);
        importSheet(m_workspace, QString::fromStdString(file.string()), &m_parent);
        return m_parent.findChild<ImportDialog*>();
    }
    // "changed South Korea, cobalt: stock ..." of each line of the preview.
    static QStringList lines(const ImportDialog& dialog) {
        QStringList out;
        for (const TableRow& row : dialog.findChild<TableView*>(QStringLiteral("importTable"))->table().rows())
            out << QStringList{row.cells[0].text, row.cells[1].text, row.cells[2].text}.join(QLatin1Char(' '));
        return out;
    }
    static void click(const ImportDialog& dialog, const char* button) {
        QTest::mouseClick(dialog.findChild<QPushButton*>(QLatin1String(button)), Qt::LeftButton);
    }
    std::optional<double> stock(const char* economy) const {
        const workspace::Assumption* found = m_workspace.find(stockOf(economy));
        return found != nullptr ? std::optional(found->central) : std::nullopt;
    }

    test::TempFolder m_folder;
    QWidget m_parent;
    WorkspaceModel m_workspace{test::bundled(),
                               workspace::Session::unsaved([] { return std::string("2026-11-23T12:00:00Z"); })};
    QString m_why;
};

}  // namespace

TEST_F(Import, DifferencesStandThereBeforeAnythingChanges) {
    const ImportDialog* dialog = preview("stock,KOR,cobalt,2400\nstock,DEU,cobalt,80\nstock,JPN,cobalt,500\n");
    ASSERT_NE(dialog, nullptr);
    const QStringList shown = lines(*dialog);
    ASSERT_EQ(shown.size(), 2);
    EXPECT_TRUE(shown[0].startsWith(QStringLiteral("changed South Korea, cobalt: stock"))) << shown[0].toStdString();
    EXPECT_TRUE(shown[1].startsWith(QStringLiteral("added Germany, cobalt: stock"))) << shown[1].toStdString();
    EXPECT_EQ(dialog->findChild<QLabel*>(QStringLiteral("importSummary"))->text(),
              QStringLiteral("1 added, 1 changed, 0 removed, 1 as they are, 0 rows refused"));
    EXPECT_EQ(stock("KOR"), 1900.0);
}

TEST_F(Import, ARowThatWillReachNoFigureSaysSoBeforeItIsTaken) {
    const auto file = m_folder.write("output.csv",
                                     "quantity,economy,mineral,detail,central\n"
                                     "production,KOR,cobalt,refine/1950,5\nstock,DEU,cobalt,,80\n");
    importSheet(m_workspace, QString::fromStdString(file.string()), &m_parent);
    const auto* dialog = m_parent.findChild<ImportDialog*>();
    ASSERT_NE(dialog, nullptr);
    const QStringList shown = lines(*dialog);
    ASSERT_EQ(shown.size(), 2);
    EXPECT_TRUE(shown[0].contains(QStringLiteral("without effect: no output of cobalt"))) << shown[0].toStdString();
    EXPECT_FALSE(shown[1].contains(QStringLiteral("without effect"))) << shown[1].toStdString();
}

TEST_F(Import, TakenItIsOneStepOfUndo) {
    ImportDialog* dialog = preview("stock,KOR,cobalt,2400\nstock,DEU,cobalt,80\n");
    ASSERT_NE(dialog, nullptr);
    click(*dialog, "takeDifferences");
    EXPECT_EQ(stock("KOR"), 2400.0);
    EXPECT_EQ(stock("DEU"), 80.0);
    m_workspace.undo();
    EXPECT_EQ(stock("KOR"), 1900.0);
    EXPECT_FALSE(stock("DEU"));
}

TEST_F(Import, CancelledItChangesNothing) {
    ImportDialog* dialog = preview("stock,KOR,cobalt,2400\n");
    ASSERT_NE(dialog, nullptr);
    dialog->reject();
    EXPECT_EQ(stock("KOR"), 1900.0);
    EXPECT_EQ(m_workspace.session().history().size(), 1U);
}

TEST_F(Import, RefusedRowsSayLineAndReasonAndTheOthersCanBeTaken) {
    ImportDialog* dialog =
        preview("stock,KOR,cobalt,2400\nstock,KOR,kobalt,1\nstock,DEU,cobalt,-5\nstock,FRA,cobalt,many\n");
    ASSERT_NE(dialog, nullptr);
    const QStringList shown = lines(*dialog);
    ASSERT_EQ(shown.size(), 4);
    EXPECT_TRUE(shown[0].contains(QStringLiteral("cobalt"))) << shown[0].toStdString();  // the nearest
    EXPECT_TRUE(shown[0].endsWith(QStringLiteral("line 3, mineral")));
    EXPECT_TRUE(shown[1].startsWith(QStringLiteral("refused a stock cannot be negative")));
    EXPECT_TRUE(shown[1].endsWith(QStringLiteral("line 4, central")));
    EXPECT_TRUE(shown[2].endsWith(QStringLiteral("line 5, central")));
    click(*dialog, "takeDifferences");
    EXPECT_EQ(stock("KOR"), 2400.0);
    EXPECT_FALSE(stock("DEU"));
}

TEST_F(Import, GovernanceAndRatesAreShownAndTaken) {
    const auto file = m_folder.write("governance.csv",
                                     "quantity,economy,mineral,detail,central,low,high\n"
                                     "governance,COD,,pv/2023,-2,-2.5,-1\nrecycling-rate,,cobalt,,0.5,,\n"
                                     "governance,COD,,xx/2023,-2,,\nrecycling-rate,,cobalt,,50,,\n");
    importSheet(m_workspace, QString::fromStdString(file.string()), &m_parent);
    ImportDialog* dialog = m_parent.findChild<ImportDialog*>();
    ASSERT_NE(dialog, nullptr);
    const QStringList shown = lines(*dialog);
    ASSERT_EQ(shown.size(), 4);
    const QString all = shown.join(QLatin1Char('\n'));
    EXPECT_TRUE(all.contains(QStringLiteral("added DR Congo, political stability in 2023"))) << all.toStdString();
    EXPECT_TRUE(all.contains(QStringLiteral("added cobalt: recycling rate"))) << all.toStdString();
    EXPECT_TRUE(all.contains(QStringLiteral("does not fit a governance estimate"))) << all.toStdString();
    EXPECT_TRUE(all.contains(QStringLiteral("refused a recycling rate lies between 0 and 1"))) << all.toStdString();
    click(*dialog, "takeDifferences");
    const workspace::Assumption* congo = m_workspace.find({Quantity::governance, "COD", "", "pv/2023"});
    ASSERT_NE(congo, nullptr);
    EXPECT_EQ(congo->low, -2.5);
    EXPECT_NE(m_workspace.find({Quantity::recyclingRate, "", "cobalt", ""}), nullptr);
}

TEST_F(Import, WhatTheFileDoesNotNameGoesOnlyWhereAsked) {
    ImportDialog* dialog = preview("stock,KOR,cobalt,1900\n");
    ASSERT_NE(dialog, nullptr);
    EXPECT_FALSE(dialog->findChild<QPushButton*>(QStringLiteral("takeDifferences"))->isEnabled());
    dialog->findChild<QCheckBox*>(QStringLiteral("importRemoves"))->click();
    ASSERT_EQ(lines(*dialog).size(), 1);
    EXPECT_TRUE(lines(*dialog)[0].startsWith(QStringLiteral("removed Japan, cobalt: stock")));
    click(*dialog, "takeDifferences");
    EXPECT_FALSE(stock("JPN"));
    EXPECT_EQ(stock("KOR"), 1900.0);
}

TEST_F(Import, AFileOfNoSheetIsRefusedWithoutAPreview) {
    const auto file = m_folder.write("other.csv", "a,b\n1,2\n");
    importSheet(m_workspace, QString::fromStdString(file.string()), &m_parent);
    EXPECT_EQ(m_parent.findChild<ImportDialog*>(), nullptr);
    EXPECT_TRUE(m_why.startsWith(QStringLiteral("other.csv: line 1"))) << m_why.toStdString();
}

TEST_F(Import, WhatIsExportedDiffersInNothing) {
    const QString file = QString::fromStdString((m_folder.path() / "out.csv").string());
    exportSheet(m_workspace, Sheet::assumptions, file);
    importSheet(m_workspace, file, &m_parent);
    const auto* dialog = m_parent.findChild<ImportDialog*>();
    ASSERT_NE(dialog, nullptr);
    EXPECT_TRUE(lines(*dialog).isEmpty());
    EXPECT_TRUE(m_why.isEmpty()) << m_why.toStdString();
}

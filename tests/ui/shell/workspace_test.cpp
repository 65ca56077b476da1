// The window on a workspace file: kept, undone, held by another, damaged.
#include "tests/support/temp_folder.h"
#include "tests/ui/shell/shell.h"
#include "tests/ui/shell/touching.h"
#include "ui/common/message_bar.h"
#include "ui/common/table_view.h"
#include "ui/common/workspace_model.h"
#include "ui/shell/history_dialog.h"
#include "ui/shell/idle_dialog.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLabel>
#include <QPushButton>

#include <gtest/gtest.h>

using namespace adit;
using namespace adit::ui;
using workspace::Quantity;

namespace {

class WindowWorkspace : public testing::Test {
protected:
    static bool set(test::Shell& shell, double tonnes) {
        WorkspaceModel& model = shell.window.workspace();
        return model.apply({{model.setting({Quantity::stock, "KOR", "cobalt", {}}, tonnes, std::nullopt)}, {}});
    }
    static std::optional<double> stock(test::Shell& shell) {
        const auto* found = shell.window.workspace().find({Quantity::stock, "KOR", "cobalt", {}});
        return found == nullptr ? std::nullopt : std::optional(found->central);
    }
    static QString said(test::Shell& shell) {
        QStringList all;
        for (const MessageBar* bar : shell.window.findChildren<MessageBar*>()) {
            for (const QLabel* label : bar->findChildren<QLabel*>())
                all << label->text();
        }
        return all.join(QLatin1Char(' '));
    }

    test::TempFolder m_folder;
    std::filesystem::path m_file = m_folder.path() / "baltic.adit";
};

}  // namespace

TEST_F(WindowWorkspace, WhatWasEditedIsThereTheNextTime) {
    {
        test::Shell shell;
        shell.window.openWorkspace(m_file, true);
        EXPECT_TRUE(set(shell, 2400.0));
        EXPECT_EQ(shell.find<QLabel>("editCount")->text(), QStringLiteral("✎ 1 assumption edited"));
        EXPECT_TRUE(shell.find<QLabel>("workspaceName")->text().startsWith(QStringLiteral("baltic")));
    }
    test::Shell shell;
    shell.window.openWorkspace(m_file, false);
    EXPECT_EQ(stock(shell), 2400.0);
    EXPECT_TRUE(said(shell).isEmpty()) << said(shell).toStdString();
    shell.press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(stock(shell), std::nullopt);
    shell.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(stock(shell), 2400.0);
}

TEST_F(WindowWorkspace, TheSecondWindowReadsAndSaysWhoHoldsIt) {
    test::Shell first;
    first.window.openWorkspace(m_file, true);
    EXPECT_TRUE(set(first, 2400.0));
    test::Shell second;
    second.window.openWorkspace(m_file, false);
    EXPECT_EQ(stock(second), 2400.0);
    EXPECT_TRUE(said(second).contains(QStringLiteral("open for reading only"))) << said(second).toStdString();
    EXPECT_FALSE(set(second, 1.0));
    EXPECT_EQ(stock(second), 2400.0);
    EXPECT_TRUE(said(second).contains(QStringLiteral("This was not done"))) << said(second).toStdString();
    EXPECT_TRUE(set(first, 2500.0));
}

TEST_F(WindowWorkspace, ADamagedFileIsSaidAndNothingIsLost) {
    {
        test::Shell shell;
        shell.window.openWorkspace(m_file, true);
        EXPECT_TRUE(set(shell, 2400.0));
    }
    std::string bytes = test::readBytes(m_file);
    for (std::size_t i = bytes.size() / 2; i < bytes.size() / 2 + 3000 && i < bytes.size(); ++i)
        bytes[i] = 'x';
    test::writeBytes(m_file, bytes);
    test::Shell shell;
    shell.window.openWorkspace(m_file, false);
    EXPECT_TRUE(said(shell).contains(QStringLiteral("could not be opened"))) << said(shell).toStdString();
    bool offersSalvage = false;
    for (const QPushButton* button : shell.window.findChildren<QPushButton*>())
        offersSalvage = offersSalvage || button->text().startsWith(QStringLiteral("Save what is readable"));
    EXPECT_TRUE(offersSalvage);
    EXPECT_EQ(test::readBytes(m_file), bytes);
    EXPECT_TRUE(set(shell, 5.0));  // the window goes on without a file
}

TEST_F(WindowWorkspace, AFileThatIsGoneIsSaidBeforeAnEditIsLost) {
    test::Shell shell;
    shell.window.openWorkspace(m_file, true);
    EXPECT_TRUE(set(shell, 2400.0));
    std::filesystem::remove(m_file);
    EXPECT_FALSE(set(shell, 2500.0));
    EXPECT_EQ(stock(shell), 2400.0);
    EXPECT_TRUE(said(shell).contains(QStringLiteral("This was not done"))) << said(shell).toStdString();
    EXPECT_TRUE(shell.window.workspace().saveAs(m_folder.path() / "again.adit", IfExists::refuse));
    EXPECT_TRUE(set(shell, 2500.0));
}

TEST_F(WindowWorkspace, TheHistorySaysWhatChangedAndLeadsBack) {
    test::Shell shell;
    EXPECT_TRUE(set(shell, 2400.0));
    EXPECT_TRUE(set(shell, 2500.0));
    shell.press(Qt::Key_H, Qt::ControlModifier);
    auto* dialog = shell.find<HistoryDialog>("historyDialog");
    ASSERT_NE(dialog, nullptr);
    auto* table = dialog->findChild<TableView*>(QStringLiteral("historyTable"));
    QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::Warning);
    ASSERT_EQ(table->model()->rowCount(), 3);
    EXPECT_TRUE(table->model()->index(1, 1).data().toString().startsWith(QStringLiteral("South Korea, cobalt: stock")));
    table->selectRow(QStringLiteral("1"));
    auto* go = dialog->findChild<QPushButton*>(QStringLiteral("goToStep"));
    QTest::mouseClick(go, Qt::LeftButton);
    EXPECT_EQ(stock(shell), 2400.0);
    table->selectRow(QStringLiteral("0"));
    QTest::mouseClick(go, Qt::LeftButton);
    EXPECT_EQ(stock(shell), std::nullopt);
    EXPECT_EQ(table->model()->index(0, 2).data().toString(), QStringLiteral("undone"));
}

TEST_F(WindowWorkspace, WhatIsWithoutEffectIsCountedNamedAndCanBeRemoved) {
    const workspace::Key lost{Quantity::production, "KOR", "cobalt", "refine/1950"};
    {
        test::Shell shell;
        shell.window.openWorkspace(m_file, true);
        EXPECT_TRUE(set(shell, 2400.0));
        EXPECT_FALSE(shell.find<QAction>("idleAssumptions")->isEnabled());
        WorkspaceModel& model = shell.window.workspace();
        EXPECT_TRUE(model.apply({{model.setting(lost, 5.0, std::nullopt)}, {}}));
        shell.press(Qt::Key_H, Qt::ControlModifier);
        const auto* table = shell.find<HistoryDialog>("historyDialog")->findChild<TableView*>();
        EXPECT_EQ(table->model()->index(0, 2).data().toString(), QStringLiteral("without effect"));
        EXPECT_EQ(table->model()->index(1, 2).data().toString(), QString());
    }
    test::Shell shell;
    shell.window.openWorkspace(m_file, false);
    EXPECT_TRUE(said(shell).contains(QStringLiteral("without effect"))) << said(shell).toStdString();
    const auto* count = shell.find<QLabel>("editCount");
    EXPECT_EQ(count->text(), QStringLiteral("✎ 2 assumptions edited, 1 without effect"));
    EXPECT_TRUE(count->toolTip().contains(QStringLiteral("for 1950"))) << count->toolTip().toStdString();
    shell.find<QAction>("idleAssumptions")->trigger();
    const auto* dialog = shell.find<IdleDialog>("idleDialog");
    ASSERT_NE(dialog, nullptr);
    auto* table = dialog->findChild<TableView*>(QStringLiteral("idleTable"));
    QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::Warning);
    ASSERT_EQ(table->model()->rowCount(), 1);
    EXPECT_EQ(table->model()->index(0, 0).data().toString(),
              QStringLiteral("South Korea, cobalt: refine production in 1950"));
    EXPECT_EQ(table->model()->index(0, 1).data().toString(), QStringLiteral("5\u202Ft/yr"));
    EXPECT_TRUE(table->model()->index(0, 2).data().toString().startsWith(QStringLiteral("no output of cobalt")));
    auto* remove = dialog->findChild<QPushButton*>(QStringLiteral("removeIdle"));
    EXPECT_FALSE(remove->isEnabled());
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(0, 0)).center());
    QTest::mouseClick(remove, Qt::LeftButton);
    EXPECT_EQ(shell.window.workspace().find(lost), nullptr);
    EXPECT_EQ(table->model()->rowCount(), 0);
    EXPECT_EQ(count->text(), QStringLiteral("✎ 1 assumption edited"));
    EXPECT_FALSE(shell.find<QAction>("idleAssumptions")->isEnabled());
}

TEST_F(WindowWorkspace, TheInspectorNamesTheAssumption) {
    test::Shell shell;
    shell.window.showPage(QStringLiteral("stockpiles"));
    EXPECT_TRUE(set(shell, 2400.0));
    index::Query query = queryOf(shell.window.model().data(), shell.context());
    query.stage = Stage::refine;
    query.economy = shell.window.model().data().economy("KOR");
    shell.inspector().explain({"stock", query});
    EXPECT_EQ(shell.explained().value, QStringLiteral("2\u202F400\u202Ft"));
    EXPECT_TRUE(test::touching(shell.explained()).startsWith(QStringLiteral("stock: 2\u202F400\u202Ft")))
        << test::touching(shell.explained()).toStdString();
    EXPECT_TRUE(set(shell, 2500.0));  // what is explained follows
    EXPECT_EQ(shell.explained().value, QStringLiteral("2\u202F500\u202Ft"));
}

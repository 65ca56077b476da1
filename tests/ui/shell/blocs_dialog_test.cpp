#include "ui/shell/blocs_dialog.h"

#include "tests/ui/shell/shell.h"
#include "ui/common/table_view.h"
#include "ui/shell/moved_dialog.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

#include <gtest/gtest.h>

using namespace adit;
using namespace adit::ui;

namespace {

class Blocs : public testing::Test {
protected:
    BlocsDialog& dialog() {
        auto* found = m_shell.find<BlocsDialog>("blocsDialog");
        if (found != nullptr) return *found;
        m_shell.find<QAction>("ownBlocs")->trigger();
        return *m_shell.find<BlocsDialog>("blocsDialog");
    }
    template <typename T>
    T* find(const char* name) {
        return dialog().findChild<T*>(QLatin1String(name));
    }
    void tick(const char* code) {
        auto* members = find<QListWidget>("blocMembers");
        for (int i = 0; i < members->count(); ++i) {
            QListWidgetItem* item = members->item(i);
            if (item->data(Qt::UserRole).toString() == QLatin1String(code))
                item->setCheckState(item->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
        }
    }
    void click(const char* button) { QTest::mouseClick(find<QPushButton>(button), Qt::LeftButton); }
    void add(const char* name, std::initializer_list<const char*> members) {
        auto* blocs = find<QComboBox>("ownBlocs");
        blocs->setCurrentIndex(blocs->count() - 1);
        Q_EMIT blocs->activated(blocs->currentIndex());
        QTest::keyClicks(find<QLineEdit>("blocName"), QLatin1String(name));
        for (const char* code : members)
            tick(code);
        click("saveBloc");
    }
    bool isListed(const char* name) { return m_shell.find<QComboBox>("consumer")->findText(QLatin1String(name)) >= 0; }

    test::Shell m_shell;
};

}  // namespace

TEST_F(Blocs, ABlocIsAConsumerAtOnceAndGoneAfterUndo) {
    EXPECT_FALSE(find<QPushButton>("saveBloc")->isEnabled());
    add("Baltic", {"EST", "LVA", "LTU"});
    EXPECT_TRUE(isListed("Baltic"));
    const Dataset& data = m_shell.window.model().data();
    ASSERT_TRUE(data.economy("BALTIC"));
    EXPECT_TRUE(data.isMember(*data.economy("LVA"), *data.economy("BALTIC"), 2024));
    m_shell.window.workspace().undo();
    EXPECT_FALSE(isListed("Baltic"));
}

TEST_F(Blocs, MembersCanBeChangedAndTheBlocTakenAway) {
    add("Baltic", {"EST", "LVA"});
    tick("LTU");
    click("saveBloc");
    EXPECT_EQ(m_shell.window.workspace().workspace().blocs.at("BALTIC").members.size(), 3U);
    click("removeBloc");
    EXPECT_TRUE(m_shell.window.workspace().workspace().blocs.empty());
    EXPECT_FALSE(isListed("Baltic"));
}

TEST_F(Blocs, ANameThatIsTakenIsRefusedWithTheReason) {
    QTest::keyClicks(find<QLineEdit>("blocName"), QStringLiteral("Japan"));
    tick("EST");
    EXPECT_FALSE(find<QPushButton>("saveBloc")->isEnabled());
    EXPECT_TRUE(find<QLabel>("blocRefusal")->text().contains(QStringLiteral("Japan")));
}

// Ids of own blocs move up when one before them goes; what is looked at must not.
TEST_F(Blocs, TheConsumerStaysWhenAnotherBlocGoes) {
    add("Alpha", {"EST"});
    add("Beta", {"LVA", "LTU"});
    Context wanted = m_shell.context();
    wanted.consumer = *m_shell.window.model().data().economy("BETA");
    m_shell.window.model().set(wanted);
    m_shell.window.workspace().apply({{workspace::SetBloc{"ALPHA", std::nullopt}}, {}});
    const Dataset& data = m_shell.window.model().data();
    EXPECT_EQ(data[m_shell.context().consumer].code, "BETA");
    EXPECT_EQ(m_shell.find<QComboBox>("consumer")->currentText(), QStringLiteral("Beta"));
    m_shell.window.workspace().apply({{workspace::SetBloc{"BETA", std::nullopt}}, {}});
    EXPECT_EQ(m_shell.window.model().data()[m_shell.context().consumer].code, "EU27");
}

TEST(MovedFigures, AreAListThatLeadsBackToThePublishedFigure) {
    WorkspaceModel model(test::bundled(),
                         workspace::Session::unsaved([] { return std::string("2026-11-23T12:00:00Z"); }));
    const workspace::Key price{workspace::Quantity::price, {}, "cobalt", {}};
    model.apply({{workspace::SetAssumption{
                     price, workspace::Assumption{.central = 33000.0, .baseline = 1.0, .edition = "2020.1"}}},
                 {}});
    MovedDialog dialog(model, nullptr);
    auto* table = dialog.findChild<TableView*>(QStringLiteral("movedTable"));
    ASSERT_EQ(table->table().rows().size(), 1U);
    const auto& cells = table->table().rows()[0].cells;
    EXPECT_EQ(cells[2].text, QStringLiteral("2020.1"));
    EXPECT_NE(cells[1].text, cells[3].text);
    table->selectRow(QStringLiteral("0"));
    dialog.findChild<QPushButton*>(QStringLiteral("returnToPublished"))->click();
    EXPECT_EQ(model.find(price), nullptr);
    EXPECT_TRUE(table->table().rows().empty());
    model.undo();
    EXPECT_EQ(table->table().rows().size(), 1U);
}

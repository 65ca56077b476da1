// The window as a user drives it: keys, clicks and the context that every page follows.
#include "ui/shell/main_window.h"

#include "tests/support/bundled.h"
#include "ui/shell/context_bar.h"
#include "ui/shell/inspector.h"
#include "ui/shell/pages.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSlider>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <gtest/gtest.h>

using namespace adit;
using namespace adit::ui;

namespace {

class MainWindowTest : public testing::Test {
protected:
    void SetUp() override { open({1600, 1000}); }

    void open(QSize size) {
        window.reset();
        settings = std::make_unique<Settings>(folder.filePath(QStringLiteral("adit.ini")));
        window = std::make_unique<MainWindow>(test::bundled(), *settings);
        window->resize(size);
        window->show();
        window->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(window.get()));
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(window.get(), key, modifiers);
        QApplication::processEvents();
    }
    template <typename T>
    T* child(const char* name) {
        T* found = window->findChild<T*>(QLatin1String(name));
        EXPECT_NE(found, nullptr) << name;
        return found;
    }
    const Context& context() { return window->model().context(); }
    std::string mineral() { return window->model().data()[context().mineral].slug; }
    QString explained() { return child<InspectorDock>("inspectorDock")->panel().explanation().title; }

    QTemporaryDir folder;
    std::unique_ptr<Settings> settings;
    std::unique_ptr<MainWindow> window;
};

}  // namespace

TEST_F(MainWindowTest, PagesAreWalkedAndJumpedToByKeys) {
    EXPECT_EQ(window->model().page(), QStringLiteral("map"));
    press(Qt::Key_Tab, Qt::ControlModifier);
    EXPECT_EQ(window->model().page(), QStringLiteral("mineral"));
    for (const char* next : {"controls", "stockpiles", "map"}) {
        press(Qt::Key_Tab, Qt::ControlModifier);
        EXPECT_EQ(window->model().page(), QLatin1String(next));
    }
    press(Qt::Key_Backtab, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(window->model().page(), QStringLiteral("stockpiles"));
    press(Qt::Key_1, Qt::AltModifier);
    EXPECT_EQ(window->model().page(), QStringLiteral("map"));
    press(Qt::Key_2, Qt::AltModifier);
    EXPECT_EQ(window->model().page(), QStringLiteral("mineral"));
}

TEST_F(MainWindowTest, BackAndForwardWalkTheContextsVisited) {
    QTest::mouseClick(child<QToolButton>("stage-1"), Qt::LeftButton);
    EXPECT_EQ(context().stage, Stage::refine);
    press(Qt::Key_Left, Qt::AltModifier);
    EXPECT_EQ(context().stage, Stage::mine);
    QTest::mouseClick(child<QToolButton>("forward"), Qt::LeftButton);
    EXPECT_EQ(context().stage, Stage::refine);
    EXPECT_FALSE(child<QToolButton>("forward")->isEnabled());
}

TEST_F(MainWindowTest, SearchFindsAMisspeltMineralAndGoesThere) {
    press(Qt::Key_K, Qt::ControlModifier);
    auto* field = child<QLineEdit>("searchField");
    QTest::keyClicks(field, QStringLiteral("gallum"));
    auto* hits = child<QListWidget>("searchHits");
    ASSERT_GT(hits->count(), 0);
    EXPECT_EQ(hits->item(0)->text(), QStringLiteral("Gallium"));
    QTest::keyClick(field, Qt::Key_Return);
    QApplication::processEvents();
    EXPECT_EQ(mineral(), "gallium");
    EXPECT_EQ(context().stage, Stage::refine) << "gallium is not mined for itself";
}

TEST_F(MainWindowTest, TheYearSliderMovesByKeysAndPlaysToItsEnd) {
    auto* slider = child<QSlider>("year");
    const int last = context().year;
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_Left);
    EXPECT_LT(context().year, last);
    EXPECT_FALSE(window->model().canGoBack()) << "sliding leaves no trail";
    auto* play = child<QToolButton>("play");
    QTest::mouseClick(play, Qt::LeftButton);
    EXPECT_TRUE(play->isChecked());
    QTRY_COMPARE_WITH_TIMEOUT(context().year, last, 5000);
    QTRY_VERIFY_WITH_TIMEOUT(!play->isChecked(), 5000);
}

TEST_F(MainWindowTest, TheInspectorFollowsTheContextUnlessItIsPinned) {
    const QString first = explained();
    EXPECT_TRUE(first.startsWith(QStringLiteral("HHI of cobalt mine output"))) << first.toStdString();
    QTest::mouseClick(child<QToolButton>("stage-1"), Qt::LeftButton);
    EXPECT_TRUE(explained().startsWith(QStringLiteral("HHI of cobalt refined output")));
    QTest::mouseClick(child<QToolButton>("pin"), Qt::LeftButton);
    const QString pinned = explained();
    QTest::mouseClick(child<QToolButton>("stage-0"), Qt::LeftButton);
    EXPECT_EQ(explained(), pinned);
}

TEST_F(MainWindowTest, ANumberOfTheHeadlineOpensItsExplanation) {
    auto* sentence = child<QWidget>("page:map")->findChild<QLabel*>(QStringLiteral("sentence"));
    ASSERT_NE(sentence, nullptr);
    const qsizetype at = sentence->text().indexOf(QStringLiteral("href=\""));
    ASSERT_GE(at, 0) << sentence->text().toStdString();
    const QString link = sentence->text().mid(at + 6, sentence->text().indexOf(QLatin1Char('"'), at + 6) - at - 6);
    Q_EMIT sentence->linkActivated(link);
    EXPECT_TRUE(explained().contains(QStringLiteral("share of world output"))) << explained().toStdString();
}

TEST_F(MainWindowTest, CitationAndInputsAreCopied) {
    QTest::mouseClick(child<QPushButton>("copyCitation"), Qt::LeftButton);
    EXPECT_TRUE(QApplication::clipboard()->text().contains(QStringLiteral("Adit edition")));
    QTest::mouseClick(child<QPushButton>("copyInputs"), Qt::LeftButton);
    EXPECT_TRUE(QApplication::clipboard()->text().contains(QStringLiteral("DR Congo\t")));
}

TEST_F(MainWindowTest, F2HidesAndShowsTheInspectorAndItIsRemembered) {
    auto* dock = child<InspectorDock>("inspectorDock");
    EXPECT_TRUE(dock->shown());
    press(Qt::Key_F2);
    EXPECT_FALSE(dock->shown());
    press(Qt::Key_2, Qt::AltModifier);
    window->close();
    open({1600, 1000});
    EXPECT_FALSE(child<InspectorDock>("inspectorDock")->shown());
    EXPECT_EQ(window->model().page(), QStringLiteral("mineral"));
}

TEST_F(MainWindowTest, ANarrowWindowPutsTheInspectorOverThePage) {
    open({1280, 800});
    auto* dock = child<InspectorDock>("inspectorDock");
    EXPECT_FALSE(dock->shown());
    const int page = dock->width();
    press(Qt::Key_F2);
    EXPECT_TRUE(dock->shown());
    EXPECT_EQ(dock->panel().geometry().right() + 1, page);
    QTest::keyClick(&dock->panel(), Qt::Key_Escape);
    EXPECT_FALSE(dock->shown());
}

TEST_F(MainWindowTest, TheThemeChangesEveryWidgetAndBack) {
    const QColor light = window->palette().color(QPalette::Window);
    window->setDark(true);
    EXPECT_LT(window->palette().color(QPalette::Window).lightness(), 80);
    window->setDark(false);
    EXPECT_EQ(window->palette().color(QPalette::Window), light);
}

TEST_F(MainWindowTest, ChoosingAnEconomyAndAMineralMovesTheContext) {
    auto* consumer = child<QComboBox>("consumer");
    const int japan = consumer->findText(QStringLiteral("Japan"));
    ASSERT_GE(japan, 0);
    consumer->setFocus();
    consumer->setCurrentIndex(japan);
    Q_EMIT consumer->activated(japan);
    EXPECT_EQ(window->model().data()[context().consumer].code, "JPN");
    auto* minerals = child<QComboBox>("mineral");
    const int lithium = minerals->findText(QStringLiteral("Lithium"));
    ASSERT_GE(lithium, 0);
    minerals->setCurrentIndex(lithium);
    Q_EMIT minerals->activated(lithium);
    EXPECT_EQ(mineral(), "lithium");
}

TEST_F(MainWindowTest, EveryControlThatTakesTheKeyboardHasAName) {
    for (const PageRow& row : pages()) {
        window->showPage(QLatin1String(row.id));
        QApplication::processEvents();
        for (const QWidget* widget : window->findChildren<QWidget*>()) {
            if (!widget->isVisible() || (widget->focusPolicy() & Qt::TabFocus) == 0) continue;
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            const auto* label = qobject_cast<const QLabel*>(widget);
            const bool named = (label != nullptr && !label->text().isEmpty()) || !widget->accessibleName().isEmpty() ||
                               (button != nullptr && !button->text().isEmpty());
            const bool inner = widget->inherits("QScrollArea") || widget->inherits("QComboBoxPrivateContainer");
            EXPECT_TRUE(named || inner) << row.id << ": " << widget->metaObject()->className() << " "
                                        << widget->objectName().toStdString();
        }
    }
}

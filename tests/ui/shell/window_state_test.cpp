// What the window keeps, finds and reaches without a mouse.
#include "tests/ui/shell/shell.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QSlider>
#include <QToolButton>

#include <gtest/gtest.h>

using namespace adit;
using namespace adit::ui;
using test::Shell;

namespace {

std::string page(Shell& shell) {
    return shell.window.model().page().toStdString();
}

// Opens the search by its key and types into it.
QWidget* search(Shell& shell, const char* text) {
    shell.window.activateWindow();
    (void)QTest::qWaitForWindowActive(&shell.window);
    shell.press(Qt::Key_K, Qt::ControlModifier);
    auto* palette = shell.window.findChild<QWidget*>(QStringLiteral("commandPalette"));
    if (palette == nullptr) return nullptr;
    QTest::keyClicks(palette->findChild<QLineEdit*>(), QLatin1String(text));
    return palette;
}

}  // namespace

TEST(WindowState, TheSegmentsAndListsMoveTheContext) {
    Shell shell;
    QTest::mouseClick(shell.find<QToolButton>("view-1"), Qt::LeftButton);
    EXPECT_EQ(shell.context().view, View::controlled);
    auto* mineral = shell.find<QComboBox>("mineral");
    mineral->setFocus();
    QTest::keyClick(mineral, Qt::Key_Down);
    EXPECT_EQ(mineral->currentText().toStdString(), shell.window.model().data()[shell.context().mineral].name);
    EXPECT_NE(mineral->currentText(), QStringLiteral("Cobalt"));
    auto* consumer = shell.find<QComboBox>("consumer");
    consumer->setFocus();
    QTest::keyClick(consumer, Qt::Key_End);
    EXPECT_EQ(consumer->currentText().toStdString(), shell.window.model().data()[shell.context().consumer].shortName);
}

TEST(WindowState, EconomiesStandInTheOrderOfTheirNamesAfterTheBlocs) {
    Shell shell;
    const auto* consumer = shell.find<QComboBox>("consumer");
    const int first = consumer->findText(QStringLiteral("Afghanistan"));
    EXPECT_GT(first, consumer->findText(QStringLiteral("USMCA")));
    for (int i = first + 1; i < consumer->count(); ++i) {
        EXPECT_LE(QString::localeAwareCompare(consumer->itemText(i - 1), consumer->itemText(i)), 0)
            << consumer->itemText(i).toStdString();
    }
}

TEST(WindowState, TheSearchFindsCommandsAndSaysWhenThereIsNothing) {
    Shell shell;
    QWidget* palette = search(shell, "dark theme");
    ASSERT_NE(palette, nullptr);
    QTest::keyClick(palette->findChild<QLineEdit*>(), Qt::Key_Return);
    EXPECT_LT(QApplication::palette().color(QPalette::Window).lightness(), 100);
    EXPECT_EQ(shell.settings.value(SettingKey::theme).toString(), QStringLiteral("dark"));
    QTest::qWait(0);
    palette = search(shell, "light theme");
    ASSERT_NE(palette, nullptr);
    QTest::keyClick(palette->findChild<QLineEdit*>(), Qt::Key_Return);
    EXPECT_GT(QApplication::palette().color(QPalette::Window).lightness(), 200);
}

TEST(WindowState, WhatWasSetIsThereAtTheNextStart) {
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("adit.ini"));
    {
        Shell shell({1700, 940}, file);
        shell.press(Qt::Key_2, Qt::AltModifier);
        shell.press(Qt::Key_F2);
        EXPECT_FALSE(shell.inspector().shown());
        shell.window.close();
    }
    Shell again({1700, 940}, file);
    EXPECT_EQ(page(again), "mineral");
    EXPECT_FALSE(again.inspector().shown());
    EXPECT_FALSE(again.settings.value(SettingKey::windowGeometry).toByteArray().isEmpty());
}

TEST(WindowState, ADamagedSettingsFileFallsBackToTheStandards) {
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("adit.ini"));
    {
        Settings settings(file);
        settings.set(SettingKey::inspectorWidth, QStringLiteral("wide"));
        settings.set(SettingKey::page, QStringLiteral("no-such-page"));
        settings.set(SettingKey::windowGeometry, QStringLiteral("nonsense"));
    }
    Shell shell({1600, 1000}, file);
    EXPECT_EQ(page(shell), "map");
    EXPECT_EQ(shell.inspector().panelWidth(), 0);
}

TEST(WindowState, TheTabKeyComesRoundThroughTheWindow) {
    Shell shell;
    shell.find<QToolButton>("search")->setFocus();
    std::vector<QWidget*> seen;
    for (int i = 0; i < 120; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QWidget* now = QApplication::focusWidget();
        ASSERT_NE(now, nullptr);
        if (now == shell.find<QToolButton>("search")) break;
        seen.push_back(now);
    }
    EXPECT_LT(seen.size(), 119U);
    const auto reached = [&](const QWidget* w) { return std::find(seen.begin(), seen.end(), w) != seen.end(); };
    EXPECT_TRUE(reached(shell.find<QComboBox>("consumer")));
    EXPECT_TRUE(reached(shell.find<QSlider>("year")));
    EXPECT_TRUE(reached(shell.find<QWidget>("pin")));
}

TEST(WindowState, TheLayersOfTheMapAreRemembered) {
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("adit.ini"));
    {
        Shell shell({1600, 1000}, file);
        auto* flows = shell.find<QToolButton>("flows");
        ASSERT_TRUE(flows->isChecked());
        QTest::mouseClick(flows, Qt::LeftButton);
        ASSERT_FALSE(flows->isChecked());
    }
    Shell again({1600, 1000}, file);
    EXPECT_FALSE(again.find<QToolButton>("flows")->isChecked());
    EXPECT_TRUE(again.find<QToolButton>("measuresLayer")->isChecked());
}

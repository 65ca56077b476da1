#include "ui/shell/no_dataset.h"

#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

using namespace adit;
using namespace adit::ui;

namespace {

const Error broken{ErrorCode::damaged, "it is no Adit dataset & cannot be read", {}};

QString shown(const QWidget& window) {
    QString all;
    for (const QLabel* label : window.findChildren<QLabel*>())
        all += label->text() + QLatin1Char('\n');
    return all;
}

QPushButton* button(const QWidget& window, const char* name) {
    return window.findChild<QPushButton*>(QLatin1String(name));
}

}  // namespace

TEST(NoDataset, SaysWhichFileAndWhy) {
    NoDataset window(QStringLiteral("/data/mine.sqlite"), broken, NoDataset::Bundled::offered, render::Theme::light());
    EXPECT_TRUE(shown(window).contains(QStringLiteral("/data/mine.sqlite")));
    EXPECT_TRUE(shown(window).contains(QStringLiteral("it is no Adit dataset &amp; cannot be read")));
}

TEST(NoDataset, TheBundledDatasetIsOneClickAway) {
    NoDataset window(QStringLiteral("mine.sqlite"), broken, NoDataset::Bundled::offered, render::Theme::light());
    window.show();
    const QSignalSpy wanted(&window, &NoDataset::bundledChosen);
    QTest::mouseClick(button(window, "openBundled"), Qt::LeftButton);
    EXPECT_EQ(wanted.count(), 1);
}

TEST(NoDataset, WithoutTheBundledOneAnotherFileIsOffered) {
    NoDataset window(QStringLiteral("adit.sqlite"), broken, NoDataset::Bundled::absent, render::Theme::night());
    window.show();
    EXPECT_EQ(button(window, "openBundled"), nullptr);
    const QSignalSpy chosen(&window, &NoDataset::fileChosen);
    QTest::mouseClick(button(window, "chooseDataset"), Qt::LeftButton);
    auto* dialog = window.findChild<QFileDialog*>();
    ASSERT_NE(dialog, nullptr);
    Q_EMIT dialog->fileSelected(QStringLiteral("/data/other.sqlite"));
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen.first().first().toString(), QStringLiteral("/data/other.sqlite"));
    QTest::mouseClick(button(window, "quitWithoutDataset"), Qt::LeftButton);
    EXPECT_FALSE(window.isVisible());
}

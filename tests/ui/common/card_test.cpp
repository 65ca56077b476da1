#include "ui/common/card.h"

#include "tests/ui/render/sample_charts.h"
#include "ui/common/chip.h"
#include "ui/common/empty_state.h"
#include "ui/common/export_dialog.h"
#include "ui/common/message_bar.h"
#include "ui/common/page_head.h"
#include "ui/common/segment.h"
#include "ui/render/chart_view.h"

#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <gtest/gtest.h>

using namespace adit;
using namespace adit::ui;

namespace {

void expose(QWidget& widget, QSize size) {
    widget.resize(size);
    widget.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&widget));
}

}  // namespace

TEST(Card, TakesItsWordsFromTheChart) {
    ChartCard card;
    card.setChart(render::samples::ranking());
    expose(card, {300, 330});
    EXPECT_EQ(card.findChild<QLabel*>(QStringLiteral("cardTitle"))->text(),
              QStringLiteral("One producer stands above all"));
    EXPECT_TRUE(card.findChild<QLabel*>(QStringLiteral("sourceLine"))->isVisible());
    EXPECT_EQ(card.accessibleName(), QStringLiteral("One producer stands above all"));
}

TEST(Card, DoubleClickOnTheHeadFillsThePageAndOnTheChartDoesNot) {
    ChartCard card;
    card.setChart(render::samples::strip());
    expose(card, {300, 220});
    QSignalSpy spy(&card, &Card::maximiseRequested);
    QTest::mouseDClick(&card, Qt::LeftButton, {}, QPoint(30, 14));
    EXPECT_EQ(spy.count(), 1);
    QTest::mouseDClick(&card, Qt::LeftButton, {}, QPoint(30, 190));
    EXPECT_EQ(spy.count(), 1);
}

TEST(Card, ToolsSpeakAndHaveNames) {
    Card card;
    card.setTools(Card::explain | Card::exportTool);
    card.setTitle(QStringLiteral("HHI"));
    expose(card, {300, 120});
    QSignalSpy spy(&card, &Card::explainRequested);
    QTest::mouseClick(card.tool(Card::explain), Qt::LeftButton);
    EXPECT_EQ(spy.count(), 1);
    EXPECT_EQ(card.tool(Card::explain)->accessibleName(), QStringLiteral("Explain: HHI"));
    EXPECT_FALSE(card.tool(Card::copy)->isVisible());
}

TEST(Card, AnEmptyStateStandsInForTheContentAndGoesAgain) {
    ChartCard card;
    card.setChart(render::samples::strip());
    expose(card, {360, 260});
    auto* state = new EmptyState(QStringLiteral("No published figure"),
                                 QStringLiteral("Edition 2026.1 holds no refinery ownership for cobalt."));
    QPushButton* located = state->addAction(QStringLiteral("Show located instead"), true);
    card.setEmptyState(state);
    EXPECT_FALSE(card.view().isVisible());
    QSignalSpy spy(located, &QPushButton::clicked);
    QTest::mouseClick(located, Qt::LeftButton);
    EXPECT_EQ(spy.count(), 1);
    card.setEmptyState(nullptr);
    EXPECT_TRUE(card.view().isVisible());
}

TEST(Themed, WidgetsMadeLaterStartInTheThemeOfTheApplication) {
    const QPalette before = QGuiApplication::palette();
    QGuiApplication::setPalette(render::palette(render::Theme::night()));
    EmptyState state(QStringLiteral("No published figure"), {});
    expose(state, {300, 140});
    const QColor plate = state.grab().toImage().pixelColor(150, 4);
    QGuiApplication::setPalette(before);
    EXPECT_LT(plate.lightness(), 128);
}

TEST(Segment, OneOptionIsOnAndTheUserIsHeard) {
    Segment segment(QStringLiteral("Stage"));
    segment.addOption(QStringLiteral("mine"), QStringLiteral("Mine"));
    segment.addOption(QStringLiteral("refine"), QStringLiteral("Refine"));
    segment.setCurrent(QStringLiteral("mine"));
    expose(segment, segment.sizeHint());
    QSignalSpy spy(&segment, &Segment::chosen);
    QTest::mouseClick(segment.button(QStringLiteral("refine")), Qt::LeftButton);
    ASSERT_EQ(spy.count(), 1);
    EXPECT_EQ(segment.current(), QStringLiteral("refine"));
    segment.setAvailable(QStringLiteral("mine"), false, QStringLiteral("no mine output"));
    EXPECT_EQ(segment.button(QStringLiteral("mine"))->toolTip(), QStringLiteral("no mine output"));
}

TEST(PageHead, NumbersOfTheSentenceAreLinks) {
    PageHead head;
    head.setSentence({{QStringLiteral("In 2022, ")},
                      {QStringLiteral("69.5 %"), QStringLiteral("share/COD")},
                      {QStringLiteral(" was mined in DR Congo.")}});
    head.setContextLine(QStringLiteral("Cobalt, contained Co · mine"));
    expose(head, {900, 70});
    EXPECT_EQ(head.sentenceText(), QStringLiteral("In 2022, 69.5 % was mined in DR Congo."));
    QSignalSpy spy(&head, &PageHead::linkActivated);
    auto* label = head.findChild<QLabel*>(QStringLiteral("sentence"));
    label->setFocus();
    QTest::keyClick(label, Qt::Key_Tab);
    QTest::mouseClick(label, Qt::LeftButton, {}, QPoint(100, label->height() / 2));
    ASSERT_EQ(spy.count(), 1);
    EXPECT_EQ(spy[0][0].toString(), QStringLiteral("share/COD"));
}

TEST(MessageBar, AnActionClosesIt) {
    MessageBar bar(MessageBar::Kind::error, QStringLiteral("<b>The disk is full:</b> free about 2 MB."));
    QPushButton* again = bar.addAction(QStringLiteral("Try again"), true);
    expose(bar, {500, 90});
    QSignalSpy spy(&bar, &MessageBar::closed);
    QTest::mouseClick(again, Qt::LeftButton);
    EXPECT_EQ(spy.count(), 1);
    EXPECT_FALSE(bar.isVisible());
}

TEST(FlowLayout, WrapsChipsLikeWords) {
    QWidget box;
    auto* flow = new FlowLayout(&box);
    for (int i = 0; i < 6; ++i)
        flow->addWidget(new Chip(QStringLiteral("EU critical 2023"), ChipRole::tick));
    const int one = flow->heightForWidth(2000);
    EXPECT_GT(flow->heightForWidth(260), 2 * one);
    expose(box, {260, 200});
    EXPECT_EQ(flow->itemAt(0)->geometry().top(), flow->itemAt(1)->geometry().top());
    EXPECT_GT(flow->itemAt(2)->geometry().top(), flow->itemAt(0)->geometry().bottom());
}

TEST(ExportDialog, WritesWhatIsChosen) {
    const QTemporaryDir folder;
    ExportDialog dialog(render::pictureOf(render::samples::ranking()));
    dialog.setFolder(folder.path());
    expose(dialog, dialog.sizeHint());
    QSignalSpy spy(&dialog, &ExportDialog::exported);
    QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("save")), Qt::LeftButton);
    ASSERT_EQ(spy.count(), 1);
    EXPECT_TRUE(spy[0][0].toString().endsWith(QStringLiteral("/one-producer-stands-above-all.png")));
    EXPECT_EQ(QImage(spy[0][0].toString()).size(), QSize(1600, 1000));
}

TEST(ExportDialog, TheNameFollowsTheFormat) {
    ExportDialog dialog(render::pictureOf(render::samples::ranking()));
    dialog.findChild<QComboBox*>(QStringLiteral("format"))->setCurrentIndex(2);
    EXPECT_TRUE(dialog.findChild<QLineEdit*>(QStringLiteral("path"))->text().endsWith(QStringLiteral(".pdf")));
}

TEST(ExportDialog, ARefusedFileIsToldAndTheDialogStays) {
    ExportDialog dialog(render::pictureOf(render::samples::strip()));
    dialog.setFolder(QStringLiteral("/no/such/folder"));
    expose(dialog, dialog.sizeHint());
    QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("save")), Qt::LeftButton);
    auto* error = dialog.findChild<QLabel*>(QStringLiteral("error"));
    EXPECT_TRUE(dialog.isVisible());
    EXPECT_TRUE(error->isVisible());
    EXPECT_EQ(error->text(), QStringLiteral("The folder /no/such/folder does not exist. Choose another one."));
}

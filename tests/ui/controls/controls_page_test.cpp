#include "ui/controls/controls_page.h"

#include "core/index/registry.h"
#include "core/workspace/overlay.h"
#include "tests/support/desk.h"
#include "ui/common/card.h"
#include "ui/common/cell_editor.h"
#include "ui/common/page_head.h"
#include "ui/common/segment.h"
#include "ui/common/table_view.h"
#include "ui/controls/controls_data.h"
#include "ui/controls/measure_dialog.h"
#include "ui/render/chart_view.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSlider>
#include <QToolButton>

#include <gtest/gtest.h>

using namespace adit;
using namespace adit::ui;

namespace {

class Controls : public testing::Test {
protected:
    TableView& table() { return *m_desk.find<TableView>("registerTable"); }
    const render::RankingChart& exposure() {
        return std::get<render::RankingChart>(m_desk.find<ChartCard>("exposure")->view().chart());
    }
    std::optional<double> exposureOf(const char* bar) {
        for (const render::RankingBar& b : exposure().bars) {
            if (b.id == QLatin1String(bar)) return b.datum.value;
        }
        return std::nullopt;
    }
    void readAsOf(int year, int month, int day) { m_desk.find<QDateEdit>("day")->setDate(QDate(year, month, day)); }
    void choose(const char* box, const char* text) {
        auto* combo = m_desk.find<QComboBox>(box);
        const int at = combo->findText(QLatin1String(text));
        ASSERT_GE(at, 0) << text;
        combo->setCurrentIndex(at);
        Q_EMIT combo->activated(at);
    }
    MeasureDialog* dialog() { return m_desk.page.findChild<MeasureDialog*>(); }
    void pick(const char* box, const char* id) {
        auto* combo = dialog()->findChild<QComboBox*>(QLatin1String(box));
        ASSERT_GE(combo->findData(QLatin1String(id)), 0) << id;
        combo->setCurrentIndex(combo->findData(QLatin1String(id)));
    }
    void accept() {
        QTest::mouseClick(dialog()->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok), Qt::LeftButton);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    void addBanOnMagnesium() {
        QTest::mouseClick(m_desk.find<QToolButton>("addMeasure"), Qt::LeftButton);
        ASSERT_NE(dialog(), nullptr);
        pick("measureImposer", "CHN");
        pick("measureMineral", "magnesium");
        pick("measureStage", "refine");
        pick("measureKind", "ban");
        dialog()->findChild<QDateEdit*>(QStringLiteral("measureFrom"))->setDate(QDate(2026, 3, 1));
        accept();
    }

    test::Desk<ControlsPage> m_desk;
};

}  // namespace

TEST_F(Controls, TheDayDecidesWhatIsInForce) {
    readAsOf(2023, 7, 31);
    EXPECT_FALSE(exposureOf("gallium/refine"));
    readAsOf(2023, 8, 1);
    ASSERT_TRUE(exposureOf("gallium/refine"));
    EXPECT_NEAR(*exposureOf("gallium/refine"), 69.0, 1e-9);
    EXPECT_EQ(m_desk.model.context().asOf, "2023-08-01");
    auto* slider = m_desk.find<QSlider>("daySlider");
    slider->setValue(slider->value() - 1);
    EXPECT_EQ(m_desk.model.context().asOf, "2023-07-31");
    EXPECT_FALSE(exposureOf("gallium/refine"));
}

TEST_F(Controls, TheSentenceCountsWhatTheBarsShow) {
    readAsOf(2026, 4, 8);
    const QString text = m_desk.find<PageHead>("")->sentenceText();
    EXPECT_TRUE(text.startsWith(QStringLiteral("On 8 Apr 2026, "))) << text.toStdString();
    EXPECT_TRUE(text.contains(exposure().bars.front().datum.text)) << text.toStdString();
    readAsOf(2010, 1, 1);
    EXPECT_TRUE(m_desk.find<PageHead>("")->sentenceText().endsWith(QLatin1Char('.')));
}

TEST_F(Controls, FiltersNarrowTheRegisterAndItsTimeLine) {
    const int all = table().model()->rowCount();
    EXPECT_GE(all, 190);
    choose("filterImposer", "China");
    const int china = table().model()->rowCount();
    EXPECT_LT(china, all);
    choose("filterState", "in force");
    const int inForce = table().model()->rowCount();
    EXPECT_LT(inForce, china);
    m_desk.find<QLineEdit>("filterText")->setText(QStringLiteral("gallium"));
    EXPECT_GE(table().model()->rowCount(), 1);
    EXPECT_LT(table().model()->rowCount(), inForce);
    m_desk.find<QLineEdit>("filterText")->setText(QStringLiteral("no such measure"));
    EXPECT_EQ(table().model()->rowCount(), 0);
}

TEST_F(Controls, AHypotheticalMeasureIsMarkedAndMovesTheExposure) {
    const auto before = exposureOf("magnesium/refine");
    addBanOnMagnesium();
    EXPECT_EQ(m_desk.workspace.workspace().measures.size(), 1U);
    ASSERT_TRUE(exposureOf("magnesium/refine"));
    EXPECT_GT(*exposureOf("magnesium/refine"), before.value_or(0.0));
    EXPECT_EQ(table().selectedRow(), QStringLiteral("own-1"));
    EXPECT_TRUE(exposure().text.assumption.contains(QStringLiteral("hypothetical")));
    const auto times = std::get<render::TimeChart>(m_desk.find<ChartCard>("timeLine")->view().chart());
    const auto own = std::ranges::find(times.bars, QStringLiteral("own-1"), &render::TimeBar::id);
    ASSERT_NE(own, times.bars.end());
    EXPECT_FALSE(own->note.trimmed().startsWith(QLatin1Char(','))) << own->note.toStdString();  // it names no form
    QTest::mouseClick(m_desk.find<QToolButton>("removeMeasure"), Qt::LeftButton);
    EXPECT_TRUE(m_desk.workspace.workspace().measures.empty());
    EXPECT_EQ(exposureOf("magnesium/refine"), before);
    m_desk.workspace.undo();
    EXPECT_EQ(m_desk.workspace.workspace().measures.size(), 1U);
}

TEST_F(Controls, APublishedMeasureIsCopiedBeforeItIsChanged) {
    m_desk.find<QLineEdit>("filterText")->setText(QStringLiteral("CHN-2023-23-GA"));
    ASSERT_GE(table().model()->rowCount(), 1);
    table().setCurrentIndex(table().model()->index(0, 0));
    EXPECT_FALSE(m_desk.find<QToolButton>("changeMeasure")->isVisible());
    QTest::mouseClick(m_desk.find<QToolButton>("copyMeasure"), Qt::LeftButton);
    ASSERT_NE(dialog(), nullptr);
    pick("measureKind", "ban");
    accept();
    const auto& measures = m_desk.workspace.workspace().measures;
    ASSERT_EQ(measures.size(), 1U);
    EXPECT_EQ(measures.begin()->second.kind, MeasureKind::ban);
    EXPECT_EQ(measures.begin()->second.mineral, "gallium");
}

TEST_F(Controls, AMeasureThatEndsBeforeItBeginsCannotBeLaidOver) {
    QTest::mouseClick(m_desk.find<QToolButton>("addMeasure"), Qt::LeftButton);
    ASSERT_NE(dialog(), nullptr);
    dialog()->findChild<QDateEdit*>(QStringLiteral("measureFrom"))->setDate(QDate(2026, 3, 1));
    dialog()->findChild<QDateEdit*>(QStringLiteral("measureTo"))->setDate(QDate(2025, 3, 1));
    auto* ends = dialog()->findChild<QAbstractButton*>(QStringLiteral("measureEnds"));
    ends->setChecked(true);
    EXPECT_FALSE(dialog()->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->isEnabled());
    EXPECT_FALSE(dialog()->findChild<QLabel*>(QStringLiteral("measureRefusal"))->text().isEmpty());
    dialog()->reject();
    EXPECT_TRUE(m_desk.workspace.workspace().measures.empty());
}

TEST_F(Controls, SeveritiesAreTypedWithTheirRange) {
    auto* severities = m_desk.find<TableView>("severityTable");
    severities->setFocus();
    severities->setCurrentIndex(severities->model()->index(2, 1));  // licence
    QTest::keyClick(severities, Qt::Key_Return);
    auto* editor = severities->findChild<CellEditor*>();
    ASSERT_NE(editor, nullptr);
    editor->selectAll();
    QTest::keyClicks(editor, QStringLiteral("0.5..0.6..0.9"));
    QTest::keyClick(editor, Qt::Key_Return);
    QApplication::processEvents();
    const auto* assumption = m_desk.workspace.find(measures::severityKey(QStringLiteral("licensing")));
    ASSERT_NE(assumption, nullptr);
    EXPECT_EQ(assumption->high, 0.9);
    index::Query query = queryOf(m_desk.model.data(), m_desk.model.context());
    query.mineral = *m_desk.model.data().mineral("gallium");
    query.stage = Stage::refine;
    query.year = 2024;
    query.economy = m_desk.model.data().economy("EU27");
    const Figure figure = index::find("exposure-severity")->compute(query);
    EXPECT_NEAR(figure.value.value_or(0.0), 0.69 * 0.6, 1e-9);
    EXPECT_TRUE(figure.flags.has(Flag::assumed));
}

TEST(ControlsSeverities, OneThatNoMeasureTakesIsMarked) {
    Dataset bare = *test::bundled();
    bare.measures.clear();
    workspace::Workspace set;
    const workspace::Key key = measures::severityKey(QStringLiteral("ban"));
    EXPECT_TRUE(applyTo(set, workspace::SetAssumption{key, workspace::Assumption{.central = 0.9}}));
    for (const auto& [data, text] :
         {std::pair{std::make_shared<const Dataset>(bare), "no effect"}, {test::bundled(), "0.9 to 0.9"}}) {
        const workspace::Overlay overlay = workspace::laidOver(data, set);
        const Table table = measures::severities(
            {*overlay.data, ContextModel::first(*data), render::Theme::light(), NumberText()}, overlay.idle);
        EXPECT_EQ(table.rows[0].cells[2].text, QLatin1String(text));
        EXPECT_EQ(table.rows[0].cells[1].state, State::assumed);
        EXPECT_EQ(table.rows[0].cells[1].tooltip.contains(QStringLiteral("Without effect: ")), data != test::bundled());
    }
}

TEST_F(Controls, EveryBarCanBeExplainedAsOfItsDay) {
    readAsOf(2025, 10, 31);
    for (const char* whose : {"consumer", "world"}) {
        QTest::mouseClick(m_desk.find<Segment>("")->button(QLatin1String(whose)), Qt::LeftButton);
        ASSERT_FALSE(exposure().bars.empty());
        for (const render::RankingBar& bar : exposure().bars) {
            m_desk.explained.clear();
            Q_EMIT m_desk.find<ChartCard>("exposure")->markActivated(bar.id, bar.datum.link);
            ASSERT_EQ(m_desk.explained.size(), 1U);
            const FigureRef& ref = m_desk.explained.front();
            const Figure figure = index::find(ref.index)->compute(ref.query);
            ASSERT_TRUE(figure.value) << bar.id.toStdString();
            if (ref.index == "exposure-binary") {
                EXPECT_NEAR(*figure.value * 100.0, *bar.datum.value, 1e-9) << bar.id.toStdString();
            } else {
                EXPECT_GE(*figure.value * 100.0, *bar.datum.value - 1e-9) << bar.id.toStdString();
            }
        }
    }
}

TEST_F(Controls, ItsTablesAreSoundModels) {
    for (const char* name : {"registerTable", "severityTable"}) {
        auto* view = m_desk.find<TableView>(name);
        QAbstractItemModelTester proxy(view->model(), QAbstractItemModelTester::FailureReportingMode::Warning);
        QAbstractItemModelTester source(&view->table(), QAbstractItemModelTester::FailureReportingMode::Warning);
        readAsOf(2024, 5, 1);
        EXPECT_GT(view->model()->rowCount(), 0);
    }
    addBanOnMagnesium();
}

// The page as it stands in a window of 1280 by 800.
TEST(ControlsOnASmallScreen, NamesAndKindsAreSeenWhole) {
    test::Desk<ControlsPage> desk({1228, 700});
    const auto* severities = desk.find<TableView>("severityTable");
    EXPECT_EQ(severities->verticalScrollBar()->maximum(), 0);
    const auto* table = desk.find<TableView>("registerTable");
    const QFontMetricsF metrics(table->theme().font(render::Type::table));
    const QStringList whole{QStringLiteral("imposer"), QStringLiteral("stage"), QStringLiteral("kind")};
    const auto& columns = const_cast<TableView*>(table)->table().columns();
    for (std::size_t c = 0; c < columns.size(); ++c) {
        for (int row = 0; row < 20; ++row) {
            const QString text = table->model()->index(row, static_cast<int>(c)).data().toString();
            if (!whole.contains(columns[c].id) && text != QLatin1String("Manganese")) continue;
            EXPECT_LE(metrics.horizontalAdvance(text), table->columnWidth(static_cast<int>(c)) - 10)
                << text.toStdString();
        }
    }
}

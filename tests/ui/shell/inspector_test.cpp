#include "ui/shell/inspector.h"

#include "core/index/registry.h"
#include "tests/ui/shell/shell.h"
#include "ui/common/card.h"
#include "ui/common/market_charts.h"
#include "ui/common/table_view.h"
#include "ui/common/workspace_model.h"
#include "ui/render/chart_view.h"
#include "ui/shell/figure_list.h"
#include "ui/shell/search_items.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include <gtest/gtest.h>

using namespace adit;
using namespace adit::ui;
using test::Shell;

namespace {

// Cobalt mines of 2022 as World Mining Data gives them, on the Mineral page.
void showCobalt2022(Shell& shell) {
    Context wanted = shell.context();
    wanted.year = 2022;
    wanted.source = shell.window.model().data().source("wmd-2024");
    shell.window.model().set(wanted);
    shell.window.showPage(QStringLiteral("mineral"));
    QTest::qWait(0);
}

template <typename T>
T* onPage(Shell& shell, const char* name) {
    return shell.find<QWidget>("page:mineral")->findChild<T*>(QLatin1String(name));
}

void clickRow(TableView& table, const QString& text, int column = 0) {
    for (int row = 0; row < table.model()->rowCount(); ++row) {
        const QModelIndex index = table.model()->index(row, column);
        if (!table.model()->index(row, 0).data().toString().startsWith(text)) continue;
        table.scrollTo(index);
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(index).center());
        return;
    }
    ADD_FAILURE() << "no row " << text.toStdString();
}

}  // namespace

TEST(Inspector, ShowsTheConcentrationOfTheContextAndFollowsIt) {
    Shell shell;
    EXPECT_TRUE(shell.explained().title.contains(QStringLiteral("cobalt mine output")));
    QTest::mouseClick(shell.find<QToolButton>("stage-1"), Qt::LeftButton);
    EXPECT_TRUE(shell.explained().title.contains(QStringLiteral("refined output")));
}

TEST(Inspector, APinnedFigureStays) {
    Shell shell;
    const QString title = shell.explained().title;
    QTest::mouseClick(shell.find<QToolButton>("pin"), Qt::LeftButton);
    QTest::mouseClick(shell.find<QToolButton>("stage-1"), Qt::LeftButton);
    EXPECT_EQ(shell.explained().title, title);
}

TEST(Inspector, AClickOnACellExplainsItsNumber) {
    Shell shell;
    showCobalt2022(shell);
    auto* table = onPage<TableView>(shell, "producersTable");
    clickRow(*table, QStringLiteral("DR Congo"), 2);
    EXPECT_TRUE(shell.explained().value.startsWith(QStringLiteral("69.5"))) << shell.explained().value.toStdString();
    EXPECT_TRUE(shell.explained().title.startsWith(QStringLiteral("DR Congo: ")));
}

TEST(Inspector, AMarkOfAChartExplainsItsNumber) {
    Shell shell;
    showCobalt2022(shell);
    const auto* card = onPage<ChartCard>(shell, "shares");
    render::ChartView& view = card->view();
    view.setFocus();
    // "15 others" stands first and is nobody's figure.
    QTest::keyClick(&view, Qt::Key_Right);
    QTest::keyClick(&view, Qt::Key_Right);
    QTest::keyClick(&view, Qt::Key_Return);
    EXPECT_TRUE(shell.explained().title.contains(QStringLiteral("share"))) << shell.explained().title.toStdString();
}

TEST(Inspector, ANumberOfTheHeadlineExplainsItself) {
    Shell shell;
    showCobalt2022(shell);
    shell.window.showPage(QStringLiteral("map"));
    QTest::qWait(0);
    auto* page = shell.window.findChild<QWidget*>(QStringLiteral("page:map"));
    auto* sentence = page->findChild<QLabel*>(QStringLiteral("sentence"));
    sentence->setFocus();
    QTest::keyClick(sentence, Qt::Key_Tab);
    QTest::keyClick(sentence, Qt::Key_Return);
    EXPECT_TRUE(shell.explained().title.contains(QStringLiteral("DR Congo"))) << shell.explained().title.toStdString();
}

TEST(Inspector, TheCitationAndTheInputsAreCopied) {
    Shell shell;
    QTest::mouseClick(shell.find<QPushButton>("copyCitation"), Qt::LeftButton);
    EXPECT_EQ(QApplication::clipboard()->text(), shell.explained().citation);
    QTest::mouseClick(shell.find<QPushButton>("copyInputs"), Qt::LeftButton);
    EXPECT_EQ(QApplication::clipboard()->text(), inputsAsTable(shell.explained()));
}

TEST(Inspector, AnInputSelectsItsEconomyOnThePages) {
    Shell shell;
    showCobalt2022(shell);
    clickRow(*shell.find<TableView>("inspectorInputs"), QStringLiteral("Indonesia"));
    ASSERT_TRUE(shell.context().selected.valid());
    EXPECT_EQ(shell.window.model().data()[shell.context().selected].code, "IDN");
    EXPECT_EQ(shell.find<TableView>("inspectorInputs")->selectedRow(), QStringLiteral("IDN"));
    EXPECT_EQ(onPage<TableView>(shell, "producersTable")->selectedRow(), QStringLiteral("IDN"));
}

TEST(Inspector, TheOthersUnfoldAndFoldAgain) {
    Shell shell;
    showCobalt2022(shell);
    auto* table = shell.find<TableView>("inspectorInputs");
    const int folded = table->model()->rowCount();
    clickRow(*table, QStringLiteral("12 others"));
    EXPECT_EQ(table->model()->rowCount(), folded + 12);
    clickRow(*table, QStringLiteral("fewer"));
    EXPECT_EQ(table->model()->rowCount(), folded);
}

TEST(Inspector, AnotherPublicationTakesOver) {
    Shell shell;
    showCobalt2022(shell);
    ASSERT_FALSE(shell.explained().others.empty());
    const SourceId other = shell.explained().others.front().source;
    auto* label = shell.find<QLabel>("otherSources");
    label->setFocus();
    QTest::keyClick(label, Qt::Key_Tab);
    QTest::keyClick(label, Qt::Key_Return);
    EXPECT_EQ(shell.context().source, other);
}

TEST(Inspector, ClosesByItsButtonAndOpensForANumber) {
    Shell shell;
    QTest::mouseClick(shell.find<QToolButton>("closeInspector"), Qt::LeftButton);
    EXPECT_FALSE(shell.inspector().shown());
    showCobalt2022(shell);
    clickRow(*onPage<TableView>(shell, "producersTable"), QStringLiteral("DR Congo"), 1);
    EXPECT_TRUE(shell.inspector().shown());
    EXPECT_FALSE(shell.explained().title.isEmpty());
}

TEST(Inspector, ListsEveryFigureOfTheContextAndOpensIt) {
    Shell shell;
    auto* table = shell.find<TableView>("figureList");
    EXPECT_FALSE(table->isVisible());
    auto* fold = shell.find<QToolButton>("everyFigure");
    fold->setFocus();
    QTest::keyClick(fold, Qt::Key_Space);
    ASSERT_TRUE(table->isVisible());
    EXPECT_EQ(table->model()->rowCount(), static_cast<int>(index::all().size()));
    for (const index::Definition* definition : index::all()) {
        const FigureRef figure = figureHere(*definition, shell.window.model().data(), shell.context());
        EXPECT_EQ(figure.index, definition->id);
        Q_EMIT table->rowActivated(QString::fromUtf8(definition->id.data()), {});
        EXPECT_FALSE(shell.explained().title.isEmpty()) << definition->id;
        EXPECT_EQ(shell.explained().value, NumberText().figure(printed(*definition, definition->compute(figure.query))))
            << definition->id;
    }
}

TEST(Inspector, AFigureOfTheListMovesWithTheContext) {
    Shell shell;
    QTest::mouseClick(shell.find<QToolButton>("stage-1"), Qt::LeftButton);
    QTest::mouseClick(shell.find<QToolButton>("everyFigure"), Qt::LeftButton);
    clickRow(*shell.find<TableView>("figureList"), QStringLiteral("Concentration of supply"));
    EXPECT_TRUE(shell.explained().title.startsWith(QStringLiteral("EU27: concentration of supply")))
        << shell.explained().title.toStdString();
    Context wanted = shell.context();
    wanted.consumer = *shell.window.model().data().economy("JPN");
    shell.window.model().set(wanted);
    EXPECT_TRUE(shell.explained().title.startsWith(QStringLiteral("Japan: concentration of supply")))
        << shell.explained().title.toStdString();
}

TEST(Inspector, AnyFigureIsFoundByItsName) {
    Shell shell;
    SearchIndex search;
    std::optional<FigureRef> asked;
    addFigures(search, shell.window.model(), [&](const FigureRef& figure) { asked = figure; });
    const SearchResult found = search.find(QStringLiteral("chokepoint"));
    ASSERT_FALSE(found.hits.empty());
    found.hits.front()->open();
    ASSERT_TRUE(asked);
    EXPECT_EQ(asked->index, "chokepoint");
    EXPECT_EQ(asked->query.economy, shell.context().consumer);
}

TEST(Inspector, SaysWhatAssumptionsChangeOfAFigure) {
    Shell shell;
    auto* ask = shell.find<QPushButton>("askEffect");
    EXPECT_FALSE(ask->isVisible());  // a published figure
    WorkspaceModel& workspace = shell.window.workspace();
    using workspace::Quantity;
    ASSERT_TRUE(workspace.apply({{workspace.setting({Quantity::stock, "KOR", "cobalt", {}}, 1000.0, {}),
                                  workspace.setting({Quantity::consumption, "KOR", "cobalt", {}}, 3650.0, {})},
                                 {}}));
    Context wanted = shell.context();
    wanted.consumer = *shell.window.model().data().economy("KOR");
    wanted.stage = Stage::refine;
    shell.window.model().set(wanted);
    shell.inspector().explain(figureHere(*index::find("days-of-cover"), shell.window.model().data(), shell.context()));
    EXPECT_TRUE(shell.explained().value.startsWith(QStringLiteral("100"))) << shell.explained().value.toStdString();
    ASSERT_TRUE(ask->isVisible());
    QTest::mouseClick(ask, Qt::LeftButton);
    const QString said = shell.find<QLabel>("inspectorEffect")->text();
    EXPECT_TRUE(said.contains(QStringLiteral("as assumed 100"))) << said.toStdString();
    EXPECT_EQ(said.count(QStringLiteral("South Korea, cobalt")), 2) << said.toStdString();
}

TEST(Inspector, AnAssumptionThatTouchesAFigureIsTakenBackFromThere) {
    Shell shell;
    WorkspaceModel& workspace = shell.window.workspace();
    using workspace::Quantity;
    ASSERT_TRUE(
        workspace.apply({{workspace.setting({Quantity::production, "COD", "cobalt", "mine"}, 1000.0, {})}, {}}));
    Context wanted = shell.context();
    wanted.mineral = *shell.window.model().data().mineral("cobalt");
    wanted.stage = Stage::mine;
    wanted.year = shell.window.model().data().yearsOf(wanted.mineral, Stage::mine).back();
    shell.window.model().set(wanted);
    shell.inspector().explain(figureHere(*index::find("hhi"), shell.window.model().data(), shell.context()));
    auto* label = shell.find<QLabel>("inspectorAssumptions");
    EXPECT_TRUE(label->text().contains(editMark)) << label->text().toStdString();
    ASSERT_EQ(shell.explained().assumptions.size(), 1U);
    Q_EMIT label->linkActivated(QStringLiteral("0"));  // it was set without its year
    EXPECT_TRUE(workspace.workspace().assumptions.empty());
    EXPECT_TRUE(shell.explained().assumptions.empty());
    EXPECT_TRUE(label->text().startsWith(QStringLiteral("None."))) << label->text().toStdString();
}

#include "ui/mineral/mineral_page.h"

#include "core/findings/findings.h"
#include "ui/common/card.h"
#include "ui/common/figure_link.h"
#include "ui/common/finding_text.h"
#include "ui/common/no_market.h"
#include "ui/common/page_head.h"
#include "ui/common/producers_table.h"
#include "ui/common/table_view.h"
#include "ui/mineral/facts_view.h"
#include "ui/mineral/mineral_charts.h"
#include "ui/render/chart_view.h"

#include <QGridLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace adit::ui {
namespace {

constexpr int threeColumnWidth = 1700;  // from here on the cards stand in three columns
constexpr int leastHeight = 760;        // below it the page scrolls
constexpr int topHeight = 250;
constexpr int middleHeight = 216;
constexpr int bottomHeight = 150;

}  // namespace

MineralPage::MineralPage(ContextModel& model, const render::Theme& theme, QWidget* parent)
    : Page(model, theme, parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(false);  // its height follows the cards' minimum, not what their texts would like
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setAccessibleName(tr("Mineral"));
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_scroll);
    makeLayout();
}

ChartCard* MineralPage::makeChart(const QString& name) {
    auto* card = new ChartCard;
    card->setObjectName(name);
    card->setTools(Card::allTools);
    connect(card, &ChartCard::markActivated, this, [this](const QString&, const QString& link) { open(link); });
    return card;
}

Card* MineralPage::makeTable(const QString& name, TableView*& view) {
    auto* card = new Card;
    card->setObjectName(name);
    card->setTools(Card::copy);
    view = new TableView;
    view->setObjectName(name + QStringLiteral("Table"));
    view->setAccessibleName(name == QLatin1String("uses") ? tr("Uses") : tr("Producers"));
    card->setContent(view);
    connect(card, &Card::copyRequested, view, &TableView::copy);
    connect(view, &TableView::cellActivated, this, [this](const QString&, const QString& link) { open(link); });
    return card;
}

void MineralPage::makeLayout() {
    m_body = new QWidget;
    m_body->setObjectName(QStringLiteral("pageBody"));
    auto* column = new QVBoxLayout(m_body);
    column->setContentsMargins(16, 12, 16, 10);
    column->setSpacing(10);
    m_head = new PageHead;
    connect(m_head, &PageHead::linkActivated, this, &MineralPage::open);
    column->addWidget(m_head);
    m_grid = new QGridLayout;
    m_grid->setSpacing(10);
    column->addLayout(m_grid, 1);
    m_scroll->setWidget(m_body);

    m_concentration = makeChart(QStringLiteral("concentration"));
    m_shares = makeChart(QStringLiteral("shares"));
    m_control = makeChart(QStringLiteral("control"));
    m_measures = makeChart(QStringLiteral("measures"));
    m_facts = new Card;
    m_facts->setObjectName(QStringLiteral("factsCard"));
    m_factsView = new FactsView;
    m_facts->setContent(m_factsView);
    m_producers = makeTable(QStringLiteral("producers"), m_producersView);
    connect(m_producersView, &TableView::rowActivated, this, [this](const QString& id, const QString& link) {
        Context wanted = this->model().context();
        wanted.selected = data().economy(id.toStdString()).value_or(EconomyId());
        this->model().slide(wanted);
        open(link);
    });
    m_uses = makeTable(QStringLiteral("uses"), m_usesView);
    const auto explainHhi = [this] { Q_EMIT explainRequested({"hhi-10k", queryOf(data(), this->model().context())}); };
    for (ChartCard* card : {m_concentration, m_shares, m_control})
        connect(card, &Card::explainRequested, this, explainHhi);
    m_measures->setTools(Card::copy | Card::exportTool);
    arrange();
}

// Two, three and two cards a row; three columns where the window is wide.
void MineralPage::arrange() {
    struct Place {
        Card* card;
        int row, column, columns;
    };
    const int columns = width() >= threeColumnWidth ? 3 : 2;
    if (columns == m_columns) return;
    m_columns = columns;
    const std::vector<Place> wide{{m_concentration, 0, 0, 2}, {m_shares, 0, 2, 2},   {m_control, 0, 4, 2},
                                  {m_producers, 1, 0, 4},     {m_measures, 1, 4, 2}, {m_uses, 2, 0, 4},
                                  {m_facts, 2, 4, 2}};
    const std::vector<Place> narrow{{m_concentration, 0, 0, 3}, {m_shares, 0, 3, 3}, {m_control, 1, 0, 2},
                                    {m_measures, 1, 2, 2},      {m_facts, 1, 4, 2},  {m_producers, 2, 0, 4},
                                    {m_uses, 2, 4, 2}};
    for (const Place& place : columns == 3 ? wide : narrow) {
        m_grid->removeWidget(place.card);
        m_grid->addWidget(place.card, place.row, place.column, 1, place.columns);
    }
    for (int i = 0; i < 6; ++i)
        m_grid->setColumnStretch(i, 1);
    const std::array least{topHeight, middleHeight, bottomHeight};
    const std::array stretch = columns == 3 ? std::array{30, 30, 18} : std::array{30, 24, 26};
    for (std::size_t row = 0; row < least.size(); ++row) {
        m_grid->setRowMinimumHeight(static_cast<int>(row), least[row]);
        m_grid->setRowStretch(static_cast<int>(row), stretch[row]);
    }
}

void MineralPage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    arrange();
    const bool scrolls = height() < leastHeight;
    const int bar = scrolls ? m_scroll->verticalScrollBar()->sizeHint().width() : 0;
    m_body->resize(width() - bar, std::max(height(), leastHeight));
}

void MineralPage::setTheme(const render::Theme& theme) {
    Page::setTheme(theme);
    m_factsView->setTheme(theme);
}

void MineralPage::open(const QString& link) {
    if (const auto figure = figureOf(link, data())) Q_EMIT explainRequested(*figure);
}

void MineralPage::show(const Context& context) {
    showHead(context);
    showCharts(context);
    showTables(context);
}

void MineralPage::showHead(const Context& context) {
    const Setting setting{data(), context, theme(), m_numbers};
    m_head->setSubject(subjectOf(context));
    m_head->setSentence(sentenceOf(findings::mineralHeadline(queryOf(data(), context), translator())));
    m_head->setContextLine(contextLine(setting));
}

void MineralPage::showCharts(const Context& context) {
    const Setting setting{data(), context, theme(), m_numbers};
    const index::Query query = queryOf(data(), context);
    auto concentration = mineral::concentration(setting);
    concentration.text.title = titleOf(findings::concentrationTitle(query, translator()));
    m_concentration->setChart(std::move(concentration));
    auto shares = mineral::shares(setting);
    shares.text.title = titleOf(findings::sharesTitle(query, translator()));
    showOrExplain(*m_shares, noMarket(data(), context, context.view), model());
    m_shares->setChart(std::move(shares));
    auto control = mineral::control(setting);
    control.text.title = titleOf(findings::controlTitle(query, translator()));
    showOrExplain(*m_control, noMarket(data(), context, View::controlled), model());
    m_control->setChart(std::move(control));
    m_measures->setChart(mineral::measures(setting));
}

void MineralPage::showTables(const Context& context) {
    const Setting setting{data(), context, theme(), m_numbers};
    const Mineral& mineral = data()[context.mineral];
    m_facts->setTitle(mineral.hostMetals.empty() ? tr("A metal mined for itself") : tr("A by-product"));
    m_factsView->setFacts(mineral::facts(setting), mineral::lists(setting));
    Table producers = producersWithShares(setting);
    m_producers->setTitle(titleOf(findings::producersTitle(queryOf(data(), context), translator())));
    showOrExplain(*m_producers, noMarket(data(), context, context.view), model());
    m_producers->setSource(producers.source);
    m_producersView->setSource(producers.source);
    m_producersView->setTable(std::move(producers.columns), std::move(producers.rows));
    m_producersView->selectRow(context.selected.valid() ? QString::fromStdString(data()[context.selected].code)
                                                        : QString());
    Table uses = mineral::uses(setting);
    m_uses->setTitle(tr("Uses; defence uses in bold"));
    m_uses->setSource(uses.source);
    m_usesView->setTable(std::move(uses.columns), std::move(uses.rows));
}

}  // namespace adit::ui

#include "ui/map/map_page.h"

#include "core/findings/findings.h"
#include "ui/common/card.h"
#include "ui/common/export_dialog.h"
#include "ui/common/figure_link.h"
#include "ui/common/finding_text.h"
#include "ui/common/measure_text.h"
#include "ui/common/no_market.h"
#include "ui/common/page_head.h"
#include "ui/common/producers_table.h"
#include "ui/common/table_view.h"
#include "ui/map/map_charts.h"
#include "ui/map/map_view.h"
#include "ui/render/chart_view.h"
#include "ui/render/icon.h"

#include <QComboBox>
#include <QEvent>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace adit::ui {
namespace {

constexpr int gap = 10;

// Places of the cards: the charts lose height first, then the table, which keeps three rows; beyond the height of
// a usual screen the map gains, and of the charts the one over time: ranked bars need no more than their rows.
struct Places {
    explicit Places(QSize size) {
        constexpr int leastTable = 196;
        constexpr int leastHeight = 597;  // at which the table has its least
        const int table = std::clamp(leastTable + (size.height() - leastHeight) * 57 / 100, leastTable, 420);
        const int top = size.height() - gap - table;
        const int side = std::clamp(size.width() * 253 / 1000, 297, 420);
        constexpr int mostForBars = 376;
        const int low = std::max(std::clamp(top * 37 / 100, 148, 300), top - gap - mostForBars);
        const int left = size.width() - gap - side;
        map = {0, 0, left, top};
        suppliers = {left + gap, 0, side, top - gap - low};
        strip = {left + gap, top - low, side, low};
        producers = {0, top + gap, size.width(), table};
    }
    QRect map, suppliers, strip, producers;
};

// Choices that stay leave the field, and the layout around it, alone.
void offer(QComboBox& field, const std::vector<std::pair<QString, int>>& choices) {
    bool same = field.count() == static_cast<int>(choices.size());
    for (int i = 0; same && i < field.count(); ++i) {
        const auto& [text, id] = choices[static_cast<std::size_t>(i)];
        same = field.itemText(i) == text && field.itemData(i).toInt() == id;
    }
    if (same) return;
    field.clear();
    for (const auto& [text, id] : choices)
        field.addItem(text, id);
    field.setVisible(field.count() > 0);
    field.setEnabled(field.count() > 1);
}

}  // namespace

MapPage::MapPage(ContextModel& model, const render::Theme& theme, QWidget* parent) : Page(model, theme, parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, gap);
    column->setSpacing(gap);
    makeHead(*column);
    m_body = new QWidget;
    m_body->setMinimumSize(900, 440);
    m_body->installEventFilter(this);
    column->addWidget(m_body, 1);
    makeMap();
    makeCharts();
    makeTable();
    for (QWidget* card : std::initializer_list<QWidget*>{m_mapCard, m_suppliers, m_strip, m_producers})
        card->setParent(m_body);
}

bool MapPage::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_body && event->type() == QEvent::Resize) {
        const Places places(m_body->size());
        m_mapCard->setGeometry(places.map);
        m_suppliers->setGeometry(places.suppliers);
        m_strip->setGeometry(places.strip);
        m_producers->setGeometry(places.producers);
    }
    return Page::eventFilter(watched, event);
}

void MapPage::makeHead(QLayout& column) {
    m_head = new PageHead;
    connect(m_head, &PageHead::linkActivated, this, &MapPage::open);
    m_sources = new QComboBox;
    m_sources->setObjectName(QStringLiteral("sourceChoice"));
    m_sources->setAccessibleName(tr("Publication that the figures come from"));
    m_sources->setToolTip(m_sources->accessibleName());
    m_sources->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(m_sources, &QComboBox::activated, this, [this](int index) {
        Context wanted = model().context();
        const int source = m_sources->itemData(index).toInt();
        wanted.source = source < 0 ? std::nullopt : std::optional(SourceId(static_cast<std::size_t>(source)));
        model().set(wanted);
    });
    m_head->addAction(m_sources);
    m_export = new QToolButton;
    m_export->setObjectName(QStringLiteral("exportMap"));
    m_export->setText(tr("Export"));
    m_export->setAccessibleName(tr("Export the map"));
    m_export->setProperty("field", true);
    m_export->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_export->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(m_export);
    menu->addAction(tr("Export the map…"), this, [this] { openExportDialog(*this, m_map->picture()); });
    menu->addAction(tr("Copy as picture"), this, [this] { m_map->copyPicture(); });
    menu->addAction(tr("Copy as table"), this, [this] { m_map->copyTable(); });
    m_export->setMenu(menu);
    m_head->addAction(m_export);
    column.addWidget(m_head);
}

QToolButton* MapPage::makeLayer(const QString& name, bool on) {
    auto* button = new QToolButton;
    button->setObjectName(name);
    button->setCheckable(true);
    button->setChecked(on);
    button->setProperty("field", true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(button, &QToolButton::toggled, this, [this] {
        showTicks();
        m_options.flows = m_flows->isChecked();
        m_options.measures = m_measures->isChecked();
        show(model().context());
    });
    m_map->addOverlay(button);
    return button;
}

void MapPage::makeMap() {
    m_mapCard = new Card;
    m_mapCard->setObjectName(QStringLiteral("mapCard"));
    m_map = new map::MapView;
    m_map->setObjectName(QStringLiteral("map"));
    m_mapCard->setContent(m_map);
    m_mapCard->setBare();
    m_metric = new QComboBox;
    m_metric->setObjectName(QStringLiteral("metric"));
    m_metric->setAccessibleName(tr("What the map shows"));
    for (const map::Metric metric : map::metrics()) {
        m_metric->addItem(map::metricName(metric), static_cast<int>(metric));
    }
    connect(m_metric, &QComboBox::activated, this, [this](int index) {
        m_options.metric = static_cast<map::Metric>(m_metric->itemData(index).toInt());
        showMap(model().context());
    });
    m_map->addOverlay(m_metric);
    m_flows = makeLayer(QStringLiteral("flows"), m_options.flows);
    m_measures = makeLayer(QStringLiteral("measuresLayer"), m_options.measures);
    connect(m_map, &map::MapView::economyActivated, this, &MapPage::select);
    connect(m_map, &map::MapView::exportRequested, this, [this] { openExportDialog(*this, m_map->picture()); });
}

void MapPage::makeCharts() {
    m_suppliers = new ChartCard;
    m_suppliers->setObjectName(QStringLiteral("suppliers"));
    m_strip = new ChartCard;
    m_strip->setObjectName(QStringLiteral("strip"));
    for (ChartCard* card : {m_suppliers, m_strip}) {
        card->setTools(Card::allTools);
        card->showSource(false);
        connect(card, &Card::explainRequested, this, [this] {
            Q_EMIT explainRequested({"hhi-10k", queryOf(data(), model().context())});
        });
    }
    connect(m_suppliers, &ChartCard::markActivated, this, [this](const QString& id, const QString& link) {
        select(id);
        open(link);
    });
    connect(m_strip, &ChartCard::markActivated, this, [this](const QString&, const QString& link) { open(link); });
}

void MapPage::makeTable() {
    m_producers = new Card;
    m_producers->setObjectName(QStringLiteral("producers"));
    m_table = new TableView;
    m_table->setObjectName(QStringLiteral("producersTable"));
    m_producers->setContent(m_table);
    m_producers->setTools(Card::copy);
    connect(m_producers, &Card::copyRequested, m_table, &TableView::copy);
    connect(m_table, &TableView::rowActivated, this, [this](const QString& id, const QString&) { select(id); });
    connect(m_table, &TableView::cellActivated, this, [this](const QString& id, const QString& link) {
        select(id);
        open(link);
    });
}

void MapPage::setTheme(const render::Theme& theme) {
    Page::setTheme(theme);
    m_export->setIcon(render::icon(QStringLiteral("export")));
    showTicks();
}

void MapPage::showTicks() {
    const QIcon tick = render::icon(QStringLiteral("tick"), render::Tint::accent);
    for (QToolButton* layer : {m_flows, m_measures})
        layer->setIcon(layer->isChecked() ? tick : QIcon());
}

void MapPage::open(const QString& link) {
    if (const auto figure = figureOf(link, data())) Q_EMIT explainRequested(*figure);
}

void MapPage::select(const QString& code) {
    const auto economy = data().economy(code.toStdString());
    if (!economy) return;
    Context wanted = model().context();
    wanted.selected = *economy;
    model().set(wanted);
}

void MapPage::show(const Context& context) {
    showHead(context);
    showSources(context);
    showMap(context);
    showCharts(context);
    showTable(context);
    showEmpty(context);
}

void MapPage::showHead(const Context& context) {
    const Setting setting{data(), context, theme(), m_numbers};
    m_head->setSubject(subjectOf(context));
    m_head->setSentence(sentenceOf(findings::mapHeadline(queryOf(data(), context), translator())));
    m_head->setContextLine(contextLine(setting));
    m_flows->setText(tr("Flows to %1").arg(economyName(setting, context.consumer)));
    m_measures->setText(tr("Measures as of %1").arg(m_numbers.date(dateOf(asOfDay(context)))));
}

// One publication is preferred for each mineral, stage and year; the others can be looked at instead.
void MapPage::showSources(const Context& context) {
    std::vector<std::pair<QString, int>> choices;
    const Series* preferred = data().seriesFor(context.mineral, context.stage, context.year);
    if (preferred != nullptr) choices.emplace_back(text(data()[preferred->source].publisher), -1);
    std::vector<SourceId> seen;
    for (const Series& series : data().production.at(context.mineral, context.stage, context.year)) {
        const bool known = std::find(seen.begin(), seen.end(), series.source) != seen.end();
        if (known || (preferred != nullptr && series.source == preferred->source)) continue;
        seen.push_back(series.source);
        const Source& source = data()[series.source];
        choices.emplace_back(tr("%1, %2").arg(text(source.publisher), text(source.year)),
                             static_cast<int>(series.source.index()));
    }
    offer(*m_sources, choices);
    const int wanted = context.source ? static_cast<int>(context.source->index()) : -1;
    m_sources->setCurrentIndex(std::max(0, m_sources->findData(wanted)));
}

void MapPage::showMap(const Context& context) {
    const Setting setting{data(), context, theme(), m_numbers};
    map::MapValue value = map::mapValue(setting, m_options);
    value.text.title = titleOf(findings::mapHeadline(queryOf(data(), context), translator()));
    m_map->setMap(std::move(value));
}

void MapPage::showCharts(const Context& context) {
    const Setting setting{data(), context, theme(), m_numbers};
    const index::Query query = queryOf(data(), context);
    render::RankingChart suppliers = map::topSuppliers(setting, m_options.measures);
    suppliers.text.title = titleOf(findings::suppliersTitle(query, translator()));
    m_suppliers->setChart(std::move(suppliers));
    render::LineChart strip = map::concentrationStrip(setting);
    strip.text.title = titleOf(findings::concentrationTitle(query, translator()));
    m_strip->setChart(std::move(strip));
    // The source line of the page stands below the table; a card's own goes with what is copied or exported.
    for (ChartCard* card : {m_suppliers, m_strip})
        card->setToolTip(textOf(card->view().chart()).source);
}

void MapPage::showTable(const Context& context) {
    const Setting setting{data(), context, theme(), m_numbers};
    Table table = producersWithYears(setting);
    m_producers->setTitle(titleOf(findings::producersTitle(queryOf(data(), context), translator())));
    const QString flows = m_map->map().flowsSource;
    QStringList sources{table.source, flows};
    sources.removeAll(QString());
    m_producers->setSource(sources.join(QStringLiteral(". ")));
    m_table->setAccessibleName(tr("Producers"));
    m_table->setSource(table.source);
    m_table->setTable(std::move(table.columns), std::move(table.rows));
    m_table->selectRow(context.selected.valid() ? text(data()[context.selected].code) : QString());
}

// Where nothing is published, the cards say so and offer the nearest view that has figures.
void MapPage::showEmpty(const Context& context) {
    std::optional<NoMarket> none = noMarket(data(), context, context.view);
    showOrExplain(*m_producers, none, model());
    if (none) none->verb.clear();  // said once, where there is room
    for (Card* card : {m_suppliers, m_strip})
        showOrExplain(*card, none, model());
}

}  // namespace adit::ui

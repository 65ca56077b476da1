#include "ui/stockpiles/stockpiles_page.h"

#include "core/consumer/stock.h"
#include "ui/common/card.h"
#include "ui/common/empty_state.h"
#include "ui/common/figure_link.h"
#include "ui/common/finding_text.h"
#include "ui/common/import_dialog.h"
#include "ui/common/page_head.h"
#include "ui/common/quantity_entry.h"
#include "ui/common/segment.h"
#include "ui/common/workspace_model.h"
#include "ui/render/icon.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>

#include <algorithm>

namespace adit::ui {
namespace {

using stockpiles::Rows;

constexpr int leastHeight = 700;  // below it the page scrolls
constexpr int leastTable = 210;
constexpr int leastChart = 230;
constexpr std::size_t listedSuppliers = 8;

// "South Korea, cobalt: stock" of "South Korea, cobalt: stock 1 900 t → 2 400 t"
QString withoutValues(const QString& edit) {
    static const QRegularExpression value(QStringLiteral("( set to)? [\\d(]"));
    const qsizetype colon = edit.indexOf(QLatin1Char(':'));
    const qsizetype end = edit.indexOf(value, std::max<qsizetype>(colon, 0));
    return end < 0 ? edit : edit.left(end);
}

// Stocks and consumption are of refined material, whatever stage the other pages show.
Context stocked(const Dataset& data, Context context) {
    const Stage stage = consumer::stockedStage(data, context.mineral);
    if (context.stage != stage) context.source.reset();  // chosen for the other stage
    context.stage = stage;
    return context;
}

QString stageLine(const Context& of, Rows rows) {
    if (rows == Rows::minerals) return StockpilesPage::tr("refined, or as mined where nothing refined is published");
    if (of.stage == Stage::refine) return StockpilesPage::tr("always refined material");
    return StockpilesPage::tr("as mined: nothing refined is published");
}

}  // namespace

StockpilesPage::StockpilesPage(ContextModel& model, const render::Theme& theme, QWidget* parent)
    : Page(model, theme, parent) {
    makeBar();
    makeTables();
    makeCharts();
    makeLayout();
}

void StockpilesPage::makeBar() {
    m_head = new PageHead;
    connect(m_head, &PageHead::linkActivated, this, &StockpilesPage::open);
    m_undo = new QToolButton;
    m_undo->setObjectName(QStringLiteral("undoEdit"));
    m_undo->setProperty("field", true);
    m_undo->setIcon(render::icon(QStringLiteral("back")));
    m_undo->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(m_undo, &QToolButton::clicked, this, [this] {
        if (model().workspace() != nullptr) model().workspace()->undo();
    });
    m_head->addAction(m_undo);

    m_rowsChoice = new Segment(tr("Rows of the table"));
    m_rowsChoice->addOption(QStringLiteral("economies"), tr("One mineral, economies"));
    m_rowsChoice->addOption(QStringLiteral("minerals"), tr("One economy, minerals"));
    m_rowsChoice->setCurrent(QStringLiteral("economies"));
    connect(m_rowsChoice, &Segment::chosen, this, [this](const QString& id) {
        m_choice.rows = id == QLatin1String("economies") ? Rows::economies : Rows::minerals;
        show(model().context());
    });
    m_all = new QToolButton;
    m_all->setObjectName(QStringLiteral("allRows"));
    m_all->setProperty("field", true);
    m_all->setCheckable(true);
    m_all->setText(tr("All with consumption"));
    m_all->setToolTip(tr("Also rows without a programme or a figure of yours, as long as their consumption is known"));
    connect(m_all, &QToolButton::toggled, this, [this](bool on) {
        m_choice.all = on;
        show(model().context());
    });
    for (auto [button, name, title, tip] :
         {std::tuple{&m_import, "importStocks", tr("Import…"),
                     tr("Assumptions from a CSV file; differences come first")},
          {&m_export, "exportStocks", tr("Export…"), tr("Your assumptions as a CSV file, for a spreadsheet")}}) {
        *button = new QToolButton;
        (*button)->setObjectName(QLatin1String(name));
        (*button)->setProperty("field", true);
        (*button)->setText(title);
        (*button)->setToolTip(tip);
        (*button)->setAccessibleName(tip);
    }
    connect(m_import, &QToolButton::clicked, this, [this] {
        if (model().workspace() != nullptr) askImport(*model().workspace(), this);
    });
    connect(m_export, &QToolButton::clicked, this, [this] {
        if (model().workspace() != nullptr) askExport(*model().workspace(), workspace::Sheet::assumptions, this);
    });
    m_price = new QLineEdit;
    m_price->setObjectName(QStringLiteral("price"));
    m_price->setAccessibleName(tr("Price, US dollars a tonne"));
    m_price->setAlignment(Qt::AlignRight);
    m_price->setMaximumWidth(110);
    connect(m_price, &QLineEdit::editingFinished, this, &StockpilesPage::editPrice);
    m_supplier = new QComboBox;
    m_supplier->setObjectName(QStringLiteral("supplier"));
    m_supplier->setAccessibleName(tr("Supplier that stops, for net cover"));
    connect(m_supplier, &QComboBox::activated, this, &StockpilesPage::chooseSupplier);
}

void StockpilesPage::makeTables() {
    m_stocks = new Card;
    m_stocks->setObjectName(QStringLiteral("stocksCard"));
    m_stocks->setTools(Card::copy);
    m_table = new TableView;
    m_table->setObjectName(QStringLiteral("stocksTable"));
    m_table->setAccessibleName(tr("Stocks, consumption and targets"));
    m_table->setEditing([this](const QString& row, const QString& column, const QString& entry) {
        return refusal(row, column, entry);
    });
    m_stocks->setContent(m_table);
    connect(m_stocks, &Card::copyRequested, m_table, &TableView::copy);
    connect(m_table, &TableView::cellActivated, this, [this](const QString&, const QString& link) { open(link); });
    connect(m_table, &TableView::edited, this, &StockpilesPage::edit);
    connect(m_table, &TableView::refused, this, [this](const QString& reason) {
        if (model().workspace() != nullptr) Q_EMIT model().workspace()->failed(reason);
    });
    m_practice = new Card;
    m_practice->setObjectName(QStringLiteral("practiceCard"));
    m_practice->setTools(Card::copy);
    m_practiceTable = new TableView;
    m_practiceTable->setObjectName(QStringLiteral("practiceTable"));
    m_practiceTable->setAccessibleName(tr("What others do"));
    m_practiceTable->setCompact(true);
    m_practiceTable->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_practice->setContent(m_practiceTable);
    connect(m_practice, &Card::copyRequested, m_practiceTable, &TableView::copy);
}

void StockpilesPage::makeCharts() {
    for (auto [card, name] : {std::pair{&m_pooled, "pooled"}, {&m_gaps, "gaps"}}) {
        *card = new ChartCard;
        (*card)->setObjectName(QLatin1String(name));
        (*card)->setTools(Card::copy | Card::exportTool);
        connect(*card, &ChartCard::markActivated, this, [this](const QString&, const QString& link) { open(link); });
    }
}

void StockpilesPage::makeLayout() {
    m_bar = new QWidget;
    auto* bar = new QHBoxLayout(m_bar);
    bar->setContentsMargins(0, 0, 0, 0);
    bar->setSpacing(8);
    bar->addWidget(m_rowsChoice);
    bar->addWidget(m_all);
    m_priceField = new QWidget;
    auto* price = new QHBoxLayout(m_priceField);
    price->setContentsMargins(0, 0, 0, 0);
    price->setSpacing(6);
    price->addWidget(new QLabel(tr("Price, USD/t")));
    price->addWidget(m_price);
    bar->addWidget(m_priceField);
    bar->addWidget(new QLabel(tr("Net if supply stops from")));
    bar->addWidget(m_supplier);
    bar->addStretch(1);
    bar->addWidget(m_import);
    bar->addWidget(m_export);

    m_body = new QWidget;
    m_body->setObjectName(QStringLiteral("pageBody"));
    auto* column = new QVBoxLayout(m_body);
    column->setContentsMargins(16, 12, 16, 10);
    column->setSpacing(10);
    column->addWidget(m_head);
    column->addWidget(m_bar);
    auto* grid = new QGridLayout;
    grid->setSpacing(10);
    grid->addWidget(m_stocks, 0, 0, 1, 2);
    grid->addWidget(m_pooled, 1, 0, 2, 1);
    grid->addWidget(m_practice, 1, 1);
    grid->addWidget(m_gaps, 2, 1);
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 3);
    grid->setRowMinimumHeight(0, leastTable);
    grid->setRowMinimumHeight(1, leastChart / 2);
    grid->setRowMinimumHeight(2, leastChart / 2);
    column->addLayout(grid, 1);
    m_grid = grid;
    shareHeight();

    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(false);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setAccessibleName(tr("Stockpiles"));
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_body);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_scroll);
}

// The table has what its rows need, and no more than somewhat less than half; the charts have the rest.
void StockpilesPage::shareHeight() {
    constexpr int around = 110;  // title, header and source line
    const int height = std::max(m_body->height() - m_head->sizeHint().height() - m_bar->sizeHint().height(), 1);
    const int rows = m_table->model()->rowCount() + 1;
    const int wanted = around + rows * m_table->verticalHeader()->defaultSectionSize();
    const int table = std::clamp(wanted, 1, height * 44 / 100);
    m_grid->setRowStretch(0, table);
    m_grid->setRowStretch(1, (height - table) / 2);
    m_grid->setRowStretch(2, (height - table) / 2);
}

void StockpilesPage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    const bool scrolls = height() < leastHeight;
    const int bar = scrolls ? m_scroll->verticalScrollBar()->sizeHint().width() : 0;
    m_body->resize(width() - bar, std::max(height(), leastHeight));
    shareHeight();
}

void StockpilesPage::open(const QString& link) {
    if (const auto figure = figureOf(link, data())) Q_EMIT explainRequested(*figure);
}

void StockpilesPage::show(const Context& context) {
    const Context of = stocked(data(), context);
    const Setting setting{data(), of, theme(), m_numbers};
    m_rows = stockpiles::rowsOf(setting, m_choice);
    showHead(setting);
    showBar(setting);
    Table stocks = stockpiles::table(setting, m_choice, m_rows);
    const QString mineral = text(data()[context.mineral].name).toLower();
    m_stocks->setTitle(m_choice.rows == Rows::minerals ? tr("Stocks of %1").arg(economyName(setting, context.consumer))
                       : of.stage == Stage::refine     ? tr("Stocks of %1, refined").arg(mineral)
                                                       : tr("Stocks of %1, as mined").arg(mineral));
    m_stocks->setSource(stocks.source);
    const QString assumptions = stockpiles::assumptionLine(setting, m_rows);
    m_table->setSource(assumptions.isEmpty() ? stocks.source : stocks.source + QLatin1Char('\n') + assumptions);
    m_table->setTable(std::move(stocks.columns), std::move(stocks.rows));
    shareHeight();
    Table practice = stockpiles::practice(setting);
    m_practice->setTitle(tr("What others do"));
    m_practice->setSource(practice.source);
    m_practiceTable->setSource(practice.source);
    m_practiceTable->setTable(std::move(practice.columns), std::move(practice.rows));
    showCharts(setting);
}

// A chart without anything to draw says what it needs.
void StockpilesPage::showChart(ChartCard& card, render::Chart chart, const QString& title, const QString& sentence) {
    const bool empty = render::isEmpty(chart);
    card.setChart(std::move(chart));
    if (!empty) {
        card.setEmptyState(nullptr);
    } else if (card.emptyState() == nullptr) {
        card.setEmptyState(new EmptyState(title, sentence));
    } else {
        card.emptyState()->setTexts(title, sentence);
    }
}

void StockpilesPage::showCharts(const Setting& setting) {
    showChart(*m_pooled, stockpiles::pooledChart(setting, m_choice, m_rows), tr("Fewer than two stocks are known"),
              m_choice.rows == Rows::economies
                  ? tr("Set stock and consumption of two economies above to see what sharing them changes.")
                  : tr("Economies share a stock of one mineral: show one mineral for all economies."));
    showChart(*m_gaps, stockpiles::gapChart(setting, m_choice, m_rows), tr("No gap to show"),
              tr("Nobody here has a stock, a consumption and a target that the stock falls short of."));
}

void StockpilesPage::showHead(const Setting& setting) {
    std::vector<index::Query> queries;
    for (const stockpiles::Row& row : m_rows)
        queries.push_back(row.query);
    const auto subject = m_choice.rows == Rows::economies ? findings::Subject::economies : findings::Subject::minerals;
    m_head->setSentence(sentenceOf(findings::stockpilesHeadline(queries, subject, translator())));
    m_head->setContextLine(contextLine(setting) + QStringLiteral(" · ") + stageLine(setting.context, m_choice.rows));
    const WorkspaceModel* workspace = model().workspace();
    const QString undo = workspace == nullptr
                             ? QString()
                             : withoutValues(QString::fromStdString(workspace->session().undoText(&data())));
    m_undo->setVisible(workspace != nullptr && workspace->session().canUndo());
    m_undo->setText(tr("Undo “%1”").arg(undo));
    m_undo->setAccessibleName(m_undo->text());
}

void StockpilesPage::showBar(const Setting& setting) {
    const bool economies = m_choice.rows == Rows::economies;
    m_priceField->setVisible(economies);
    const consumer::Term& price = m_rows.front().holding.price;
    const bool assumed = price.assumed != nullptr;
    if (!m_price->hasFocus()) {
        const bool ranged = assumed && !price.assumed->bounds.exact();
        m_price->setText(!price.value.value ? QString()
                         : ranged           ? writeQuantity(*price.value.value, price.assumed->bounds)
                                            : m_numbers.source(*price.value.value));
    }
    m_price->setPlaceholderText(tr("not known"));
    m_price->setToolTip(assumed ? tr("Yours. Empty the field to return to what is published.") : text(price.ground));
    m_price->setStyleSheet(assumed ? QStringLiteral("color: %1;").arg(theme().edit.name()) : QString());

    m_supplier->clear();
    EconomyId usual;
    if (economies) usual = stockpiles::usualSupplier(setting, setting.context.mineral).value_or(EconomyId());
    m_supplier->addItem(
        usual.valid() ? tr("%1 (largest)").arg(economyName(setting, usual)) : tr("the largest producer"), -1);
    if (const auto market = marketAt(setting, setting.context.year)) {
        for (const index::Holder& holder : market->holders) {
            if (static_cast<std::size_t>(m_supplier->count()) > listedSuppliers) break;
            if (holder.economy == usual) continue;
            m_supplier->addItem(economyName(setting, holder.economy), static_cast<int>(holder.economy.index()));
        }
    }
    if (!m_choice.supplier) return;
    int at = m_supplier->findData(static_cast<int>(m_choice.supplier->index()));
    if (at < 0 && *m_choice.supplier != usual) {
        m_supplier->addItem(economyName(setting, *m_choice.supplier), static_cast<int>(m_choice.supplier->index()));
        at = m_supplier->count() - 1;
    }
    m_supplier->setCurrentIndex(std::max(at, 0));
}

void StockpilesPage::chooseSupplier(int index) {
    const int id = m_supplier->itemData(index).toInt();
    m_choice.supplier = id < 0 ? std::nullopt : std::optional(EconomyId(static_cast<std::size_t>(id)));
    show(model().context());
}

// ---- editing ----

const stockpiles::Row* StockpilesPage::rowOf(const QString& id) const {
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const stockpiles::Row& row) {
        const std::string& own =
            m_choice.rows == Rows::economies ? data()[*row.query.economy].code : data()[row.query.mineral].slug;
        return text(own) == id;
    });
    return found == m_rows.end() ? nullptr : &*found;
}

QString StockpilesPage::refusal(const QString&, const QString& column, const QString& entry) const {
    const auto unit = stockpiles::unitOf(column);
    if (!unit) return tr("This column follows from the others.");
    return readQuantity(entry, *unit).refusal;
}

void StockpilesPage::edit(const std::vector<CellChange>& changes) {
    WorkspaceModel* workspace = model().workspace();
    if (workspace == nullptr) return;
    workspace::Step step;
    for (const CellChange& change : changes) {
        const stockpiles::Row* row = rowOf(change.row);
        const auto unit = stockpiles::unitOf(change.column);
        const auto key = row != nullptr && unit ? stockpiles::keyOf(data(), *row, change.column) : std::nullopt;
        if (!key) continue;
        if (!change.text) {
            step.edits.emplace_back(workspace::SetAssumption{*key, std::nullopt});
            continue;
        }
        const QuantityEntry entry = readQuantity(*change.text, *unit);
        if (entry.isTaken()) step.edits.emplace_back(workspace->setting(*key, entry.central, entry.range));
    }
    if (!step.edits.empty()) workspace->apply(std::move(step));
}

void StockpilesPage::editPrice() {
    WorkspaceModel* workspace = model().workspace();
    if (workspace == nullptr || m_rows.empty() || !m_price->isModified()) return;
    m_price->setModified(false);
    const auto key = stockpiles::keyOf(data(), m_rows.front(), QStringLiteral("price"));
    const QString entry = m_price->text().trimmed();
    if (entry.isEmpty()) {
        workspace->apply({{workspace::SetAssumption{*key, std::nullopt}}, {}});
        return;
    }
    const QuantityEntry read = readQuantity(entry, Unit::usdPerTonne);
    if (!read.isTaken()) {
        Q_EMIT workspace->failed(read.refusal);
        const Context of = stocked(data(), model().context());
        showBar({data(), of, theme(), m_numbers});
        return;
    }
    workspace->apply({{workspace->setting(*key, read.central, read.range)}, {}});
}

}  // namespace adit::ui

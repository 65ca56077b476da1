#include "ui/shell/estimates_dialog.h"

#include "core/consumer/recycling.h"
#include "core/governance/at.h"
#include "ui/common/quantity_entry.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <set>

namespace adit::ui {
namespace {

using workspace::Key;
using workspace::Quantity;

constexpr std::array singleDimensions{Dimension::cc, Dimension::ge, Dimension::pv,
                                      Dimension::rl, Dimension::rq, Dimension::va};

QString text(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

Cell nameCell(const std::string& name) {
    Cell cell;
    cell.text = text(name);
    return cell;
}

QString capital(std::string_view words) {
    QString out = text(words);
    out[0] = out[0].toUpper();
    return out;
}

// The text above a table, then the table.
QWidget* below(const QString& words, QWidget* field, QWidget* table) {
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    auto* head = new QHBoxLayout;
    auto* label = new QLabel(words);
    label->setWordWrap(true);
    head->addWidget(label, 1);
    if (field != nullptr) head->addWidget(field);
    column->addLayout(head);
    column->addWidget(table, 1);
    return page;
}

}  // namespace

EstimatesDialog::EstimatesDialog(WorkspaceModel& workspace, QWidget* parent)
    : QDialog(parent), m_workspace(&workspace) {
    setObjectName(QStringLiteral("estimatesDialog"));
    setWindowTitle(tr("Governance, recycling and substitution"));
    resize(980, 620);
    makeLayout();
    listYears();
    fill();
    connect(m_workspace, &WorkspaceModel::changed, this, &EstimatesDialog::fill);
}

void EstimatesDialog::makeLayout() {
    m_years = new QComboBox;
    m_years->setObjectName(QStringLiteral("estimatesYear"));
    m_years->setAccessibleName(tr("Year of the estimates"));
    connect(m_years, &QComboBox::activated, this, &EstimatesDialog::showEconomies);
    m_economies =
        makeTable(QStringLiteral("governanceTable"), tr("Governance"), Unit::score, &EstimatesDialog::estimateKey);
    m_minerals = makeTable(QStringLiteral("recyclingTable"), tr("Recycling and substitution"), Unit::one,
                           &EstimatesDialog::rateKey);
    auto* tabs = new QTabWidget;
    tabs->setObjectName(QStringLiteral("estimatesTabs"));
    const QString how = tr("Type a number, or low..central..high; Del returns to the published one.");
    tabs->addTab(
        below(tr("World Bank’s estimates, from about −2.5 (weak) to 2.5 (strong). %1").arg(how), m_years, m_economies),
        m_economies->accessibleName());
    tabs->addTab(
        below(tr("Shares from 0 to 1; a substitution index of 1 is no substitute. %1").arg(how), nullptr, m_minerals),
        m_minerals->accessibleName());
    m_refusal = new QLabel;
    m_refusal->setObjectName(QStringLiteral("estimatesRefusal"));
    m_refusal->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(tabs, 1);
    column->addWidget(m_refusal);
    column->addWidget(buttons);
}

TableView* EstimatesDialog::makeTable(const QString& name, const QString& title, Unit unit, KeyOf keyOf) {
    auto* table = new TableView;
    table->setObjectName(name);
    table->setAccessibleName(title);
    table->setCompact(true);
    table->setEditing(
        [unit](const QString&, const QString&, const QString& entry) { return readQuantity(entry, unit).refusal; });
    connect(table, &TableView::edited, this,
            [this, unit, keyOf](const std::vector<CellChange>& changes) { edit(changes, unit, keyOf); });
    connect(table, &TableView::refused, m_workspace, [this](const QString& reason) { m_refusal->setText(reason); });
    return table;
}

// Those of the single dimensions, the latest first.
void EstimatesDialog::listYears() {
    std::set<int, std::greater<>> years;
    for (const GovernanceRow& row : m_workspace->baseline()->governance) {
        if (row.dimension != Dimension::mean6) years.insert(row.year);
    }
    for (const int year : years)
        m_years->addItem(QString::number(year), year);
}

int EstimatesDialog::year() const {
    return m_years->currentData().toInt();
}

void EstimatesDialog::fill() {
    m_refusal->clear();
    showEconomies();
    showMinerals();
}

void EstimatesDialog::showEconomies() {
    std::vector<Column> columns{{QStringLiteral("name"), tr("Economy"), CellKind::text, {}, true}};
    for (const Dimension dimension : singleDimensions)
        columns.push_back({text(id(dimension)), capital(governance::nameOf(dimension)), CellKind::number, {}, false});
    std::vector<TableRow> rows;
    const Dataset& figures = *m_workspace->data();
    for (std::size_t i = 0; i < figures.economies.size(); ++i) {
        const Economy& economy = figures.economies[i];
        if (economy.kind != EconomyKind::economy) continue;
        TableRow row;
        row.id = text(economy.code);
        row.cells = {nameCell(economy.shortName)};
        for (const Dimension dimension : singleDimensions)
            row.cells.push_back(estimateCell(EconomyId(i), dimension));
        rows.push_back(std::move(row));
    }
    std::stable_sort(rows.begin(), rows.end(), [](const TableRow& x, const TableRow& y) {
        return QString::localeAwareCompare(x.cells.front().text, y.cells.front().text) < 0;
    });
    m_economies->setTable(std::move(columns), std::move(rows));
}

void EstimatesDialog::showMinerals() {
    std::vector<TableRow> rows;
    const Dataset& figures = *m_workspace->data();
    for (std::size_t i = 0; i < figures.minerals.size(); ++i) {
        const MineralId mineral(i);
        if (figures.stagesOf(mineral).empty()) continue;
        TableRow row;
        row.id = text(figures[mineral].slug);
        row.cells = {nameCell(figures[mineral].name),
                     rateCell(mineral, Assumable::recyclingRate, consumer::publishedRecycling(figures, mineral)),
                     rateCell(mineral, Assumable::substitutionIndex, std::nullopt)};
        rows.push_back(std::move(row));
    }
    m_minerals->setTable({{QStringLiteral("name"), tr("Mineral"), CellKind::text, {}, true},
                          {text(id(Quantity::recyclingRate)), tr("Recycling rate"), CellKind::number,
                           tr("End-of-life recycling input rate"), false},
                          {text(id(Quantity::substitutionIndex)), tr("Substitution index"), CellKind::number,
                           tr("None is published: 1 stands in"), false}},
                         std::move(rows));
}

Cell EstimatesDialog::estimateCell(EconomyId economy, Dimension dimension) const {
    const Dataset& figures = *m_workspace->data();
    const GovernanceRow* row = figures.governanceAt(economy, dimension, year());
    if (row == nullptr || row->year != year()) return cellOf(std::nullopt, nullptr, std::nullopt);
    const std::string detail = std::string(id(dimension)) + '/' + std::to_string(year());
    const Assumed* assumed = figures.assumedFor(Assumable::governance, economy, MineralId(), detail);
    return cellOf(row->estimate, assumed, row->assumed ? row->assumed->published : row->estimate);
}

Cell EstimatesDialog::rateCell(MineralId mineral, Assumable what, const std::optional<double>& published) const {
    const Assumed* assumed = m_workspace->data()->assumedFor(what, EconomyId(), mineral);
    return cellOf(assumed != nullptr ? assumed->central : published, assumed, published);
}

Cell EstimatesDialog::cellOf(const std::optional<double>& value, const Assumed* assumed,
                             const std::optional<double>& published) const {
    Cell cell;
    cell.editable = true;
    cell.sort = value;
    cell.state = value ? State::known : State::unknown;
    cell.text = value ? m_numbers.fixed(*value, 2) : stateText(State::unknown);
    if (value) cell.entry = writeQuantity(*value, std::nullopt, m_numbers.locale());
    if (assumed == nullptr) return cell;
    cell.state = State::assumed;
    cell.entry = writeQuantity(assumed->central, assumed->bounds, m_numbers.locale());
    cell.tooltip =
        tr("Yours; published: %1. Del returns to it.").arg(published ? m_numbers.fixed(*published, 2) : tr("nothing"));
    if (!assumed->bounds.exact()) {
        cell.tooltip =
            tr("From %1 to %2. ").arg(m_numbers.fixed(assumed->bounds.lo, 2), m_numbers.fixed(assumed->bounds.hi, 2)) +
            cell.tooltip;
    }
    if (!assumed->note.empty()) cell.tooltip += QLatin1Char('\n') + text(assumed->note);
    return cell;
}

// What is taken away may have been set without its year.
Key EstimatesDialog::estimateKey(const CellChange& change) const {
    Key key{Quantity::governance, change.row.toStdString(), {}, change.column.toStdString()};
    const Key undated = key;
    key.detail += '/' + std::to_string(year());
    return !change.text && m_workspace->find(key) == nullptr ? undated : key;
}

Key EstimatesDialog::rateKey(const CellChange& change) const {
    return {*workspace::quantityFrom(change.column.toStdString()), {}, change.row.toStdString(), {}};
}

void EstimatesDialog::edit(const std::vector<CellChange>& changes, Unit unit, KeyOf keyOf) {
    workspace::Step step;
    for (const CellChange& change : changes) {
        const Key key = (this->*keyOf)(change);
        if (!change.text) {
            step.edits.emplace_back(workspace::SetAssumption{key, std::nullopt});
            continue;
        }
        const QuantityEntry entry = readQuantity(*change.text, unit);
        if (entry.isTaken()) step.edits.emplace_back(m_workspace->setting(key, entry.central, entry.range));
    }
    if (!step.edits.empty()) m_workspace->apply(std::move(step));
}

}  // namespace adit::ui

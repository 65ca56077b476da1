#include "ui/common/table_view.h"

#include "ui/common/frozen_column.h"
#include "ui/common/table_delegate.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace adit::ui {

TableView::TableView(QWidget* parent) : QTableView(parent), m_theme(render::Theme::ofApplication()) {
    m_sorter.setSourceModel(&m_model);
    setModel(&m_sorter);
    setItemDelegate(new TableDelegate(*this));
    auto* header = new TableHeader(*this);
    setHorizontalHeader(header);
    verticalHeader()->hide();
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_frozen = new FrozenColumn(*this);
    connect(m_frozen->horizontalHeader(), &QHeaderView::sectionClicked, this, &TableView::sortByClick);
    connect(m_frozen, &QTableView::clicked, this, &TableView::activate);
    setCompact(false);
    connect(header, &QHeaderView::sectionClicked, this, &TableView::sortByClick);
    connect(this, &QTableView::clicked, this, &TableView::activate);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &TableView::measureColumns);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &TableView::measureColumns);
}

void TableView::setTable(std::vector<Column> columns, std::vector<TableRow> rows) {
    const QString selected = selectedRow();
    m_model.setTable(std::move(columns), std::move(rows));
    selectRow(selected);
}

void TableView::setRows(std::vector<TableRow> rows) {
    const QString selected = selectedRow();
    m_model.setRows(std::move(rows));
    selectRow(selected);
}

void TableView::setSource(const QString& text) {
    m_source = text;
}

void TableView::setCompact(bool compact) {
    m_compact = compact;
    verticalHeader()->setMinimumSectionSize(10);
    verticalHeader()->setDefaultSectionSize(qRound(m_theme.px(compact ? 23 : 26)));
}

void TableView::setTheme(const render::Theme& theme) {
    m_theme = theme;
    setCompact(m_compact);
    measureColumns();
    viewport()->update();
    horizontalHeader()->viewport()->update();
    m_frozen->viewport()->update();
}

// Numbers are first wanted largest first, words from A.
void TableView::sortByClick(int section) {
    QHeaderView& header = *horizontalHeader();
    const CellKind kind = m_model.columns()[static_cast<std::size_t>(section)].kind;
    const bool words = kind == CellKind::text || kind == CellKind::swatch || kind == CellKind::chip;
    Qt::SortOrder order = words ? Qt::AscendingOrder : Qt::DescendingOrder;
    if (header.isSortIndicatorShown() && m_sorter.sortColumn() == section)
        order = m_sorter.sortOrder() == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
    sortSection(section, order);
}

void TableView::sortSection(int section, Qt::SortOrder order) {
    horizontalHeader()->setSortIndicatorShown(true);
    horizontalHeader()->setSortIndicator(section, order);
    m_sorter.sort(section, order);
    m_frozen->place();
}

void TableView::sortBy(const QString& column, Qt::SortOrder order) {
    const auto& columns = m_model.columns();
    const auto found =
        std::find_if(columns.begin(), columns.end(), [&column](const Column& c) { return c.id == column; });
    if (found != columns.end()) sortSection(static_cast<int>(found - columns.begin()), order);
}

void TableView::selectRow(const QString& id) {
    if (id.isEmpty()) {
        clearSelection();
        return;
    }
    for (int row = 0; row < m_sorter.rowCount(); ++row) {
        const QModelIndex index = m_sorter.index(row, 0);
        if (index.data(TableModel::RowIdRole).toString() != id) continue;
        const int column = std::max(currentIndex().column(), 0);
        selectionModel()->setCurrentIndex(m_sorter.index(row, column),
                                          QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        scrollTo(index);
        return;
    }
    clearSelection();
}

QString TableView::selectedRow() const {
    const QModelIndexList rows = selectionModel()->selectedRows();
    return rows.isEmpty() ? QString() : rows.first().data(TableModel::RowIdRole).toString();
}

void TableView::activate(const QModelIndex& index) {
    if (!index.isValid()) return;
    const QString id = index.data(TableModel::RowIdRole).toString();
    const QString link = index.data(TableModel::LinkRole).toString();
    if (!link.isEmpty()) {
        Q_EMIT cellActivated(id, link);
        return;
    }
    const auto row = static_cast<std::size_t>(m_sorter.mapToSource(index).row());
    Q_EMIT rowActivated(id, m_model.rows()[row].link);
}

void TableView::measureColumns() {
    const auto& delegate = static_cast<const TableDelegate&>(*itemDelegate());
    const auto& header = static_cast<const TableHeader&>(*horizontalHeader());
    m_wanted.clear();
    for (std::size_t column = 0; column < m_model.columns().size(); ++column) {
        const Column& description = m_model.columns()[column];
        double width = header.naturalWidth(description);
        for (const TableRow& row : m_model.rows())
            if (column < row.cells.size())
                width = std::max(width, delegate.naturalWidth(row.cells[column], description.kind, row.total));
        m_wanted.push_back(static_cast<int>(std::ceil(width)));
    }
    balanceColumns();
}

// The widest texts give what lacks: above this width each is cut.
int TableView::textLimit(int lacking) const {
    std::vector<int> widths;
    for (std::size_t i = 0; i < m_wanted.size(); ++i)
        if (m_model.columns()[i].kind == CellKind::text) widths.push_back(m_wanted[i]);
    std::sort(widths.begin(), widths.end(), std::greater<>());
    int together = 0;
    int limit = 0;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        together += widths[i];
        limit = (together - lacking) / static_cast<int>(i + 1);
        if (i + 1 < widths.size() && limit >= widths[i + 1]) break;
    }
    return std::max(limit, qRound(m_theme.px(60)));
}

// Spare width goes to all columns alike, to stretching ones threefold.
void TableView::balanceColumns() {
    if (m_wanted.empty() || m_wanted.size() != m_model.columns().size()) return;
    int wanted = 0;
    double weights = 0.0;
    for (std::size_t i = 0; i < m_wanted.size(); ++i) {
        wanted += m_wanted[i];
        weights += m_model.columns()[i].stretch ? 3.0 : 1.0;
    }
    const int spare = viewport()->width() - wanted;
    const int limit = spare < 0 ? textLimit(-spare) : 0;
    double given = 0.0;
    int placed = 0;
    for (std::size_t i = 0; i < m_wanted.size(); ++i) {
        const Column& column = m_model.columns()[i];
        int width = m_wanted[i];
        if (spare >= 0) {
            given += spare * (column.stretch ? 3.0 : 1.0) / weights;
            width += static_cast<int>(given) - placed;
            placed = static_cast<int>(given);
        } else if (column.kind == CellKind::text) {
            width = std::min(width, limit);
        }
        setColumnWidth(static_cast<int>(i), width);
    }
    m_frozen->place();
}

void TableView::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    balanceColumns();
}

void TableView::scrollTo(const QModelIndex& index, ScrollHint hint) {
    QScrollBar& bar = *horizontalScrollBar();
    const int before = bar.value();
    QTableView::scrollTo(index, hint);
    if (index.column() <= 0) {
        bar.setValue(before);  // the first column is always in sight
        return;
    }
    const int hidden = columnWidth(0) - visualRect(index).left();
    if (hidden > 0) bar.setValue(bar.value() - hidden);
}

QSize TableView::sizeHint() const {
    const int rows = std::clamp(m_model.rowCount(), 3, 12);
    return {400, horizontalHeader()->sizeHint().height() + rows * verticalHeader()->defaultSectionSize() + 2};
}

int TableView::naturalWidth() const {
    return std::accumulate(m_wanted.begin(), m_wanted.end(), 0);
}

QModelIndex TableView::indexAt(const QPoint& position) const {
    const QModelIndex index = QTableView::indexAt(position);
    return isCutBelow(*this, visualRect(index)) ? QModelIndex() : index;
}

QString TableView::copyText() const {
    QStringList titles;
    for (const Column& column : m_model.columns())
        titles << column.title;
    QStringList lines{titles.join(QLatin1Char('\t'))};
    const bool all = selectionModel()->selectedRows().size() < 2;
    for (int row = 0; row < m_sorter.rowCount(); ++row) {
        if (!all && !selectionModel()->isRowSelected(row)) continue;
        QStringList cells;
        for (int column = 0; column < m_sorter.columnCount(); ++column)
            cells << m_sorter.index(row, column).data().toString();
        lines << cells.join(QLatin1Char('\t'));
    }
    if (!m_source.isEmpty()) lines << m_source;
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

void TableView::copy() {
    QGuiApplication::clipboard()->setText(copyText());
}

void TableView::keyPressEvent(QKeyEvent* event) {
    if (m_check && editKey(*event)) return;
    if (event->matches(QKeySequence::Copy)) {
        copy();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        activate(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

void TableView::contextMenuEvent(QContextMenuEvent* event) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Copy as table")), &QAction::triggered, this, &TableView::copy);
    if (m_check) {
        menu->addSeparator();
        connect(menu->addAction(tr("Paste")), &QAction::triggered, this, &TableView::paste);
        connect(menu->addAction(tr("Fill down")), &QAction::triggered, this, &TableView::fillDown);
        connect(menu->addAction(tr("Return to the default")), &QAction::triggered, this, &TableView::returnToDefault);
    }
    menu->popup(event->globalPos());
}

}  // namespace adit::ui

#include "ui/common/table_view.h"

namespace adit::ui {

TableModel::TableModel(QObject* parent) : QAbstractTableModel(parent) {}

void TableModel::setTable(std::vector<Column> columns, std::vector<TableRow> rows) {
    if (columns == m_columns) {
        setRows(std::move(rows));
        return;
    }
    beginResetModel();
    m_columns = std::move(columns);
    m_rows = std::move(rows);
    endResetModel();
}

// The same rows with other figures keep selection and place; anything else is a new table.
void TableModel::setRows(std::vector<TableRow> rows) {
    if (rows == m_rows) return;
    const auto sameId = [](const TableRow& a, const TableRow& b) { return a.id == b.id; };
    const bool same = !rows.empty() && std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(), sameId);
    if (!same) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    m_rows = std::move(rows);
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

const Cell* TableModel::cell(const QModelIndex& index) const {
    if (!index.isValid() || index.model() != this) return nullptr;
    const auto row = static_cast<std::size_t>(index.row());
    const auto column = static_cast<std::size_t>(index.column());
    if (row >= m_rows.size() || column >= m_rows[row].cells.size()) return nullptr;
    return &m_rows[row].cells[column];
}

int TableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant TableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const TableRow& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == RowIdRole) return row.id;
    if (role == TotalRole) return row.total;
    const Cell* found = cell(index);
    if (found == nullptr) return {};
    const CellKind kind = m_columns[static_cast<std::size_t>(index.column())].kind;
    switch (role) {
        case Qt::DisplayRole:
            return found->text;
        case Qt::ToolTipRole:
            return found->tooltip.isEmpty() ? QVariant() : QVariant(found->tooltip);
        case Qt::TextAlignmentRole:
            return static_cast<int>(Qt::AlignVCenter | (kind == CellKind::number ? Qt::AlignRight : Qt::AlignLeft));
        case SortRole:
            return found->sort ? QVariant(*found->sort) : QVariant();
        case LinkRole:
            return found->link;
        case Qt::EditRole:
            return found->editable ? QVariant(found->entry) : QVariant(found->text);
        default:
            return {};
    }
}

Qt::ItemFlags TableModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const Cell* found = cell(index);
    if (found != nullptr && found->editable) flags |= Qt::ItemIsEditable;
    return flags;
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    const auto at = static_cast<std::size_t>(section);
    if (orientation != Qt::Horizontal || section < 0 || at >= m_columns.size()) return {};
    if (role == Qt::DisplayRole) return m_columns[at].title;
    if (role == Qt::ToolTipRole && !m_columns[at].tooltip.isEmpty()) return m_columns[at].tooltip;
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignVCenter |
                                (m_columns[at].kind == CellKind::number ? Qt::AlignRight : Qt::AlignLeft));
    return {};
}

// Descending order swaps what is asked here, so what must stay last has to answer the other way round.
bool TableSorter::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    const bool descending = sortOrder() == Qt::DescendingOrder;
    const bool leftTotal = left.data(TableModel::TotalRole).toBool();
    const bool rightTotal = right.data(TableModel::TotalRole).toBool();
    if (leftTotal != rightTotal) return descending ? leftTotal : rightTotal;
    const QVariant a = left.data(TableModel::SortRole);
    const QVariant b = right.data(TableModel::SortRole);
    const auto& model = static_cast<const TableModel&>(*sourceModel());
    const CellKind kind = model.columns()[static_cast<std::size_t>(left.column())].kind;
    const bool words = kind == CellKind::text || kind == CellKind::chip || kind == CellKind::swatch;
    if (words && !a.isValid() && !b.isValid())
        return QString::localeAwareCompare(left.data().toString(), right.data().toString()) < 0;
    if (a.isValid() != b.isValid()) return descending ? b.isValid() : a.isValid();
    return a.isValid() && a.toDouble() < b.toDouble();
}

}  // namespace adit::ui

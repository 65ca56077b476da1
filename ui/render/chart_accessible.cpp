#include "ui/render/chart_accessible.h"

#include "ui/render/chart_view.h"

#include <QAccessible>
#include <QAccessibleWidget>

#include <map>

namespace adit::render {
namespace {

class ChartInterface;

// One cell of the table a chart stands for.
class ChartCell final : public QAccessibleInterface, public QAccessibleTableCellInterface {
public:
    ChartCell(ChartInterface& chart, int row, int column) : m_chart(chart), m_row(row), m_column(column) {}

    bool isValid() const override;
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    QAccessibleInterface* parent() const override;
    QAccessibleInterface* child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString&) override {}
    QRect rect() const override;
    QAccessible::Role role() const override { return QAccessible::Cell; }
    QAccessible::State state() const override { return {}; }
    void* interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::TableCellInterface ? static_cast<QAccessibleTableCellInterface*>(this) : nullptr;
    }

    bool isSelected() const override { return false; }
    QList<QAccessibleInterface*> columnHeaderCells() const override { return {}; }
    QList<QAccessibleInterface*> rowHeaderCells() const override { return {}; }
    int columnIndex() const override { return m_column; }
    int rowIndex() const override { return m_row; }
    int columnExtent() const override { return 1; }
    int rowExtent() const override { return 1; }
    QAccessibleInterface* table() const override { return parent(); }

private:
    ChartInterface& m_chart;
    int m_row;
    int m_column;
};

class ChartInterface final : public QAccessibleWidget, public QAccessibleTableInterface {
public:
    explicit ChartInterface(ChartView& view) : QAccessibleWidget(&view, QAccessible::Table) {}
    ~ChartInterface() override {
        for (const auto& [place, id] : m_cells)
            QAccessible::deleteAccessibleInterface(id);
    }

    const ChartView& view() const { return static_cast<const ChartView&>(*widget()); }
    ChartTable table() const { return tableOf(view().chart()); }

    QString text(QAccessible::Text kind) const override {
        const ChartText& words = textOf(view().chart());
        if (kind == QAccessible::Name) return words.title + QStringLiteral(". ") + words.subtitle;
        if (kind != QAccessible::Description) return QAccessibleWidget::text(kind);
        for (const Mark& mark : view().marks())
            if (mark.id == view().currentMark()) return described(mark);
        return words.source;
    }
    void* interface_cast(QAccessible::InterfaceType type) override {
        if (type == QAccessible::TableInterface) return static_cast<QAccessibleTableInterface*>(this);
        return QAccessibleWidget::interface_cast(type);
    }
    int childCount() const override { return rowCount() * columnCount(); }
    QAccessibleInterface* child(int index) const override {
        const int columns = columnCount();
        return columns > 0 ? cellAt(index / columns, index % columns) : nullptr;
    }
    int indexOfChild(const QAccessibleInterface* child) const override {
        const auto* cell = dynamic_cast<const ChartCell*>(child);
        return cell == nullptr ? -1 : cell->rowIndex() * columnCount() + cell->columnIndex();
    }

    QAccessibleInterface* cellAt(int row, int column) const override;
    int rowCount() const override { return static_cast<int>(table().rows.size()); }
    int columnCount() const override { return static_cast<int>(table().header.size()); }
    QString columnDescription(int column) const override { return table().header.value(column); }
    QString rowDescription(int row) const override {
        const ChartTable all = table();
        const auto at = static_cast<std::size_t>(row);
        return at < all.rows.size() && !all.rows[at].empty() ? all.rows[at].front().text : QString();
    }
    QAccessibleInterface* caption() const override { return nullptr; }
    QAccessibleInterface* summary() const override { return nullptr; }
    int selectedCellCount() const override { return 0; }
    QList<QAccessibleInterface*> selectedCells() const override { return {}; }
    int selectedColumnCount() const override { return 0; }
    int selectedRowCount() const override { return 0; }
    QList<int> selectedColumns() const override { return {}; }
    QList<int> selectedRows() const override { return {}; }
    bool isColumnSelected(int) const override { return false; }
    bool isRowSelected(int) const override { return false; }
    bool selectRow(int) override { return false; }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent*) override {}

private:
    static QString described(const Mark& mark) {
        QStringList parts{mark.name};
        for (const auto& [label, value] : mark.lines)
            parts << (label.isEmpty() ? value : label + QLatin1Char(' ') + value);
        if (!mark.alert.isEmpty()) parts << mark.alert;
        return parts.join(QStringLiteral(", "));
    }

    mutable std::map<std::pair<int, int>, QAccessible::Id> m_cells;
};

QAccessibleInterface* ChartInterface::cellAt(int row, int column) const {
    if (row < 0 || column < 0 || row >= rowCount() || column >= columnCount()) return nullptr;
    const auto found = m_cells.find({row, column});
    if (found != m_cells.end()) return QAccessible::accessibleInterface(found->second);
    auto* cell = new ChartCell(const_cast<ChartInterface&>(*this), row, column);
    m_cells.emplace(std::pair{row, column}, QAccessible::registerAccessibleInterface(cell));
    return cell;
}

bool ChartCell::isValid() const {
    return m_chart.isValid() && m_row < m_chart.rowCount() && m_column < m_chart.columnCount();
}

QAccessibleInterface* ChartCell::parent() const {
    return &m_chart;
}

QString ChartCell::text(QAccessible::Text kind) const {
    if (kind != QAccessible::Name && kind != QAccessible::Value) return {};
    const ChartTable table = m_chart.table();
    const auto row = static_cast<std::size_t>(m_row);
    const auto column = static_cast<std::size_t>(m_column);
    return row < table.rows.size() && column < table.rows[row].size() ? table.rows[row][column].text : QString();
}

QRect ChartCell::rect() const {
    return m_chart.rect();
}

QAccessibleInterface* makeInterface(const QString& className, QObject* object) {
    if (className != QLatin1String("adit::render::ChartView")) return nullptr;
    return new ChartInterface(*static_cast<ChartView*>(object));
}

}  // namespace

void installChartAccessibility() {
    QAccessible::installFactory(makeInterface);  // Qt ignores a factory that it has
}

}  // namespace adit::render

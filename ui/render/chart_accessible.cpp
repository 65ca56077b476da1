#include "ui/render/chart_accessible.h"

#include <QAccessible>
#include <QAccessibleWidget>

#include <map>

namespace adit::render {
namespace {

class PictureInterface;

// One cell of the table a picture stands for.
class PictureCell final : public QAccessibleInterface, public QAccessibleTableCellInterface {
public:
    PictureCell(PictureInterface& picture, int row, int column) : m_picture(picture), m_row(row), m_column(column) {}

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
    PictureInterface& m_picture;
    int m_row;
    int m_column;
};

class PictureInterface final : public QAccessibleWidget, public QAccessibleTableInterface {
public:
    PictureInterface(QWidget& widget, const Readable& picture)
        : QAccessibleWidget(&widget, QAccessible::Table), m_readable(picture) {}
    ~PictureInterface() override {
        for (const auto& [place, id] : m_cells)
            QAccessible::deleteAccessibleInterface(id);
    }

    ChartTable table() const { return m_readable.readTable(); }

    QString text(QAccessible::Text kind) const override {
        if (kind == QAccessible::Name) return m_readable.readName();
        return kind == QAccessible::Description ? m_readable.readDescription() : QAccessibleWidget::text(kind);
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
        const auto* cell = dynamic_cast<const PictureCell*>(child);
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
    const Readable& m_readable;
    mutable std::map<std::pair<int, int>, QAccessible::Id> m_cells;
};

QAccessibleInterface* PictureInterface::cellAt(int row, int column) const {
    if (row < 0 || column < 0 || row >= rowCount() || column >= columnCount()) return nullptr;
    const auto found = m_cells.find({row, column});
    if (found != m_cells.end()) return QAccessible::accessibleInterface(found->second);
    auto* cell = new PictureCell(const_cast<PictureInterface&>(*this), row, column);
    m_cells.emplace(std::pair{row, column}, QAccessible::registerAccessibleInterface(cell));
    return cell;
}

bool PictureCell::isValid() const {
    return m_picture.isValid() && m_row < m_picture.rowCount() && m_column < m_picture.columnCount();
}

QAccessibleInterface* PictureCell::parent() const {
    return &m_picture;
}

QString PictureCell::text(QAccessible::Text kind) const {
    if (kind != QAccessible::Name && kind != QAccessible::Value) return {};
    const ChartTable table = m_picture.table();
    const auto row = static_cast<std::size_t>(m_row);
    const auto column = static_cast<std::size_t>(m_column);
    return row < table.rows.size() && column < table.rows[row].size() ? table.rows[row][column].text : QString();
}

QRect PictureCell::rect() const {
    return m_picture.rect();
}

QAccessibleInterface* makeInterface(const QString&, QObject* object) {
    auto* widget = qobject_cast<QWidget*>(object);
    const auto* picture = dynamic_cast<const Readable*>(widget);
    return picture == nullptr ? nullptr : new PictureInterface(*widget, *picture);
}

}  // namespace

void installPictureAccessibility() {
    QAccessible::installFactory(makeInterface);  // Qt ignores a factory that it has
}

}  // namespace adit::render

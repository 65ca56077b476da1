// Tables: a model over rows of cells, columns as a table of values, and the view with its delegates.
#pragma once

#include "core/base/figure.h"
#include "ui/render/theme.h"

#include <QAbstractTableModel>
#include <QColor>
#include <QSortFilterProxyModel>
#include <QTableView>

#include <optional>
#include <vector>

namespace adit::ui {

enum class CellKind {
    text,
    number,     // right-aligned, with the glyph of its state
    bar,        // inline bar over an empty track
    sparkline,  // trend over years
    chip,       // word in a border
    heat,       // filled by class, text in the contrast colour
    swatch,     // colour square and name
};

struct Cell {
    QString text = {};
    std::optional<double> sort = {};  // number behind the text; missing ones stand last in both directions
    QString tooltip = {};
    State state = State::known;
    QColor colour = {};                             // of text, bar, chip border, heat field or swatch; invalid: default
    double fraction = 0.0;                          // length of a bar, 0..1
    std::vector<std::optional<double>> trend = {};  // of a sparkline
    QString link = {};                              // what the inspector opens; empty opens the row
    bool strong = false;
    bool operator==(const Cell&) const = default;
};

struct Column {
    QString id = {};
    QString title = {};
    CellKind kind = CellKind::text;
    QString tooltip = {};
    bool stretch = false;  // takes spare width first
    bool operator==(const Column&) const = default;
};

struct TableRow {
    QString id = {};    // stable, "COD"
    QString link = {};  // what activating the row opens
    std::vector<Cell> cells = {};
    bool total = false;  // sums stand last whatever the order, in medium weight
    bool operator==(const TableRow&) const = default;
};

class TableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role { SortRole = Qt::UserRole, CellRole, LinkRole, RowIdRole, TotalRole };

    explicit TableModel(QObject* parent = nullptr);

    void setTable(std::vector<Column> columns, std::vector<TableRow> rows);
    void setRows(std::vector<TableRow> rows);  // keeps the columns; changes in place where it can
    const std::vector<Column>& columns() const { return m_columns; }
    const std::vector<TableRow>& rows() const { return m_rows; }
    const Cell* cell(const QModelIndex& index) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<Column> m_columns;
    std::vector<TableRow> m_rows;
};

// Numeric where there are numbers; missing cells and then totals stay last in both directions.
class TableSorter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;
};

class TableView : public QTableView, public render::Themed {
    Q_OBJECT

public:
    explicit TableView(QWidget* parent = nullptr);

    void setTable(std::vector<Column> columns, std::vector<TableRow> rows);
    void setRows(std::vector<TableRow> rows);
    void setSource(const QString& text);  // appended to what is copied
    void setCompact(bool compact);        // 23 instead of 26 px a row
    void setTheme(const render::Theme& theme) override;
    const render::Theme& theme() const { return m_theme; }

    TableModel& table() { return m_model; }
    void sortBy(const QString& column, Qt::SortOrder order);
    void selectRow(const QString& id);  // empty clears
    QString selectedRow() const;
    QString copyText() const;  // tab-separated: header, the rows (selected ones where several are), source

    QSize sizeHint() const override;

public Q_SLOTS:
    void copy();

Q_SIGNALS:
    void rowActivated(const QString& id, const QString& link);   // click, Enter
    void cellActivated(const QString& id, const QString& link);  // a click on a cell with a link of its own

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void sortByClick(int section);
    void sortSection(int section, Qt::SortOrder order);
    void balanceColumns();
    void measureColumns();
    void activate(const QModelIndex& index);

    TableModel m_model;
    TableSorter m_sorter;
    render::Theme m_theme;
    QString m_source;
    bool m_compact = false;
    std::vector<int> m_wanted;  // natural width of each column
};

}  // namespace adit::ui

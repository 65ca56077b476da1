// Tables: a model over rows of cells, columns as a table of values, and the view with its delegates.
#pragma once

#include "core/base/figure.h"
#include "ui/render/sparkline.h"
#include "ui/render/theme.h"

#include <QAbstractTableModel>
#include <QColor>
#include <QSortFilterProxyModel>
#include <QTableView>

#include <functional>
#include <optional>
#include <vector>

namespace adit::ui {

class FrozenColumn;

enum class CellKind {
    text,
    number,     // right-aligned, with the glyph of its state
    bar,        // inline bar over an empty track
    sparkline,  // trend over years
    chip,       // word in a border
    heat,       // filled by class, text in the contrast colour
    swatch,     // colour square and name
    bullet,     // a thick bar in a light one, with a line for the target
};

struct Cell {
    QString text = {};
    std::optional<double> sort = {};  // number behind the text; missing ones stand last in both directions
    QString tooltip = {};
    State state = State::known;
    QColor colour = {};               // of text, bar, chip border, heat field or swatch; invalid: default
    double fraction = 0.0;            // length of a bar, 0..1
    double lighter = 0.0;             // of a bullet's light bar
    std::optional<double> mark = {};  // of a bullet's line
    render::Trend trend = {};         // of a sparkline
    std::optional<Stage> stage = {};  // its sign stands before a text
    QString link = {};                // what the inspector opens; empty opens the row
    bool strong = false;
    bool editable = false;
    QString entry = {};  // what an editor starts with
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

// A text typed, pasted or filled into a cell; none returns the cell to its default.
struct CellChange {
    QString row = {};
    QString column = {};
    std::optional<QString> text = {};
    bool operator==(const CellChange&) const = default;
};
// Says why a text cannot stand in a cell; empty where it can.
using CellCheck = std::function<QString(const QString& row, const QString& column, const QString& text)>;

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
    Qt::ItemFlags flags(const QModelIndex& index) const override;

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

    // Editable cells take typing as in a spreadsheet: Enter and Tab commit, Esc restores, Del returns to the default,
    // Ctrl+D fills down, Ctrl+V pastes rows and columns. What is asked for arrives in edited() and is shown when the
    // rows are set again.
    void setEditing(CellCheck check);
    QString refusal(const QModelIndex& index, const QString& text) const;  // empty where the text may stand there
    void commit(const QModelIndex& index, const QString& text);

    QSize sizeHint() const override;
    int naturalWidth() const;  // of all columns, none cut
    // Rows that the lower edge cuts through are not shown, and nothing is there to be clicked.
    QModelIndex indexAt(const QPoint& position) const override;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;  // clear of the first column

public Q_SLOTS:
    void copy();
    void paste();
    void fillDown();
    void returnToDefault();

Q_SIGNALS:
    void rowActivated(const QString& id, const QString& link);      // click, Enter
    void cellActivated(const QString& id, const QString& link);     // a click on a cell with a link of its own
    void edited(const std::vector<adit::ui::CellChange>& changes);  // by one act of the user
    void refused(const QString& reason);                            // what was pasted or filled cannot stand there

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    bool focusNextPrevChild(bool next) override;
    void closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void sortByClick(int section);
    void sortSection(int section, Qt::SortOrder order);
    int textLimit(int lacking) const;
    void balanceColumns();
    void measureColumns();
    void activate(const QModelIndex& index);
    bool editKey(QKeyEvent& event);
    QModelIndex editableFrom(const QModelIndex& index, int step) const;
    std::vector<int> selectedRowNumbers() const;
    void request(std::vector<CellChange> changes);
    CellChange changeOf(const QModelIndex& index, std::optional<QString> text) const;

    TableModel m_model;
    TableSorter m_sorter;
    render::Theme m_theme;
    QString m_source;
    bool m_compact = false;
    CellCheck m_check;
    FrozenColumn* m_frozen = nullptr;  // the first column, while the rest is scrolled sideways
    std::vector<int> m_wanted;         // natural width of each column
};

}  // namespace adit::ui

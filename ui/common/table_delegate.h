// Paints the kinds of cells and says how wide each wants to be.
#pragma once

#include "ui/common/table_view.h"

#include <QHeaderView>
#include <QStyledItemDelegate>

namespace adit::ui {

class TableDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit TableDelegate(TableView& view);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    double naturalWidth(const Cell& cell, CellKind kind, bool total) const;

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;

protected:
    bool eventFilter(QObject* editor, QEvent* event) override;

private:
    TableView& m_view;
};

// Titles aligned as their columns, a triangle at the sorted one, one rule below.
class TableHeader : public QHeaderView {
    Q_OBJECT

public:
    explicit TableHeader(TableView& view);

    double naturalWidth(const Column& column) const;
    QSize sizeHint() const override;

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;

private:
    TableView& m_view;
};

inline constexpr int cellPadding = 8;

// Whether the lower edge of the view cuts through a row: it is left out, and seen by scrolling. The topmost row stands
// however low the view is.
bool isCutBelow(const QAbstractItemView& view, const QRect& row);

}  // namespace adit::ui

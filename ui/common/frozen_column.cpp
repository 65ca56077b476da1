#include "ui/common/frozen_column.h"

#include "ui/common/table_delegate.h"

#include <QPainter>
#include <QScrollBar>

namespace adit::ui {

FrozenColumn::FrozenColumn(TableView& table) : QTableView(&table), m_table(table) {
    setObjectName(QStringLiteral("frozenColumn"));
    setModel(table.model());
    delete selectionModel();
    setSelectionModel(table.selectionModel());
    setItemDelegate(new TableDelegate(table));
    setHorizontalHeader(new TableHeader(table));
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(10);
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(table.selectionBehavior());
    setSelectionMode(table.selectionMode());
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    setFocusPolicy(Qt::ClickFocus);
    setFocusProxy(&table);
    hide();
    connect(verticalScrollBar(), &QScrollBar::valueChanged, table.verticalScrollBar(), &QScrollBar::setValue);
    connect(table.verticalScrollBar(), &QScrollBar::valueChanged, verticalScrollBar(), &QScrollBar::setValue);
    connect(table.horizontalScrollBar(), &QScrollBar::valueChanged, this, &FrozenColumn::place);
}

void FrozenColumn::place() {
    const bool scrolled = m_table.horizontalScrollBar()->value() > 0;
    setVisible(scrolled);
    if (!scrolled) return;
    const QHeaderView& header = *m_table.horizontalHeader();
    verticalHeader()->setDefaultSectionSize(m_table.verticalHeader()->defaultSectionSize());
    horizontalHeader()->setSortIndicatorShown(header.isSortIndicatorShown());
    horizontalHeader()->setSortIndicator(header.sortIndicatorSection(), header.sortIndicatorOrder());
    for (int column = 1; column < horizontalHeader()->count(); ++column)
        setColumnHidden(column, true);
    setColumnWidth(0, m_table.columnWidth(0));
    const QRect rows = m_table.viewport()->geometry();
    setGeometry(rows.left(), rows.top() - header.height(), m_table.columnWidth(0), rows.height() + header.height());
    raise();
    verticalScrollBar()->setValue(m_table.verticalScrollBar()->value());
}

QModelIndex FrozenColumn::indexAt(const QPoint& position) const {
    const QModelIndex index = QTableView::indexAt(position);
    return isCutBelow(*this, visualRect(index)) ? QModelIndex() : index;
}

void FrozenColumn::paintEvent(QPaintEvent* event) {
    QTableView::paintEvent(event);
    QPainter painter(viewport());
    painter.fillRect(QRect(viewport()->width() - 1, 0, 1, viewport()->height()), m_table.theme().lineStrong);
}

}  // namespace adit::ui

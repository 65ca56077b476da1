// Editing of a table as in a spreadsheet: typing, moving on, filling, pasting, returning to the default.
#include "ui/common/cell_editor.h"
#include "ui/common/table_delegate.h"
#include "ui/common/table_view.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>

namespace adit::ui {

void TableView::setEditing(CellCheck check) {
    m_check = std::move(check);
    setEditTriggers(m_check ? QAbstractItemView::DoubleClicked | QAbstractItemView::AnyKeyPressed
                            : QAbstractItemView::NoEditTriggers);
}

CellChange TableView::changeOf(const QModelIndex& index, std::optional<QString> text) const {
    const auto column = static_cast<std::size_t>(index.column());
    return {index.data(TableModel::RowIdRole).toString(), m_model.columns()[column].id, std::move(text)};
}

QString TableView::refusal(const QModelIndex& index, const QString& text) const {
    const CellChange place = changeOf(index, std::nullopt);
    return m_check ? m_check(place.row, place.column, text) : QString();
}

// An emptied cell returns to its default; one left as it was has not been edited.
void TableView::commit(const QModelIndex& index, const QString& text) {
    const QString entry = text.trimmed();
    if (entry == index.data(Qt::EditRole).toString()) return;
    request({changeOf(index, entry.isEmpty() ? std::nullopt : std::optional(entry))});
}

// All of it or nothing.
void TableView::request(std::vector<CellChange> changes) {
    if (changes.empty()) return;
    for (const CellChange& change : changes) {
        const QString reason = change.text ? m_check(change.row, change.column, *change.text) : QString();
        if (reason.isEmpty()) continue;
        Q_EMIT refused(tr("“%1” was not taken: %2").arg(*change.text, reason));
        return;
    }
    Q_EMIT edited(changes);
}

// An editor passes on the keys that it does not use itself: they are not for the table.
bool TableView::editKey(QKeyEvent& event) {
    if (state() == QAbstractItemView::EditingState) return false;
    if (event.matches(QKeySequence::Paste)) {
        paste();
        return true;
    }
    if (event.matches(QKeySequence::Delete) || event.key() == Qt::Key_Backspace) {
        returnToDefault();
        return true;
    }
    if (event.key() == Qt::Key_D && event.modifiers() == Qt::ControlModifier) {
        fillDown();
        return true;
    }
    const bool enter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    if (enter && (currentIndex().flags() & Qt::ItemIsEditable) != 0) {
        edit(currentIndex());
        return true;
    }
    return false;
}

QModelIndex TableView::editableFrom(const QModelIndex& index, int step) const {
    const int columns = m_sorter.columnCount();
    const int cells = m_sorter.rowCount() * columns;
    for (int at = index.row() * columns + index.column() + step; at >= 0 && at < cells; at += step) {
        const QModelIndex next = m_sorter.index(at / columns, at % columns);
        if ((next.flags() & Qt::ItemIsEditable) != 0) return next;
    }
    return {};
}

QModelIndex TableView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) {
    if (m_check && (action == MoveNext || action == MovePrevious)) {
        const QModelIndex next = editableFrom(currentIndex(), action == MoveNext ? 1 : -1);
        return next.isValid() ? next : currentIndex();
    }
    return QTableView::moveCursor(action, modifiers);
}

// Tab walks the cells that can be edited, and leaves the table at the last one.
bool TableView::focusNextPrevChild(bool next) {
    if (m_check && currentIndex().isValid()) {
        const QModelIndex cell = editableFrom(currentIndex(), next ? 1 : -1);
        if (cell.isValid()) {
            selectionModel()->setCurrentIndex(cell, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
            return true;
        }
    }
    return QTableView::focusNextPrevChild(next);
}

// Enter goes on to the cell below.
void TableView::closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) {
    QTableView::closeEditor(editor, hint);
    if (hint != QAbstractItemDelegate::SubmitModelCache || !currentIndex().isValid()) return;
    const QModelIndex below = currentIndex().siblingAtRow(currentIndex().row() + 1);
    if (below.isValid())
        selectionModel()->setCurrentIndex(below, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

std::vector<int> TableView::selectedRowNumbers() const {
    std::vector<int> rows;
    for (int row = 0; row < m_sorter.rowCount(); ++row) {
        if (selectionModel()->isRowSelected(row)) rows.push_back(row);
    }
    if (rows.empty() && currentIndex().isValid()) rows.push_back(currentIndex().row());
    return rows;
}

void TableView::fillDown() {
    const std::vector<int> rows = selectedRowNumbers();
    const int column = currentIndex().column();
    if (rows.size() < 2 || column < 0) return;
    const QString text = m_sorter.index(rows.front(), column).data(Qt::EditRole).toString();
    std::vector<CellChange> changes;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const QModelIndex cell = m_sorter.index(rows[i], column);
        if ((cell.flags() & Qt::ItemIsEditable) == 0) continue;
        changes.push_back(changeOf(cell, text.isEmpty() ? std::nullopt : std::optional(text)));
    }
    request(std::move(changes));
}

void TableView::returnToDefault() {
    std::vector<CellChange> changes;
    for (const int row : selectedRowNumbers()) {
        const QModelIndex cell = m_sorter.index(row, currentIndex().column());
        if ((cell.flags() & Qt::ItemIsEditable) != 0) changes.push_back(changeOf(cell, std::nullopt));
    }
    request(std::move(changes));
}

// Rows and columns from a spreadsheet, from the current cell on. Columns that cannot be edited are stepped over, so
// that what was copied from here fits in again.
void TableView::paste() {
    const QModelIndex start = currentIndex();
    QString text = QGuiApplication::clipboard()->text();
    if (!start.isValid() || text.isEmpty()) return;
    text.remove(QLatin1Char('\r'));
    while (text.endsWith(QLatin1Char('\n')))
        text.chop(1);
    std::vector<CellChange> changes;
    int row = start.row();
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        int column = start.column();
        for (const QString& part : line.split(QLatin1Char('\t'))) {
            const QModelIndex cell = m_sorter.index(row, column++);
            const QString entry = part.trimmed();
            if (!cell.isValid() || entry.isEmpty() || (cell.flags() & Qt::ItemIsEditable) == 0) continue;
            if (entry != cell.data(Qt::EditRole).toString()) changes.push_back(changeOf(cell, entry));
        }
        if (++row >= m_sorter.rowCount()) break;
    }
    request(std::move(changes));
}

// ---- the delegate's part ----

QWidget* TableDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const {
    const QPersistentModelIndex cell(index);
    return new CellEditor([view = &m_view, cell](const QString& text) { return view->refusal(cell, text); },
                          m_view.theme(), parent);
}

void TableDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
    auto* field = static_cast<CellEditor*>(editor);
    if (!field->isModified()) field->setText(index.data(Qt::EditRole).toString());
}

void TableDelegate::setModelData(QWidget* editor, QAbstractItemModel*, const QModelIndex& index) const {
    const auto* field = static_cast<CellEditor*>(editor);
    if (field->isAcceptable()) m_view.commit(index, field->text());
}

void TableDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                         const QModelIndex&) const {
    editor->setGeometry(option.rect);
}

// What cannot be taken is not left by Enter or Tab; Esc and a click elsewhere restore the last valid value.
bool TableDelegate::eventFilter(QObject* editor, QEvent* event) {
    const auto* field = qobject_cast<CellEditor*>(editor);
    if (field != nullptr && event->type() == QEvent::KeyPress && !field->isAcceptable()) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab || key == Qt::Key_Backtab) return true;
    }
    return QStyledItemDelegate::eventFilter(editor, event);
}

}  // namespace adit::ui

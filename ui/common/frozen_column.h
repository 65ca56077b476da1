// The first column of a table, standing still while the rest scrolls sideways: a second view on the same model with the
// same selection, laid over the table's left edge. It takes no focus; keys stay with the table.
#pragma once

#include <QTableView>

namespace adit::ui {

class TableView;

class FrozenColumn : public QTableView {
    Q_OBJECT

public:
    explicit FrozenColumn(TableView& table);

    void place();  // takes size, row heights, order mark and place from the table; shown only where that is scrolled

    void scrollTo(const QModelIndex&, ScrollHint) override {}    // the table scrolls, this follows
    QModelIndex indexAt(const QPoint& position) const override;  // nothing where a row is cut

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    TableView& m_table;
};

}  // namespace adit::ui

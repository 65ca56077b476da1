// One tab of the inputs: what is chosen, the table of it, edited in place.
#pragma once

#include "ui/common/workspace_model.h"
#include "ui/shell/input_tabs.h"

#include <QWidget>

class QComboBox;

namespace adit::ui {

class InputPage : public QWidget {
    Q_OBJECT

public:
    InputPage(WorkspaceModel& workspace, InputTab tab, QWidget* parent = nullptr);

    const InputTab& tab() const { return m_tab; }
    // In a field of the tab, where it has one and the option is there.
    void choose(const QString& field, const QString& option);

Q_SIGNALS:
    void refused(const QString& reason);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void makeLayout();
    void makeTable();
    void fill();
    void listOptions(std::size_t from);
    Picked picked(std::size_t before) const;
    bool isPicked() const;
    void edit(const std::vector<CellChange>& changes);
    QString refusalOf(const QString& row, const QString& column, const QString& entry) const;
    workspace::Key keyOf(const QString& row, const QString& column) const;
    InputSource source() const;

    WorkspaceModel* m_workspace;
    InputTab m_tab;
    NumberText m_numbers;
    std::vector<QComboBox*> m_fields;
    TableView* m_table = nullptr;
};

}  // namespace adit::ui

// Which assumptions, own measures and own blocs of a workspace reach no figure, and why.
#pragma once

#include "ui/common/workspace_model.h"

#include <QDialog>

class QPushButton;

namespace adit::ui {

class TableView;

class IdleDialog : public QDialog {
    Q_OBJECT

public:
    IdleDialog(WorkspaceModel& workspace, QWidget* parent);

private:
    void fill();
    void removeSelected();

    WorkspaceModel* m_workspace;
    TableView* m_table = nullptr;
    QPushButton* m_remove = nullptr;
};

}  // namespace adit::ui

// Which published figures moved under the assumptions of a workspace since they were made, and which assumptions this
// edition has no place for.
#pragma once

#include "core/workspace/moved.h"
#include "ui/common/workspace_model.h"

#include <QDialog>

class QPushButton;

namespace adit::ui {

class TableView;

class MovedDialog : public QDialog {
    Q_OBJECT

public:
    MovedDialog(WorkspaceModel& workspace, QWidget* parent);

private:
    void fill();
    void returnToPublished();

    WorkspaceModel* m_workspace;
    std::vector<workspace::Moved> m_moved;
    TableView* m_table = nullptr;
    QPushButton* m_return = nullptr;
};

}  // namespace adit::ui

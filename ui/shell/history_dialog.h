// What was edited, newest first, in words; the way back to any step.
#pragma once

#include "ui/common/workspace_model.h"

#include <QDialog>

class QPushButton;

namespace adit::ui {

class TableView;

class HistoryDialog : public QDialog {
    Q_OBJECT

public:
    explicit HistoryDialog(WorkspaceModel& workspace, QWidget* parent = nullptr);

private:
    void fill();
    void goToSelected();

    WorkspaceModel* m_workspace;
    TableView* m_table = nullptr;
    QPushButton* m_go = nullptr;
};

}  // namespace adit::ui

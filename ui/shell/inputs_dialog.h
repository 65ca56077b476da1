// Inputs of the indices as the user assumes them: published figures in tables that are edited in place, a page for each
// kind. Each change is a step of undo.
#pragma once

#include "ui/common/workspace_model.h"

#include <QDialog>

class QLabel;

namespace adit::ui {

class InputsDialog : public QDialog {
    Q_OBJECT

public:
    explicit InputsDialog(WorkspaceModel& workspace, QWidget* parent = nullptr);

    // Pages that ask for a mineral begin with this one, where they have it.
    void choose(const Mineral& mineral);

private:
    void showWhatIsIdle();

    WorkspaceModel* m_workspace;
    QLabel* m_refusal = nullptr;
};

}  // namespace adit::ui

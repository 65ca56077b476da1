// Blocs of the user's own: named, their members picked, changed and taken away. Each change is a step of undo.
#pragma once

#include "ui/common/workspace_model.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace adit::ui {

class BlocsDialog : public QDialog {
    Q_OBJECT

public:
    explicit BlocsDialog(WorkspaceModel& workspace, QWidget* parent = nullptr);

private:
    void makeLayout();
    void listBlocs();
    void fill();
    void filter(const QString& text);
    void check();
    void save();
    void remove();
    workspace::OwnBloc bloc() const;
    std::string chosen() const;  // id; empty for a new one

    WorkspaceModel* m_workspace;
    QComboBox* m_blocs = nullptr;
    QLineEdit* m_name = nullptr;
    QLineEdit* m_filter = nullptr;
    QListWidget* m_members = nullptr;
    QLabel* m_refusal = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_remove = nullptr;
};

}  // namespace adit::ui

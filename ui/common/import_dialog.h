// A sheet of the workspace leaves as CSV and comes in again. Before anything changes, the differences stand in a table:
// what is added, changed or removed, and which rows are refused, with line and reason. Taking them is one step of undo.
#pragma once

#include "core/workspace/sheet.h"
#include "ui/common/workspace_model.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QPushButton;

namespace adit::ui {

class TableView;

class ImportDialog : public QDialog {
    Q_OBJECT

public:
    ImportDialog(WorkspaceModel& workspace, workspace::Review review, const QString& file, QWidget* parent);

    // The edits that accepting makes.
    std::vector<workspace::Edit> edits() const;

private:
    void makeLayout(const QString& file);
    void fill();
    void take();

    WorkspaceModel* m_workspace;
    workspace::Review m_review;
    QCheckBox* m_remove = nullptr;
    QLabel* m_summary = nullptr;
    TableView* m_table = nullptr;
    QPushButton* m_take = nullptr;
};

// Reads a sheet and asks; what cannot be read at all is said by WorkspaceModel::failed().
void importSheet(WorkspaceModel& workspace, const QString& file, QWidget* parent);
void exportSheet(WorkspaceModel& workspace, workspace::Sheet sheet, const QString& file);
// The same, with the file asked for.
void askImport(WorkspaceModel& workspace, QWidget* parent);
void askExport(WorkspaceModel& workspace, workspace::Sheet sheet, QWidget* parent);

}  // namespace adit::ui

// The workspace in the frame: its menus, its name and count of edits, and what is said when a file cannot be opened or
// an edit cannot be saved.
#pragma once

#include "ui/common/workspace_model.h"

#include <QObject>

class QAction;
class QLabel;
class QMainWindow;
class QMenu;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace adit::ui {

class InputsDialog;
class MessageBar;
class Settings;

class WorkspaceActions : public QObject {
    Q_OBJECT

public:
    WorkspaceActions(WorkspaceModel& workspace, Settings& settings, QMainWindow& window);

    void fillFileMenu(QMenu& menu);
    void fillEditMenu(QMenu& menu);
    QWidget* messages() { return m_messages; }  // under the context bar
    QWidget* fileName() { return m_name; }      // at the right of the menu bar
    QWidget* editCount() { return m_edits; }    // in the status bar

    // Opens a workspace, or says why not and what can be done. Makes the file where `create` allows it.
    enum class IfMissing { refuse, create };
    bool open(const std::filesystem::path& file, IfMissing ifMissing = IfMissing::refuse);

Q_SIGNALS:
    void inputsOpened(adit::ui::InputsDialog& dialog);

private:
    void show();
    void say(const QString& html, int kind, const std::vector<std::pair<QString, std::function<void()>>>& actions);
    void sayUnreadable(const std::filesystem::path& file, const Error& error);
    void sayReadOnly();
    void sayMoved();
    void showMoved();
    void sayIdle();
    void showIdle();
    void showCount();
    void refuseEdit(const QString& reason);
    void askOpen();
    void askSave(const QString& title, std::function<void(const QString&)> save);
    void saveAs(const QString& file);
    void salvage(const std::filesystem::path& file);

    WorkspaceModel* m_workspace;
    Settings* m_settings;
    QMainWindow* m_window;
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
    QAction* m_moved = nullptr;
    QAction* m_idle = nullptr;
    QLabel* m_name = nullptr;
    QLabel* m_edits = nullptr;
    QWidget* m_messages = nullptr;
    QVBoxLayout* m_column = nullptr;
};

}  // namespace adit::ui

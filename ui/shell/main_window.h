// The frame: menu, context bar, rail, pages, inspector, status bar. Shows no figure itself.
#pragma once

#include "core/findings/figure_ref.h"
#include "ui/common/context.h"
#include "ui/render/theme.h"
#include "ui/shell/search.h"
#include "ui/shell/settings.h"

#include <QMainWindow>

#include <filesystem>

class QActionGroup;
class QLabel;
class QStackedWidget;
class QToolBar;

namespace adit::ui {

class ContextBar;
class InspectorDock;
class Page;
class WorkspaceActions;
class WorkspaceModel;

// Style, typeface and type size of the whole program. Call once, before any widget takes the system's font.
// Returns what the theme's fontScale has to be.
double prepareLook();

// Whether the window opens dark: ADIT_THEME, else the user's choice, else the system.
bool startsDark(const Settings& settings);

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    MainWindow(DatasetPtr dataset, Settings& settings, double fontScale = 1.0, QWidget* parent = nullptr);
    ~MainWindow() override;

    ContextModel& model() { return *m_model; }
    WorkspaceModel& workspace() { return *m_workspace; }
    // Opens (or makes) a workspace file; what goes wrong is said in the window.
    void openWorkspace(const std::filesystem::path& file, bool create);
    void showPage(const QString& id);
    void setDark(bool dark);

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeMenus();
    void makeRail();
    void makePages();
    void makeInspector();
    void restoreLayers();
    void makeStatusBar();
    void makeSearchIndex();
    void restore();

    void openSearch();
    void explain(const FigureRef& figure);
    void followPage(const QString& id);
    void walkPages(int by);
    void layoutForWidth();
    void chooseTheme(const QString& name);
    void applyTheme();
    Page* pageAt(int index) const;

    Settings* m_settings;
    render::Theme m_theme;
    WorkspaceModel* m_workspace;
    ContextModel* m_model;
    WorkspaceActions* m_workspaceActions = nullptr;
    ContextBar* m_bar = nullptr;
    QToolBar* m_rail = nullptr;
    QActionGroup* m_railActions = nullptr;
    QStackedWidget* m_stack = nullptr;
    InspectorDock* m_inspector = nullptr;
    QLabel* m_edition = nullptr;
    QLabel* m_warnings = nullptr;
    SearchIndex m_search;
    bool m_narrow = false;
    double m_fontScale = 1.0;
};

}  // namespace adit::ui

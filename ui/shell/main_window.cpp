#include "ui/shell/main_window.h"

#include "ui/common/page.h"
#include "ui/render/icon.h"
#include "ui/shell/about.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/context_bar.h"
#include "ui/shell/inputs_dialog.h"
#include "ui/shell/inspector.h"
#include "ui/shell/pages.h"
#include "ui/shell/search_items.h"
#include "ui/shell/workspace_actions.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QLabel>
#include <QMenuBar>
#include <QStackedWidget>
#include <QStatusBar>
#include <QStyleHints>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace adit::ui {
namespace {

constexpr int narrowWidth = 1500;  // below it: icons only, labels hidden, the inspector slides over the page

// Asked once, before the program's own palette stands.
bool systemIsDark() {
    static const bool dark = QApplication::palette().color(QPalette::Window).lightness() < 128;
    return dark;
}

}  // namespace

bool startsDark(const Settings& settings) {
    const QString asked = qEnvironmentVariable("ADIT_THEME");
    const QString chosen = asked.isEmpty() ? settings.value(SettingKey::theme).toString() : asked;
    const bool system = systemIsDark();
    return chosen == QLatin1String("dark") || (chosen != QLatin1String("light") && system);
}

double prepareLook() {
    QApplication::setStyle(QStringLiteral("Fusion"));
    render::Theme look = render::Theme::light();
    look.fontScale = render::loadFonts();
    QApplication::setFont(look.font(render::Type::body));
    return look.fontScale;
}

MainWindow::MainWindow(DatasetPtr dataset, Settings& settings, double fontScale, QWidget* parent)
    : QMainWindow(parent), m_settings(&settings), m_fontScale(fontScale) {
    const Context start = ContextModel::first(*dataset);
    m_workspace = new WorkspaceModel(dataset, workspace::Session::unsaved(workspace::systemTime), this);
    m_model = new ContextModel(std::move(dataset), start, this);
    m_model->follow(*m_workspace);
    m_workspaceActions = new WorkspaceActions(*m_workspace, settings, *this);
    setWindowTitle(tr("Adit"));
    setMinimumSize(1100, 700);
    m_theme = render::Theme::light();
    m_theme.fontScale = fontScale;

    m_bar = new ContextBar(*m_model, m_theme);
    auto* top = new QToolBar(tr("Context"));
    top->setObjectName(QStringLiteral("contextToolBar"));
    top->setMovable(false);
    top->setContextMenuPolicy(Qt::PreventContextMenu);
    top->addWidget(m_bar);
    addToolBar(Qt::TopToolBarArea, top);
    connect(m_bar, &ContextBar::searchRequested, this, &MainWindow::openSearch);

    makeRail();
    makePages();
    makeInspector();
    makeMenus();
    makeStatusBar();
    makeSearchIndex();
    // Blocs and measures of the user's own can be searched for as well.
    connect(m_workspace, &WorkspaceModel::changed, this, [this] {
        m_search.clear();
        makeSearchIndex();
    });
    connect(m_model, &ContextModel::pageChanged, this, &MainWindow::followPage);
    connect(m_model, &ContextModel::changed, this, [this](const Context& context) {
        if (Page* page = pageAt(m_stack->currentIndex())) page->show(context);
    });
    restore();
}

MainWindow::~MainWindow() = default;

void MainWindow::makeRail() {
    m_rail = new QToolBar(tr("Pages"));
    m_rail->setObjectName(QStringLiteral("rail"));
    m_rail->setMovable(false);
    m_rail->setContextMenuPolicy(Qt::PreventContextMenu);
    m_rail->setIconSize({20, 20});
    m_railActions = new QActionGroup(this);
    int number = 0;
    for (const PageRow& row : pages()) {
        const QString title = QCoreApplication::translate("Pages", row.title);
        auto* action = new QAction(title, this);
        action->setCheckable(true);
        action->setData(QString::fromLatin1(row.id));
        action->setObjectName(QStringLiteral("page-") + QLatin1String(row.id));
        action->setShortcut(QKeySequence(QStringLiteral("Alt+%1").arg(++number)));
        action->setToolTip(QStringLiteral("%1 (Alt+%2): %3")
                               .arg(title)
                               .arg(number)
                               .arg(QCoreApplication::translate("Pages", row.question)));
        m_railActions->addAction(action);
        m_rail->addAction(action);
        connect(action, &QAction::triggered, this, [this, action] { m_model->setPage(action->data().toString()); });
    }
    addToolBar(Qt::LeftToolBarArea, m_rail);
}

void MainWindow::makePages() {
    m_stack = new QStackedWidget;
    for (const PageRow& row : pages()) {
        Page* page = row.make(*m_model, m_theme, m_stack);
        page->setObjectName(QStringLiteral("page:") + QLatin1String(row.id));
        connect(page, &Page::explainRequested, this, &MainWindow::explain);
        m_stack->addWidget(page);
    }
}

void MainWindow::makeInspector() {
    m_inspector = new InspectorDock(*m_model, m_theme, m_stack);
    auto* middle = new QWidget;
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_workspaceActions->messages());
    column->addWidget(m_inspector, 1);
    setCentralWidget(middle);
    connect(m_inspector, &InspectorDock::shownChanged, this, [this](bool shown) {
        if (!m_narrow) m_settings->set(SettingKey::inspectorShown, shown);
    });
}

void MainWindow::makeMenus() {
    QMenu* file = menuBar()->addMenu(tr("&File"));
    m_workspaceActions->fillFileMenu(*file);
    file->addSeparator();
    file->addAction(tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), this, &QWidget::close);

    m_workspaceActions->fillEditMenu(*menuBar()->addMenu(tr("&Edit")));
    connect(m_workspaceActions, &WorkspaceActions::inputsOpened, this,
            [this](InputsDialog& dialog) { dialog.choose(m_model->data()[m_model->context().mineral]); });
    menuBar()->setCornerWidget(m_workspaceActions->fileName());

    QMenu* view = menuBar()->addMenu(tr("&View"));
    QAction* inspector = view->addAction(tr("&Explain this number"));
    inspector->setShortcut(QKeySequence(Qt::Key_F2));
    inspector->setCheckable(true);
    connect(inspector, &QAction::triggered, m_inspector, &InspectorDock::setShown);
    connect(m_inspector, &InspectorDock::shownChanged, inspector, &QAction::setChecked);
    QMenu* themes = view->addMenu(tr("&Theme"));
    auto* group = new QActionGroup(this);
    const std::pair<const char*, QString> choices[] = {
        {"system", tr("As the &system")}, {"light", tr("&Light")}, {"dark", tr("&Dark")}};
    for (const auto& [id, title] : choices) {
        QAction* action = themes->addAction(title);
        action->setCheckable(true);
        action->setData(QLatin1String(id));
        group->addAction(action);
        action->setChecked(m_settings->value(SettingKey::theme).toString() == QLatin1String(id));
        connect(action, &QAction::triggered, this, [this, action] { chooseTheme(action->data().toString()); });
    }

    QMenu* go = menuBar()->addMenu(tr("&Go"));
    QAction* back = go->addAction(tr("&Back"), QKeySequence(Qt::ALT | Qt::Key_Left), m_model, &ContextModel::back);
    QAction* forward =
        go->addAction(tr("&Forward"), QKeySequence(Qt::ALT | Qt::Key_Right), m_model, &ContextModel::forward);
    const auto enable = [this, back, forward] {
        back->setEnabled(m_model->canGoBack());
        forward->setEnabled(m_model->canGoForward());
    };
    connect(m_model, &ContextModel::trailChanged, this, enable);
    enable();
    go->addAction(tr("&Search anything…"), QKeySequence(Qt::CTRL | Qt::Key_K), this, &MainWindow::openSearch);
    go->addSeparator();
    go->addActions(m_railActions->actions());
    go->addSeparator();
    QAction* next = go->addAction(tr("&Next page"), this, [this] { walkPages(1); });
    next->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Tab));
    QAction* previous = go->addAction(tr("&Previous page"), this, [this] { walkPages(-1); });
    previous->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab));

    QMenu* help = menuBar()->addMenu(tr("&Help"));
    help->addAction(tr("&Sources and licences"), this, [this] { showSources(m_model->data(), this); });
    help->addAction(tr("&About Adit"), this, [this] { showAbout(m_model->data(), this); });
}

void MainWindow::makeStatusBar() {
    statusBar()->setSizeGripEnabled(false);
    const Dataset& dataset = m_model->data();
    m_edition = new QLabel(tr("Edition %1").arg(QString::fromStdString(dataset.edition)));
    m_edition->setToolTip(tr("Sources %1").arg(QString::fromStdString(dataset.editionHash)));
    statusBar()->addWidget(m_edition);
    statusBar()->addWidget(m_workspaceActions->editCount());
    const int count = static_cast<int>(dataset.warnings.size());
    m_warnings = new QLabel(count == 0   ? tr("No warnings")
                            : count == 1 ? tr("1 dataset warning")
                                         : tr("%1 dataset warnings").arg(count));
    QStringList first;
    for (const Warning& warning : dataset.warnings) {
        if (first.size() == 12) break;
        first << QStringLiteral("%1:%2 %3")
                     .arg(QString::fromStdString(warning.file))
                     .arg(warning.line)
                     .arg(QString::fromStdString(warning.text));
    }
    m_warnings->setToolTip(first.join(QLatin1Char('\n')));
    statusBar()->addPermanentWidget(m_warnings);
}

void MainWindow::restore() {
    chooseTheme(m_settings->value(SettingKey::theme).toString());
    m_inspector->setPanelWidth(m_settings->value(SettingKey::inspectorWidth).toInt());
    m_inspector->setShown(m_settings->value(SettingKey::inspectorShown).toBool());
    if (!restoreGeometry(m_settings->value(SettingKey::windowGeometry).toByteArray())) resize(1600, 1000);
    const QString wanted = m_settings->value(SettingKey::page).toString();
    QString page = QString::fromLatin1(pages().front().id);
    for (const PageRow& row : pages()) {
        if (wanted == QLatin1String(row.id)) page = wanted;
    }
    restoreLayers();
    m_model->setPage(page);
    m_inspector->explainContext();
    m_stack->currentWidget()->setFocus();
}

// What the map shows over the land is left as it was.
void MainWindow::restoreLayers() {
    for (const auto& [name, key] :
         {std::pair{"flows", SettingKey::mapFlows}, {"measuresLayer", SettingKey::mapMeasures}}) {
        auto* layer = m_stack->findChild<QToolButton*>(QLatin1String(name));
        if (layer == nullptr) continue;
        layer->setChecked(m_settings->value(key).toBool());
        connect(layer, &QToolButton::toggled, this, [this, key = key](bool on) { m_settings->set(key, on); });
    }
}

void MainWindow::openWorkspace(const std::filesystem::path& file, bool create) {
    m_workspaceActions->open(file, create ? WorkspaceActions::IfMissing::create : WorkspaceActions::IfMissing::refuse);
}

void MainWindow::showPage(const QString& id) {
    m_model->setPage(id);
}

void MainWindow::followPage(const QString& id) {
    int index = 0;
    for (const PageRow& row : pages()) {
        if (id == QLatin1String(row.id)) break;
        ++index;
    }
    if (index >= m_stack->count()) return;
    m_railActions->actions().at(index)->setChecked(true);
    m_stack->setCurrentIndex(index);
    pageAt(index)->show(m_model->context());
    m_settings->set(SettingKey::page, id);
}

void MainWindow::walkPages(int by) {
    const int count = m_stack->count();
    const int next = (m_stack->currentIndex() + by + count) % count;
    m_model->setPage(m_railActions->actions().at(next)->data().toString());
}

Page* MainWindow::pageAt(int index) const {
    return qobject_cast<Page*>(m_stack->widget(index));
}

void MainWindow::explain(const FigureRef& figure) {
    m_inspector->explain(figure);
    m_inspector->setShown(true);
}

void MainWindow::openSearch() {
    auto* palette = new CommandPalette(m_search, m_theme, this);
    palette->setAttribute(Qt::WA_DeleteOnClose);
    palette->popUp();
}

void MainWindow::setDark(bool dark) {
    m_theme = render::Theme::of(dark);
    m_theme.fontScale = m_fontScale;
    applyTheme();
}

void MainWindow::chooseTheme(const QString& name) {
    m_settings->set(SettingKey::theme, name);
    setDark(startsDark(*m_settings));
}

void MainWindow::applyTheme() {
    qApp->setPalette(render::palette(m_theme));
    qApp->setStyleSheet(render::styleSheet(m_theme));
    render::applyTheme(*this, m_theme);
    m_bar->setTheme(m_theme);
    m_inspector->setTheme(m_theme);
    int index = 0;
    for (QAction* action : m_railActions->actions()) {
        action->setIcon(render::icon(QLatin1String(pages()[static_cast<std::size_t>(index)].icon)));
        pageAt(index)->setTheme(m_theme);
        ++index;
    }
    if (Page* page = pageAt(m_stack->currentIndex()); page != nullptr && page->isVisible())
        page->show(m_model->context());
}

void MainWindow::layoutForWidth() {
    const bool narrow = width() < narrowWidth;
    m_rail->setToolButtonStyle(narrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextUnderIcon);
    const QSize item = narrow ? QSize(52, 46) : QSize(76, 58);
    m_rail->setFixedWidth(item.width() + 1);
    for (QAction* action : m_railActions->actions())
        m_rail->widgetForAction(action)->setFixedSize(item);
    m_bar->setCompact(narrow);
    m_inspector->setOverlay(narrow);
    if (narrow && !m_narrow) m_inspector->setShown(false);
    m_narrow = narrow;
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    layoutForWidth();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    m_settings->set(SettingKey::windowGeometry, saveGeometry());
    m_settings->set(SettingKey::inspectorWidth, m_inspector->panelWidth());
    QMainWindow::closeEvent(event);
}

void MainWindow::makeSearchIndex() {
    for (QAction* action : m_railActions->actions()) {
        m_search.add({HitKind::page, action->text(), tr("page"), {}, [action] { action->trigger(); }});
    }
    const auto command = [this](const QString& title, const QString& otherNames, std::function<void()> run) {
        m_search.add({HitKind::command, title, tr("command"), otherNames, std::move(run)});
    };
    command(tr("Dark theme"), {}, [this] { chooseTheme(QStringLiteral("dark")); });
    command(tr("Light theme"), {}, [this] { chooseTheme(QStringLiteral("light")); });
    command(tr("Explain this number"), tr("inspector"), [this] { m_inspector->setShown(true); });
    command(tr("Sources and licences"), {}, [this] { showSources(m_model->data(), this); });
    addDataset(m_search, *m_model, [this](const QString& source) { showSources(m_model->data(), this, source); });
    addFigures(m_search, *m_model, [this](const FigureRef& figure) { explain(figure); });
}

}  // namespace adit::ui

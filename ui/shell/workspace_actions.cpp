#include "ui/shell/workspace_actions.h"

#include "core/workspace/describe.h"
#include "core/workspace/moved.h"
#include "core/workspace/salvage.h"
#include "ui/common/import_dialog.h"
#include "ui/common/message_bar.h"
#include "ui/shell/blocs_dialog.h"
#include "ui/shell/history_dialog.h"
#include "ui/shell/idle_dialog.h"
#include "ui/shell/inputs_dialog.h"
#include "ui/shell/moved_dialog.h"
#include "ui/shell/settings.h"

#include <QAction>
#include <QDateTime>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMainWindow>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace adit::ui {
namespace {

namespace fs = std::filesystem;

constexpr int mostMessages = 2;
constexpr std::size_t mostNamed = 4;  // moved baselines, or assumptions without effect, in a message

QString text(const std::string& s) {
    return QString::fromStdString(s);
}
QString nameOf(const fs::path& file) {
    return text(file.filename().string()).toHtmlEscaped();
}
fs::path pathOf(const QString& file) {
    return fs::path(file.toStdString());
}

QStringList idleLines(const WorkspaceModel& workspace) {
    QStringList lines;
    for (const workspace::Idle& one : workspace.idle())
        lines << text(workspace::describe(one, workspace.data().get()));
    return lines;
}

// The first of them, and how many more there are.
QStringList named(const QStringList& lines) {
    constexpr auto most = static_cast<qsizetype>(mostNamed);
    QStringList first = lines.mid(0, most);
    if (lines.size() > most) first << WorkspaceActions::tr("and %1 more").arg(lines.size() - most);
    return first;
}

QString filter() {
    return WorkspaceActions::tr("Adit workspaces (*.adit)");
}

}  // namespace

WorkspaceActions::WorkspaceActions(WorkspaceModel& workspace, Settings& settings, QMainWindow& window)
    : QObject(&window), m_workspace(&workspace), m_settings(&settings), m_window(&window) {
    m_messages = new QWidget;
    m_column = new QVBoxLayout(m_messages);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(1);
    m_name = new QLabel;
    m_name->setObjectName(QStringLiteral("workspaceName"));
    m_name->setContentsMargins(0, 6, 12, 0);
    m_edits = new QLabel;
    m_edits->setObjectName(QStringLiteral("editCount"));
    connect(m_workspace, &WorkspaceModel::changed, this, &WorkspaceActions::show);
    connect(m_workspace, &WorkspaceModel::failed, this, &WorkspaceActions::refuseEdit);
}

void WorkspaceActions::fillFileMenu(QMenu& menu) {
    menu.addAction(tr("&Open a workspace…"), QKeySequence(QKeySequence::Open), this, &WorkspaceActions::askOpen);
    menu.addAction(tr("&New workspace…"), QKeySequence(QKeySequence::New), this, [this] {
        askSave(tr("New workspace"), [this](const QString& file) { open(pathOf(file), IfMissing::create); });
    });
    menu.addAction(tr("Save the workspace &as…"), QKeySequence(QKeySequence::SaveAs), this,
                   [this] { askSave(tr("Save the workspace as"), [this](const QString& file) { saveAs(file); }); });
    menu.addSeparator();
    menu.addAction(tr("&Import assumptions, measures or blocs (CSV)…"), this,
                   [this] { askImport(*m_workspace, m_window); })
        ->setObjectName(QStringLiteral("importSheet"));
    QMenu* exports = menu.addMenu(tr("&Export as CSV"));
    for (const auto& [sheet, title] : {std::pair{workspace::Sheet::assumptions, tr("&Assumptions…")},
                                       {workspace::Sheet::measures, tr("&Hypothetical measures…")},
                                       {workspace::Sheet::blocs, tr("&Blocs of your own…")}}) {
        exports->addAction(title, this, [this, sheet = sheet] { askExport(*m_workspace, sheet, m_window); });
    }
}

void WorkspaceActions::fillEditMenu(QMenu& menu) {
    m_undo =
        menu.addAction(tr("&Undo"), QKeySequence(QKeySequence::Undo), m_workspace, [this] { m_workspace->undo(); });
    m_undo->setObjectName(QStringLiteral("undo"));
    m_redo = menu.addAction(tr("&Redo"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), m_workspace,
                            [this] { m_workspace->redo(); });
    m_redo->setObjectName(QStringLiteral("redo"));
    menu.addAction(tr("&History of edits…"), QKeySequence(Qt::CTRL | Qt::Key_H), this, [this] {
        auto* dialog = new HistoryDialog(*m_workspace, m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    menu.addSeparator();
    menu.addAction(tr("&Blocs of your own…"), this,
                   [this] {
                       auto* dialog = new BlocsDialog(*m_workspace, m_window);
                       dialog->setAttribute(Qt::WA_DeleteOnClose);
                       dialog->open();
                   })
        ->setObjectName(QStringLiteral("ownBlocs"));
    menu.addAction(tr("Other &inputs…"), this,
                   [this] {
                       auto* dialog = new InputsDialog(*m_workspace, m_window);
                       dialog->setAttribute(Qt::WA_DeleteOnClose);
                       Q_EMIT inputsOpened(*dialog);
                       dialog->open();
                   })
        ->setObjectName(QStringLiteral("ownInputs"));
    m_moved = menu.addAction(tr("Published figures that &moved…"), this, &WorkspaceActions::showMoved);
    m_moved->setObjectName(QStringLiteral("movedFigures"));
    m_idle = menu.addAction(tr("Assumptions without &effect…"), this, &WorkspaceActions::showIdle);
    m_idle->setObjectName(QStringLiteral("idleAssumptions"));
    show();
}

void WorkspaceActions::show() {
    const workspace::Session& session = m_workspace->session();
    const Dataset* names = m_workspace->data().get();
    if (m_undo != nullptr) {
        m_undo->setEnabled(session.canUndo());
        m_undo->setText(session.canUndo() ? tr("&Undo: %1").arg(text(session.undoText(names))) : tr("&Undo"));
        m_redo->setEnabled(session.canRedo());
        m_redo->setText(session.canRedo() ? tr("&Redo: %1").arg(text(session.redoText(names))) : tr("&Redo"));
    }
    if (m_moved != nullptr)
        m_moved->setEnabled(!workspace::moved(m_workspace->workspace(), *m_workspace->baseline()).empty());
    const QString name = session.hasFile() ? text(session.path().stem().string()) : tr("no workspace file");
    const QString saved = session.readOnly()  ? tr("read only")
                          : session.hasFile() ? tr("saved")
                                              : tr("edits are kept until you quit");
    m_name->setText(QStringLiteral("%1 · %2").arg(name, saved));
    m_name->setToolTip(session.hasFile() ? text(session.path().string()) : tr("File › Save the workspace as…"));
    if (m_idle != nullptr) m_idle->setEnabled(!m_workspace->idle().empty());
    showCount();
}

void WorkspaceActions::showCount() {
    const auto count = static_cast<int>(m_workspace->editCount());
    const QStringList idle = idleLines(*m_workspace);
    const QString edited = count == 1 ? tr("✎ 1 assumption edited") : tr("✎ %1 assumptions edited").arg(count);
    m_edits->setVisible(count > 0);
    m_edits->setText(idle.isEmpty() ? edited : tr("%1, %2 without effect").arg(edited).arg(idle.size()));
    m_edits->setToolTip(idle.isEmpty() ? QString()
                                       : tr("Without effect:\n%1").arg(named(idle).join(QLatin1Char('\n'))));
}

void WorkspaceActions::say(const QString& html, int kind,
                           const std::vector<std::pair<QString, std::function<void()>>>& actions) {
    auto* bar = new MessageBar(static_cast<MessageBar::Kind>(kind), html);
    bool first = true;
    for (const auto& [verb, act] : actions) {
        QPushButton* button = bar->addAction(verb, first);
        first = false;
        if (act) connect(button, &QPushButton::clicked, this, act);
    }
    connect(bar, &MessageBar::closed, bar, &QObject::deleteLater);
    while (m_column->count() >= mostMessages)
        delete m_column->takeAt(0)->widget();
    m_column->addWidget(bar);
}

bool WorkspaceActions::open(const fs::path& file, IfMissing ifMissing) {
    std::error_code code;
    const bool make = ifMissing == IfMissing::create && !fs::exists(file, code);
    auto session = make ? workspace::Session::create(file, workspace::systemTime)
                        : workspace::Session::open(file, workspace::systemTime);
    if (!session) {
        sayUnreadable(file, session.error());
        return false;
    }
    m_workspace->setSession(std::move(*session));
    m_settings->set(SettingKey::workspace, text(fs::absolute(file, code).string()));
    if (m_workspace->session().readOnly()) sayReadOnly();
    sayMoved();
    sayIdle();
    return true;
}

void WorkspaceActions::sayUnreadable(const fs::path& file, const Error& error) {
    std::vector<std::pair<QString, std::function<void()>>> actions;
    if (error.code == ErrorCode::damaged) {
        actions.emplace_back(tr("Save what is readable…"), [this, file] { salvage(file); });
    }
    actions.emplace_back(tr("Open another…"), [this] { askOpen(); });
    actions.emplace_back(tr("Go on without a file"), nullptr);
    say(tr("<b>The workspace %1 could not be opened.</b> %2").arg(nameOf(file), text(error.text).toHtmlEscaped()),
        static_cast<int>(MessageBar::Kind::error), actions);
}

void WorkspaceActions::sayReadOnly() {
    const workspace::Session& session = m_workspace->session();
    QString reason = text(session.readOnlyReason());
    if (!reason.isEmpty()) reason = reason.left(1).toUpper() + reason.mid(1) + QLatin1Char('.');
    say(tr("<b>%1 is open for reading only.</b> %2").arg(nameOf(session.path()), reason.toHtmlEscaped()),
        static_cast<int>(MessageBar::Kind::warning),
        {{tr("Work on a copy…"), [this] { askSave(tr("Work on a copy"), [this](const QString& f) { saveAs(f); }); }},
         {tr("Read only"), nullptr}});
}

void WorkspaceActions::sayMoved() {
    const auto moved = workspace::moved(m_workspace->workspace(), *m_workspace->baseline());
    if (moved.empty()) return;
    QStringList lines;
    for (const workspace::Moved& one : moved)
        lines << text(workspace::describe(one, m_workspace->data().get())).toHtmlEscaped();
    say(tr("<b>Published figures under your assumptions have moved.</b> Your assumptions stand as they are: %1")
            .arg(named(lines).join(QStringLiteral("; "))),
        static_cast<int>(MessageBar::Kind::note),
        {{tr("Go on"), nullptr}, {tr("Show them…"), [this] { showMoved(); }}});
}

void WorkspaceActions::showMoved() {
    auto* dialog = new MovedDialog(*m_workspace, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void WorkspaceActions::sayIdle() {
    const QStringList lines = idleLines(*m_workspace);
    if (lines.isEmpty()) return;
    say(tr("<b>Some of what you assume is without effect.</b> %1")
            .arg(named(lines).join(QStringLiteral("; ")).toHtmlEscaped()),
        static_cast<int>(MessageBar::Kind::note), {{tr("Go on"), nullptr}, {tr("Show them…"), [this] { showIdle(); }}});
}

void WorkspaceActions::showIdle() {
    auto* dialog = new IdleDialog(*m_workspace, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void WorkspaceActions::refuseEdit(const QString& reason) {
    std::vector<std::pair<QString, std::function<void()>>> actions{{tr("Go on"), nullptr}};
    if (m_workspace->session().hasFile())
        actions.emplace_back(tr("Save elsewhere…"),
                             [this] { askSave(tr("Save elsewhere"), [this](const QString& f) { saveAs(f); }); });
    say(tr("<b>This was not done.</b> %1").arg(reason.toHtmlEscaped()), static_cast<int>(MessageBar::Kind::error),
        actions);
}

void WorkspaceActions::askOpen() {
    auto* dialog = new QFileDialog(m_window, tr("Open a workspace"), {}, filter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) { open(pathOf(file)); });
    dialog->open();
}

void WorkspaceActions::askSave(const QString& title, std::function<void(const QString&)> save) {
    auto* dialog = new QFileDialog(m_window, title, {}, filter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("adit"));
    connect(dialog, &QFileDialog::fileSelected, this, std::move(save));
    dialog->open();
}

// The dialog has asked before an existing file is replaced.
void WorkspaceActions::saveAs(const QString& file) {
    if (!m_workspace->saveAs(pathOf(file), IfExists::replace)) return;
    m_settings->set(SettingKey::workspace, QFileInfo(file).absoluteFilePath());
}

void WorkspaceActions::salvage(const fs::path& file) {
    askSave(tr("Save what is readable"), [this, file](const QString& target) {
        const auto saved = workspace::salvage(file, pathOf(target));
        if (!saved) {
            refuseEdit(text(saved.error().text));
            return;
        }
        if (open(pathOf(target)))
            say(text(workspace::describe(*saved)).toHtmlEscaped(), static_cast<int>(MessageBar::Kind::note),
                {{tr("Go on"), nullptr}});
    });
}

}  // namespace adit::ui

#include "ui/shell/history_dialog.h"

#include "core/workspace/describe.h"
#include "ui/common/table_view.h"

#include <QDateTime>
#include <QDialogButtonBox>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <ranges>

namespace adit::ui {
namespace {

QString localTime(const std::string& utc) {
    const QDateTime at = QDateTime::fromString(QString::fromStdString(utc), Qt::ISODate);
    return at.isValid() ? QLocale().toString(at.toLocalTime(), QStringLiteral("d MMM yyyy HH:mm"))
                        : QString::fromStdString(utc);
}

// Of a step that stands: which of the things that it set are as it left them, and reach no figure.
QStringList idleLines(const WorkspaceModel& workspace, const workspace::HistoryEntry& entry) {
    QStringList lines;
    for (const workspace::Edit& edit : entry.edits) {
        const workspace::Idle* idle = workspace::idleOf(workspace.idle(), edit);
        if (idle != nullptr && !workspace::changes(workspace.workspace(), edit))
            lines << QString::fromStdString(workspace::describe(*idle, workspace.data().get()));
    }
    return lines;
}

Cell stateCell(const WorkspaceModel& workspace, const workspace::HistoryEntry& entry) {
    Cell state;
    const QStringList idle = entry.undone ? QStringList() : idleLines(workspace, entry);
    state.text = entry.undone              ? HistoryDialog::tr("undone")
                 : idle.isEmpty()          ? QString()
                 : entry.edits.size() == 1 ? HistoryDialog::tr("without effect")
                                           : HistoryDialog::tr("%1 without effect").arg(idle.size());
    state.tooltip = idle.join(QLatin1Char('\n'));
    return state;
}

}  // namespace

HistoryDialog::HistoryDialog(WorkspaceModel& workspace, QWidget* parent) : QDialog(parent), m_workspace(&workspace) {
    setObjectName(QStringLiteral("historyDialog"));
    setWindowTitle(tr("History of edits"));
    resize(720, 420);
    m_table = new TableView;
    m_table->setObjectName(QStringLiteral("historyTable"));
    m_table->setAccessibleName(windowTitle());
    m_table->setCompact(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_go = buttons->addButton(tr("Go to this step"), QDialogButtonBox::ActionRole);
    m_go->setObjectName(QStringLiteral("goToStep"));
    connect(m_go, &QPushButton::clicked, this, &HistoryDialog::goToSelected);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { m_go->setEnabled(!m_table->selectedRow().isEmpty()); });
    connect(m_workspace, &WorkspaceModel::changed, this, &HistoryDialog::fill);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_table);
    column->addWidget(buttons);
    fill();
}

void HistoryDialog::fill() {
    std::vector<TableRow> rows;
    for (const workspace::HistoryEntry& entry : std::views::reverse(m_workspace->session().history())) {
        TableRow row;
        row.id = QString::number(entry.number);
        Cell when;
        when.text = localTime(entry.at);
        Cell what;
        what.text = QString::fromStdString(workspace::describe(entry.edits, entry.inverse, m_workspace->data().get()));
        what.tooltip = what.text;
        row.cells = {when, what, stateCell(*m_workspace, entry)};
        rows.push_back(std::move(row));
    }
    TableRow start;
    start.id = QStringLiteral("0");
    Cell before;
    before.text = tr("before these edits");
    start.cells = {Cell{}, before, Cell{}};
    rows.push_back(std::move(start));
    m_table->setTable({{QStringLiteral("when"), tr("When"), CellKind::text, {}, false},
                       {QStringLiteral("what"), tr("What changed"), CellKind::text, {}, true},
                       {QStringLiteral("state"), tr("State"), CellKind::chip, {}, false}},
                      std::move(rows));
    m_go->setEnabled(!m_table->selectedRow().isEmpty());
}

void HistoryDialog::goToSelected() {
    const QString row = m_table->selectedRow();
    if (!row.isEmpty()) m_workspace->goTo(row.toLongLong());
}

}  // namespace adit::ui

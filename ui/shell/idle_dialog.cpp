#include "ui/shell/idle_dialog.h"

#include "core/workspace/describe.h"
#include "ui/common/table_view.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace adit::ui {
namespace {

Cell plain(const std::string& words) {
    Cell cell;
    cell.text = cell.tooltip = QString::fromStdString(words);
    return cell;
}

// The figure that was assumed; measures and blocs have none.
Cell yours(const WorkspaceModel& workspace, const workspace::Idle& idle) {
    const auto* key = std::get_if<workspace::Key>(&idle.what);
    const workspace::Assumption* found = key != nullptr ? workspace.find(*key) : nullptr;
    if (found == nullptr) return {};
    Cell cell = plain(workspace::valueWords(key->quantity, *found));
    cell.state = State::assumed;
    return cell;
}

}  // namespace

IdleDialog::IdleDialog(WorkspaceModel& workspace, QWidget* parent) : QDialog(parent), m_workspace(&workspace) {
    setObjectName(QStringLiteral("idleDialog"));
    setWindowTitle(tr("Assumptions without effect"));
    resize(960, 420);
    m_table = new TableView;
    m_table->setObjectName(QStringLiteral("idleTable"));
    m_table->setAccessibleName(windowTitle());
    m_table->setCompact(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_remove = buttons->addButton(tr("Remove from the workspace"), QDialogButtonBox::ActionRole);
    m_remove->setObjectName(QStringLiteral("removeIdle"));
    connect(m_remove, &QPushButton::clicked, this, &IdleDialog::removeSelected);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { m_remove->setEnabled(!m_table->selectedRow().isEmpty()); });
    connect(m_workspace, &WorkspaceModel::changed, this, &IdleDialog::fill);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_table);
    column->addWidget(buttons);
    fill();
}

void IdleDialog::fill() {
    const Dataset* names = m_workspace->data().get();
    std::vector<TableRow> rows;
    for (const workspace::Idle& one : m_workspace->idle()) {
        TableRow row;
        row.id = QString::number(rows.size());
        row.cells = {plain(workspace::describeWhat(one, names)), yours(*m_workspace, one),
                     plain(workspace::reasonWords(one, names))};
        rows.push_back(std::move(row));
    }
    m_table->setTable({{QStringLiteral("what"), tr("Assumption"), CellKind::text, {}, false},
                       {QStringLiteral("yours"), tr("Yours"), CellKind::number, {}, false},
                       {QStringLiteral("why"), tr("Why it reaches no figure"), CellKind::text, {}, true}},
                      std::move(rows));
    m_remove->setEnabled(!m_table->selectedRow().isEmpty());
}

void IdleDialog::removeSelected() {
    const auto at = static_cast<std::size_t>(m_table->selectedRow().toULongLong());
    if (m_table->selectedRow().isEmpty() || at >= m_workspace->idle().size()) return;
    m_workspace->apply({{workspace::removalOf(m_workspace->idle()[at])}, {}});
}

}  // namespace adit::ui

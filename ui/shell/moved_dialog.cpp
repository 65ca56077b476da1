#include "ui/shell/moved_dialog.h"

#include "core/workspace/describe.h"
#include "ui/common/table_view.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace adit::ui {
namespace {

using workspace::Moved;

QString text(const std::string& s) {
    return QString::fromStdString(s);
}

Cell plain(const QString& words) {
    Cell cell;
    cell.text = cell.tooltip = words;
    return cell;
}

QString figureText(const std::optional<double>& x, const workspace::Key& key) {
    if (!x) return MovedDialog::tr("not published");
    return text(workspace::valueWords(key.quantity, {.central = *x}));
}

}  // namespace

MovedDialog::MovedDialog(WorkspaceModel& workspace, QWidget* parent) : QDialog(parent), m_workspace(&workspace) {
    setObjectName(QStringLiteral("movedDialog"));
    setWindowTitle(tr("Published figures that moved under your assumptions"));
    resize(860, 420);
    m_table = new TableView;
    m_table->setObjectName(QStringLiteral("movedTable"));
    m_table->setAccessibleName(windowTitle());
    m_table->setCompact(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_return = buttons->addButton(tr("Return to the published figure"), QDialogButtonBox::ActionRole);
    m_return->setObjectName(QStringLiteral("returnToPublished"));
    connect(m_return, &QPushButton::clicked, this, &MovedDialog::returnToPublished);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { m_return->setEnabled(!m_table->selectedRow().isEmpty()); });
    connect(m_workspace, &WorkspaceModel::changed, this, &MovedDialog::fill);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_table);
    column->addWidget(buttons);
    fill();
}

void MovedDialog::fill() {
    m_moved = workspace::moved(m_workspace->workspace(), *m_workspace->baseline());
    std::vector<TableRow> rows;
    for (const Moved& one : m_moved) {
        const workspace::Assumption* yours = m_workspace->find(one.key);
        const QString now = one.how == Moved::How::unknownCode
                                ? tr("not in this edition; the assumption counts nowhere")
                                : figureText(one.now, one.key);
        TableRow row;
        row.id = QString::number(rows.size());
        row.cells = {plain(text(workspace::describe(one.key, m_workspace->data().get()))),
                     plain(figureText(one.then, one.key)), plain(text(one.edition)), plain(now),
                     plain(yours != nullptr ? text(workspace::valueWords(one.key.quantity, *yours)) : QString())};
        row.cells.back().state = State::assumed;
        rows.push_back(std::move(row));
    }
    const QString edition = text(m_workspace->baseline()->edition);
    m_table->setTable({{QStringLiteral("figure"), tr("Figure"), CellKind::text, {}, true},
                       {QStringLiteral("then"), tr("Published then"), CellKind::number, {}, false},
                       {QStringLiteral("edition"), tr("Edition"), CellKind::text, {}, false},
                       {QStringLiteral("now"), tr("Published in %1").arg(edition), CellKind::number, {}, false},
                       {QStringLiteral("yours"), tr("Yours"), CellKind::number, {}, false}},
                      std::move(rows));
    m_return->setEnabled(!m_table->selectedRow().isEmpty());
}

void MovedDialog::returnToPublished() {
    const auto at = static_cast<std::size_t>(m_table->selectedRow().toULongLong());
    if (m_table->selectedRow().isEmpty() || at >= m_moved.size()) return;
    m_workspace->apply({{workspace::SetAssumption{m_moved[at].key, std::nullopt}}, {}});
}

}  // namespace adit::ui

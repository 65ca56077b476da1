#include "ui/common/import_dialog.h"

#include "core/workspace/describe.h"
#include "core/workspace/difference.h"
#include "ui/common/table_view.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QSaveFile>
#include <QVBoxLayout>

#include <array>

namespace adit::ui {
namespace {

constexpr qint64 largestSheet = 64LL << 20;  // bytes; a sheet of a hundred thousand rows is a tenth of it

QString wordOf(workspace::Change change) {
    switch (change) {
        case workspace::Change::added:
            return ImportDialog::tr("added");
        case workspace::Change::changed:
            return ImportDialog::tr("changed");
        case workspace::Change::removed:
            break;
    }
    return ImportDialog::tr("removed");
}

QString filter() {
    return ImportDialog::tr("Comma-separated values (*.csv)");
}

TableRow lineOf(const QString& id, const QString& state, const QString& what, const QString& remark) {
    TableRow row;
    row.id = id;
    Cell first;
    first.text = state;
    Cell second;
    second.text = second.tooltip = what;
    Cell third;
    third.text = third.tooltip = remark;
    row.cells = {first, second, third};
    return row;
}

QString placeOf(const Error& error) {
    if (error.place.line == 0) return {};
    const QString line = ImportDialog::tr("line %1").arg(error.place.line);
    return error.place.column.empty() ? line : line + QStringLiteral(", ") + QString::fromStdString(error.place.column);
}

// What, where: "line 3, central: ..."
QString sentenceOf(const QString& file, const Error& error) {
    const QString place = placeOf(error);
    const QString what = QString::fromStdString(error.text);
    return ImportDialog::tr("%1: %2").arg(QFileInfo(file).fileName(),
                                          place.isEmpty() ? what : ImportDialog::tr("%1: %2").arg(place, what));
}

// The data as they would be with the edits made.
workspace::Overlay overlayAfter(const WorkspaceModel& model, std::span<const workspace::Edit> edits) {
    workspace::Workspace after = model.workspace();
    if (!workspace::applyTo(after, edits)) return {};
    return workspace::laidOver(model.baseline(), after);
}

QString idleRemark(const workspace::Overlay& after, const workspace::Edit& edit) {
    const workspace::Idle* idle = workspace::idleOf(after.idle, edit);
    if (idle == nullptr) return {};
    return ImportDialog::tr("without effect: %1")
        .arg(QString::fromStdString(workspace::reasonWords(*idle, after.data.get())));
}

}  // namespace

ImportDialog::ImportDialog(WorkspaceModel& workspace, workspace::Review review, const QString& file, QWidget* parent)
    : QDialog(parent), m_workspace(&workspace), m_review(std::move(review)) {
    setObjectName(QStringLiteral("importDialog"));
    setWindowTitle(tr("Differences before they are taken"));
    resize(820, 460);
    makeLayout(file);
    fill();
}

void ImportDialog::makeLayout(const QString& file) {
    m_summary = new QLabel;
    m_summary->setObjectName(QStringLiteral("importSummary"));
    m_summary->setWordWrap(true);
    m_table = new TableView;
    m_table->setObjectName(QStringLiteral("importTable"));
    m_table->setAccessibleName(windowTitle());
    m_table->setCompact(true);
    m_remove = new QCheckBox(tr("Also remove what %1 does not name").arg(QFileInfo(file).fileName()));
    m_remove->setObjectName(QStringLiteral("importRemoves"));
    connect(m_remove, &QCheckBox::toggled, this, &ImportDialog::fill);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_take = buttons->addButton(tr("Take the differences"), QDialogButtonBox::AcceptRole);
    m_take->setObjectName(QStringLiteral("takeDifferences"));
    connect(buttons, &QDialogButtonBox::accepted, this, &ImportDialog::take);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    // An edit made meanwhile changes what the file would change.
    connect(m_workspace, &WorkspaceModel::changed, this, &ImportDialog::fill);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_summary);
    column->addWidget(m_table, 1);
    column->addWidget(m_remove);
    column->addWidget(buttons);
}

std::vector<workspace::Edit> ImportDialog::edits() const {
    std::vector<workspace::Edit> all = m_review.taken.edits;
    if (m_remove->isChecked()) {
        for (workspace::Edit& edit : workspace::removalsOf(m_workspace->workspace(), m_review.taken))
            all.push_back(std::move(edit));
    }
    return workspace::effective(m_workspace->workspace(), all);
}

void ImportDialog::fill() {
    const workspace::Workspace& there = m_workspace->workspace();
    std::vector<TableRow> rows;
    for (const Error& error : m_review.refused)
        rows.push_back(lineOf(QStringLiteral("refused-%1").arg(error.place.line), tr("refused"),
                              QString::fromStdString(error.text), placeOf(error)));
    std::array<int, 3> counts{};
    const std::vector<workspace::Edit> all = edits();
    const workspace::Overlay after = overlayAfter(*m_workspace, all);
    for (const workspace::Edit& edit : all) {
        const workspace::Change change = workspace::changeOf(there, edit);
        ++counts[static_cast<std::size_t>(change)];
        const std::string words =
            workspace::describe(edit, workspace::inverseOf(there, edit), m_workspace->data().get());
        rows.push_back(lineOf(QString::fromStdString(workspace::targetOf(edit)), wordOf(change),
                              QString::fromStdString(words), idleRemark(after, edit)));
    }
    const auto same = m_review.taken.edits.size() - static_cast<std::size_t>(counts[0] + counts[1]);
    m_summary->setText(tr("%1 added, %2 changed, %3 removed, %4 as they are, %5 rows refused")
                           .arg(counts[0])
                           .arg(counts[1])
                           .arg(counts[2])
                           .arg(same)
                           .arg(m_review.refused.size()));
    m_table->setTable({{QStringLiteral("change"), tr("Change"), CellKind::chip, {}, false},
                       {QStringLiteral("what"), tr("What"), CellKind::text, {}, true},
                       {QStringLiteral("remark"), tr("Remark"), CellKind::text, {}, false}},
                      std::move(rows));
    m_take->setEnabled(!all.empty());
    m_take->setText(m_review.refused.empty() ? tr("Take the differences") : tr("Take the others"));
}

void ImportDialog::take() {
    // The table need not follow what is being taken.
    disconnect(m_workspace, &WorkspaceModel::changed, this, &ImportDialog::fill);
    if (m_workspace->apply({edits(), {}})) {
        accept();
    } else {
        reject();
    }
}

void importSheet(WorkspaceModel& workspace, const QString& file, QWidget* parent) {
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly)) {
        Q_EMIT workspace.failed(ImportDialog::tr("%1 cannot be read: %2").arg(file, in.errorString()));
        return;
    }
    if (in.size() > largestSheet) {
        Q_EMIT workspace.failed(ImportDialog::tr("%1 is too large for a sheet").arg(file));
        return;
    }
    auto review =
        workspace::review(file.toStdString(), in.readAll().toStdString(), *workspace.baseline(), workspace.workspace());
    if (!review) {
        Q_EMIT workspace.failed(sentenceOf(file, review.error()));
        return;
    }
    auto* dialog = new ImportDialog(workspace, std::move(*review), file, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void exportSheet(WorkspaceModel& workspace, workspace::Sheet sheet, const QString& file) {
    const QByteArray content = QByteArray::fromStdString(toCsv(workspace::tableOf(workspace.workspace(), sheet)));
    QSaveFile out(file);
    const bool written = out.open(QIODevice::WriteOnly) && out.write(content) == content.size() && out.commit();
    if (!written) Q_EMIT workspace.failed(ImportDialog::tr("%1 cannot be written: %2").arg(file, out.errorString()));
}

void askImport(WorkspaceModel& workspace, QWidget* parent) {
    auto* dialog = new QFileDialog(parent, ImportDialog::tr("Import a sheet"), {}, filter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, &workspace,
                     [&workspace, parent](const QString& file) { importSheet(workspace, file, parent); });
    dialog->open();
}

void askExport(WorkspaceModel& workspace, workspace::Sheet sheet, QWidget* parent) {
    const QString name = QString::fromStdString(std::string(workspace::id(sheet))) + QStringLiteral(".csv");
    auto* dialog = new QFileDialog(parent, ImportDialog::tr("Export a sheet"), name, filter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    QObject::connect(dialog, &QFileDialog::fileSelected, &workspace,
                     [&workspace, sheet](const QString& file) { exportSheet(workspace, sheet, file); });
    dialog->open();
}

}  // namespace adit::ui

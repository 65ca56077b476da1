#include "ui/shell/blocs_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

namespace adit::ui {
namespace {

constexpr std::size_t longestCode = 10;

QString text(const std::string& s) {
    return QString::fromStdString(s);
}

// "Baltic 3" becomes BALTIC3, or the next that nobody has.
std::string freeCode(const Dataset& data, const QString& name) {
    std::string stem;
    for (const QChar c : name.toUpper()) {
        if (stem.size() < longestCode && c.unicode() < 128 && c.isLetterOrNumber())
            stem.push_back(static_cast<char>(c.unicode()));
    }
    if (stem.empty()) stem = "BLOC";
    std::string code = stem;
    for (int n = 2; data.economy(code); ++n)
        code = stem + "-" + std::to_string(n);
    return code;
}

}  // namespace

BlocsDialog::BlocsDialog(WorkspaceModel& workspace, QWidget* parent) : QDialog(parent), m_workspace(&workspace) {
    setObjectName(QStringLiteral("blocsDialog"));
    setWindowTitle(tr("Blocs of your own"));
    resize(460, 560);
    makeLayout();
    listBlocs();
    fill();
    connect(m_workspace, &WorkspaceModel::changed, this, [this] {
        listBlocs();
        fill();
    });
}

void BlocsDialog::makeLayout() {
    auto* form = new QFormLayout(this);
    m_blocs = new QComboBox;
    m_blocs->setObjectName(QStringLiteral("ownBlocs"));
    form->addRow(tr("&Bloc"), m_blocs);
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("blocName"));
    m_name->setPlaceholderText(tr("What you call it"));
    form->addRow(tr("&Name"), m_name);
    m_filter = new QLineEdit;
    m_filter->setObjectName(QStringLiteral("blocFilter"));
    m_filter->setPlaceholderText(tr("Name or code"));
    m_filter->setClearButtonEnabled(true);
    form->addRow(tr("&Find"), m_filter);
    m_members = new QListWidget;
    m_members->setObjectName(QStringLiteral("blocMembers"));
    m_members->setAccessibleName(tr("Members"));
    form->addRow(tr("&Members"), m_members);
    m_refusal = new QLabel;
    m_refusal->setObjectName(QStringLiteral("blocRefusal"));
    m_refusal->setWordWrap(true);
    form->addRow(m_refusal);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_save = buttons->addButton(tr("Add the bloc"), QDialogButtonBox::ApplyRole);
    m_save->setObjectName(QStringLiteral("saveBloc"));
    m_remove = buttons->addButton(tr("Remove"), QDialogButtonBox::DestructiveRole);
    m_remove->setObjectName(QStringLiteral("removeBloc"));
    form->addRow(buttons);
    connect(m_blocs, &QComboBox::activated, this, &BlocsDialog::fill);
    connect(m_name, &QLineEdit::textChanged, this, &BlocsDialog::check);
    connect(m_filter, &QLineEdit::textChanged, this, &BlocsDialog::filter);
    connect(m_members, &QListWidget::itemChanged, this, &BlocsDialog::check);
    connect(m_save, &QPushButton::clicked, this, &BlocsDialog::save);
    connect(m_remove, &QPushButton::clicked, this, &BlocsDialog::remove);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

std::string BlocsDialog::chosen() const {
    return m_blocs->currentData().toString().toStdString();
}

void BlocsDialog::listBlocs() {
    const QString was = m_blocs->currentData().toString();
    m_blocs->clear();
    for (const auto& [id, bloc] : m_workspace->workspace().blocs)
        m_blocs->addItem(text(bloc.name), text(id));
    m_blocs->addItem(tr("a new one"), QString());
    m_blocs->setCurrentIndex(std::max(0, m_blocs->findData(was)));
}

void BlocsDialog::fill() {
    const auto& blocs = m_workspace->workspace().blocs;
    const auto found = blocs.find(chosen());
    const workspace::OwnBloc bloc = found == blocs.end() ? workspace::OwnBloc{} : found->second;
    const QSignalBlocker quiet(m_members);
    m_members->clear();
    std::vector<const Economy*> all;
    for (const Economy& economy : m_workspace->baseline()->economies)
        if (economy.kind == EconomyKind::economy) all.push_back(&economy);
    std::stable_sort(all.begin(), all.end(),
                     [](const Economy* a, const Economy* b) { return a->shortName < b->shortName; });
    for (const Economy* economy : all) {
        auto* item = new QListWidgetItem(text(economy->shortName), m_members);
        item->setData(Qt::UserRole, text(economy->code));
        const bool in = std::find(bloc.members.begin(), bloc.members.end(), economy->code) != bloc.members.end();
        item->setCheckState(in ? Qt::Checked : Qt::Unchecked);
    }
    m_name->setText(text(bloc.name));
    m_save->setText(found == blocs.end() ? tr("Add the bloc") : tr("Change the bloc"));
    m_remove->setEnabled(found != blocs.end());
    filter(m_filter->text());
    check();
}

void BlocsDialog::filter(const QString& wanted) {
    for (int i = 0; i < m_members->count(); ++i) {
        QListWidgetItem* item = m_members->item(i);
        const bool fits = item->text().contains(wanted, Qt::CaseInsensitive) ||
                          item->data(Qt::UserRole).toString().startsWith(wanted, Qt::CaseInsensitive);
        item->setHidden(!fits);
    }
}

workspace::OwnBloc BlocsDialog::bloc() const {
    workspace::OwnBloc out;
    out.name = m_name->text().trimmed().toStdString();
    out.id = chosen().empty() ? freeCode(*m_workspace->data(), m_name->text()) : chosen();
    for (int i = 0; i < m_members->count(); ++i) {
        const QListWidgetItem* item = m_members->item(i);
        if (item->checkState() == Qt::Checked) out.members.push_back(item->data(Qt::UserRole).toString().toStdString());
    }
    return out;
}

// What cannot be is said at once, and not taken.
void BlocsDialog::check() {
    const workspace::OwnBloc wanted = bloc();
    const Status status = workspace::check(wanted);
    QString reason = status ? QString() : text(status.error().text);
    for (const Economy& economy : m_workspace->data()->economies) {
        if (reason.isEmpty() && economy.code != wanted.id && economy.shortName == wanted.name)
            reason = tr("There is a %1 already; choose another name.").arg(m_name->text().trimmed());
    }
    m_refusal->setText(reason);
    m_save->setEnabled(reason.isEmpty());
}

void BlocsDialog::save() {
    const workspace::OwnBloc wanted = bloc();
    if (!m_workspace->apply({{workspace::SetBloc{wanted.id, wanted}}, {}})) return;
    m_blocs->setCurrentIndex(std::max(0, m_blocs->findData(text(wanted.id))));
    fill();
}

void BlocsDialog::remove() {
    const std::string id = chosen();
    if (!id.empty()) m_workspace->apply({{workspace::SetBloc{id, std::nullopt}}, {}});
}

}  // namespace adit::ui

#include "ui/shell/inputs_dialog.h"

#include "core/workspace/describe.h"
#include "core/workspace/history.h"
#include "ui/shell/input_page.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QTabWidget>
#include <QVBoxLayout>

namespace adit::ui {

InputsDialog::InputsDialog(WorkspaceModel& workspace, QWidget* parent) : QDialog(parent), m_workspace(&workspace) {
    setObjectName(QStringLiteral("inputsDialog"));
    setWindowTitle(tr("Other inputs"));
    resize(980, 620);
    m_refusal = new QLabel;
    m_refusal->setObjectName(QStringLiteral("inputsRefusal"));
    m_refusal->setWordWrap(true);
    auto* tabs = new QTabWidget;
    tabs->setObjectName(QStringLiteral("inputsTabs"));
    for (InputTab& tab : inputTabs()) {
        const QString title = tab.title;
        auto* page = new InputPage(workspace, std::move(tab));
        connect(page, &InputPage::refused, m_refusal, &QLabel::setText);
        tabs->addTab(page, title);
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(tabs, 1);
    column->addWidget(m_refusal);
    column->addWidget(buttons);
    connect(m_workspace, &WorkspaceModel::changed, this, &InputsDialog::showWhatIsIdle);
}

void InputsDialog::choose(const Mineral& mineral) {
    for (InputPage* page : findChildren<InputPage*>())
        page->choose(QStringLiteral("mineral"), QString::fromStdString(mineral.slug));
}

// One that was just set and reaches nothing is in no table: it says so here.
void InputsDialog::showWhatIsIdle() {
    m_refusal->clear();
    const workspace::HistoryEntry* last = workspace::lastDone(m_workspace->session().history());
    if (last == nullptr) return;
    for (const workspace::Edit& edit : last->edits) {
        const workspace::Idle* idle = workspace::idleOf(m_workspace->idle(), edit);
        if (idle != nullptr) m_refusal->setText(QString::fromStdString(describe(*idle, m_workspace->data().get())));
    }
}

}  // namespace adit::ui

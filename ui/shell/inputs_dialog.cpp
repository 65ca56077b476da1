#include "ui/shell/inputs_dialog.h"

#include "core/workspace/describe.h"
#include "core/workspace/history.h"
#include "ui/shell/input_page.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace adit::ui {

InputsDialog::InputsDialog(WorkspaceModel& workspace, QWidget* parent) : QDialog(parent), m_workspace(&workspace) {
    setObjectName(QStringLiteral("inputsDialog"));
    setWindowTitle(tr("Other inputs"));
    resize(1080, 620);
    m_refusal = new QLabel;
    m_refusal->setObjectName(QStringLiteral("inputsRefusal"));
    m_refusal->setWordWrap(true);
    auto* kinds = new QListWidget;  // more than a row of tabs holds
    kinds->setObjectName(QStringLiteral("inputKinds"));
    kinds->setAccessibleName(tr("Kinds of inputs"));
    auto* pages = new QStackedWidget;
    for (InputTab& tab : inputTabs()) {
        kinds->addItem(tab.title);
        auto* page = new InputPage(workspace, std::move(tab));
        connect(page, &InputPage::refused, m_refusal, &QLabel::setText);
        pages->addWidget(page);
    }
    kinds->setFixedWidth(kinds->sizeHintForColumn(0) + 32);
    connect(kinds, &QListWidget::currentRowChanged, pages, &QStackedWidget::setCurrentIndex);
    kinds->setCurrentRow(0);
    auto* both = new QHBoxLayout;
    both->addWidget(kinds);
    both->addWidget(pages, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addLayout(both, 1);
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

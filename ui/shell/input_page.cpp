#include "ui/shell/input_page.h"

#include "ui/common/quantity_entry.h"
#include "ui/shell/input_cells.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace adit::ui {

using workspace::Key;

InputPage::InputPage(WorkspaceModel& workspace, InputTab tab, QWidget* parent)
    : QWidget(parent), m_workspace(&workspace), m_tab(std::move(tab)) {
    setObjectName(m_tab.id + QStringLiteral("Inputs"));
    makeTable();
    makeLayout();
    listOptions(0);
    connect(m_workspace, &WorkspaceModel::changed, this, [this] {
        if (isVisible()) fill();
    });
}

void InputPage::makeLayout() {
    auto* column = new QVBoxLayout(this);
    auto* hint = new QLabel(m_tab.hint + QLatin1Char(' ') +
                            tr("Type a number, or low..central..high; Del returns to the published one."));
    hint->setWordWrap(true);
    column->addWidget(hint);
    auto* head = new QHBoxLayout;
    for (std::size_t i = 0; i < m_tab.fields.size(); ++i) {
        const InputField& field = m_tab.fields[i];
        auto* box = new QComboBox;
        box->setObjectName(m_tab.id + QLatin1Char('.') + field.id);
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        auto* label = new QLabel(field.label);
        label->setBuddy(box);
        box->setAccessibleName(QString(field.label).remove(QLatin1Char('&')));
        connect(box, &QComboBox::currentIndexChanged, this, [this, next = i + 1] {
            listOptions(next);
            fill();
        });
        m_fields.push_back(box);
        head->addWidget(label);
        head->addWidget(box);
    }
    head->addStretch(1);
    column->addLayout(head);
    column->addWidget(m_table, 1);
}

void InputPage::makeTable() {
    m_table = new TableView;
    m_table->setObjectName(m_tab.id + QStringLiteral("Table"));
    m_table->setAccessibleName(m_tab.title);
    m_table->setCompact(true);
    m_table->setEditing([this](const QString& row, const QString& column, const QString& entry) {
        return refusalOf(row, column, entry);
    });
    connect(m_table, &TableView::edited, this, &InputPage::edit);
    connect(m_table, &TableView::refused, this, &InputPage::refused);
}

void InputPage::choose(const QString& field, const QString& option) {
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        const int place = m_tab.fields[i].id == field ? m_fields[i]->findData(option) : -1;
        if (place >= 0) m_fields[i]->setCurrentIndex(place);
    }
}

InputSource InputPage::source() const {
    return {*m_workspace->data(), *m_workspace->baseline(), m_numbers};
}

Picked InputPage::picked(std::size_t before) const {
    Picked out;
    for (std::size_t i = 0; i < before; ++i)
        out.push_back(m_fields[i]->currentData().toString().toStdString());
    return out;
}

bool InputPage::isPicked() const {
    return std::all_of(m_fields.begin(), m_fields.end(), [](const QComboBox* box) { return box->currentIndex() >= 0; });
}

// What was chosen stays so where it is still there.
void InputPage::listOptions(std::size_t from) {
    for (std::size_t i = from; i < m_fields.size(); ++i) {
        QComboBox* box = m_fields[i];
        const QSignalBlocker blocker(box);
        const QVariant before = box->currentData();
        box->clear();
        for (const InputOption& option : m_tab.fields[i].options(source(), picked(i)))
            box->addItem(option.name, utf8(option.id));
        box->setCurrentIndex(std::max(box->findData(before), box->count() > 0 ? 0 : -1));
    }
}

void InputPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    fill();
}

void InputPage::fill() {
    if (!isPicked()) return m_table->setTable({}, {});
    InputTable table = m_tab.table(source(), picked(m_fields.size()));
    if (m_table->table().columns() == table.columns) return m_table->setRows(std::move(table.rows));
    m_table->setTable(std::move(table.columns), std::move(table.rows));
}

Key InputPage::keyOf(const QString& row, const QString& column) const {
    return m_tab.key(row.toStdString(), column.toStdString(), picked(m_fields.size()));
}

QString InputPage::refusalOf(const QString& row, const QString& column, const QString& entry) const {
    return readAssumption(entry, keyOf(row, column).quantity).refusal;
}

void InputPage::edit(const std::vector<CellChange>& changes) {
    workspace::Step step;
    for (const CellChange& change : changes) {
        const Key key = keyOf(change.row, change.column);
        if (!change.text) {
            step.edits.emplace_back(m_workspace->returning(key));
            continue;
        }
        const QuantityEntry entry = readAssumption(*change.text, key.quantity);
        if (entry.isTaken()) step.edits.emplace_back(m_workspace->setting(key, entry.central, entry.range));
    }
    if (!step.edits.empty()) m_workspace->apply(std::move(step));
}

}  // namespace adit::ui

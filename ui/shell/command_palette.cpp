#include "ui/shell/command_palette.h"

#include "ui/render/icon.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace adit::ui {
namespace {

constexpr int hintRole = Qt::UserRole + 1;
constexpr int rowHeight = 30;
constexpr int mostRows = 12;

const char* iconOf(HitKind kind) {
    switch (kind) {
        case HitKind::page:
            return "forward";
        case HitKind::command:
            return "forward";
        case HitKind::mineral:
            return "mineral";
        case HitKind::economy:
            return "country";
        case HitKind::measure:
            return "controls";
        case HitKind::source:
            return "data";
        case HitKind::figure:
            return "explain";
    }
    return "search";
}

// Title on the left, what it is on the right, in the hint colour.
class HitDelegate : public QStyledItemDelegate {
public:
    HitDelegate(const render::Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_hint(theme.hint) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        QStyledItemDelegate::paint(painter, option, index);
        painter->save();
        painter->setPen(m_hint);
        const QString hint = index.data(hintRole).toString();
        painter->drawText(option.rect.adjusted(8, 0, -10, 0), Qt::AlignRight | Qt::AlignVCenter, hint);
        painter->restore();
    }
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        const int hint = option->fontMetrics.horizontalAdvance(index.data(hintRole).toString());
        const int room = option->rect.width() - hint - 64;
        option->text = option->fontMetrics.elidedText(option->text, Qt::ElideRight, room);
    }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        return {QStyledItemDelegate::sizeHint(option, index).width(), rowHeight};
    }

private:
    QColor m_hint;
};

}  // namespace

CommandPalette::CommandPalette(const SearchIndex& index, const render::Theme& theme, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_index(&index), m_theme(theme) {
    setObjectName(QStringLiteral("commandPalette"));
    setAccessibleName(tr("Search anything"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    m_field = new QLineEdit;
    m_field->setObjectName(QStringLiteral("searchField"));
    m_field->setPlaceholderText(tr("A country, mineral, measure, source, page or command"));
    m_field->setAccessibleName(tr("Search anything"));
    m_field->addAction(render::icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    m_message = new QLabel;
    m_message->setProperty("role", QStringLiteral("secondary"));
    m_list = new QListWidget;
    m_list->setObjectName(QStringLiteral("searchHits"));
    m_list->setAccessibleName(tr("Found"));
    m_list->setItemDelegate(new HitDelegate(theme, m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* keys = new QLabel(tr("Enter opens · Esc closes"));
    keys->setProperty("role", QStringLiteral("hint"));
    column->addWidget(m_field);
    column->addWidget(m_message);
    column->addWidget(m_list);
    column->addWidget(keys);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::find);
    connect(m_field, &QLineEdit::returnPressed, this, &CommandPalette::openCurrent);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::openCurrent);
    find({});
}

void CommandPalette::popUp() {
    const QWidget* window = parentWidget();
    const int wide = 560;
    setFixedWidth(wide);
    adjustSize();
    move(window->mapToGlobal(QPoint((window->width() - wide) / 2, 84)));
    show();
    m_field->setFocus();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const int by = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        if (by != 0 && m_list->count() > 0) {
            m_list->setCurrentRow((m_list->currentRow() + by + m_list->count()) % m_list->count());
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void CommandPalette::find(const QString& text) {
    const SearchResult result = m_index->find(text);
    m_hits = result.hits;
    m_list->clear();
    for (const SearchItem* item : m_hits) {
        auto* row = new QListWidgetItem(render::icon(QLatin1String(iconOf(item->kind))), item->title, m_list);
        row->setData(hintRole, item->hint);
    }
    m_list->setCurrentRow(m_hits.empty() ? -1 : 0);
    m_list->setVisible(!m_hits.empty());
    m_list->setFixedHeight(std::min(static_cast<int>(m_hits.size()), mostRows) * rowHeight + 4);
    const bool asked = !text.trimmed().isEmpty();
    m_message->setVisible(asked && (!result.exact || m_hits.empty()));
    m_message->setText(m_hits.empty() ? tr("Nothing is called “%1”.").arg(text)
                                      : tr("Nothing is called “%1”. Did you mean:").arg(text));
    adjustSize();
}

void CommandPalette::openCurrent() {
    const int row = m_list->currentRow();
    if (row < 0 || row >= static_cast<int>(m_hits.size())) return;
    const auto open = m_hits[static_cast<std::size_t>(row)]->open;
    close();
    if (open) open();
}

}  // namespace adit::ui

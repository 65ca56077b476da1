#include "ui/common/chip.h"

#include "ui/render/chart_plot.h"
#include "ui/render/icon.h"

#include <QPainter>

#include <algorithm>

namespace adit::ui {

using render::Type;

Chip::Chip(const QString& word, ChipRole role, QWidget* parent)
    : QWidget(parent), m_word(word), m_role(role), m_theme(render::Theme::ofApplication()) {
    setAccessibleName(word);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Chip::setTheme(const render::Theme& theme) {
    m_theme = theme;
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const {
    const double tick = m_role == ChipRole::tick ? m_theme.px(16) : 0.0;
    const double width = render::TextSizes(m_theme).width(m_word, Type::axis) + tick + m_theme.px(14);
    return QSizeF(width, m_theme.px(20)).toSize();
}

void Chip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor border = m_theme.lineStrong;
    QColor ink = m_theme.text;
    switch (m_role) {
        case ChipRole::alert:
            border = ink = m_theme.alert;
            break;
        case ChipRole::warn:
            border = ink = m_theme.warn;
            break;
        case ChipRole::edit:
            border = ink = m_theme.edit;
            break;
        case ChipRole::accent:
            border = ink = m_theme.accent;
            break;
        case ChipRole::plain:
        case ChipRole::tick:
            break;
    }
    painter.setPen(QPen(border, 1.0));
    painter.setBrush(m_theme.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    double left = m_theme.px(7);
    const double middle = height() / 2.0;
    if (m_role == ChipRole::tick) {
        const double side = m_theme.px(12);
        render::paintIcon(painter, QRectF(left - 1, middle - side / 2, side, side), QStringLiteral("tick"), m_theme.ok);
        left += m_theme.px(16);
    }
    render::paintLabel(painter, {{left, middle}, Qt::AlignLeft, m_word, Type::axis, ink, {}}, m_theme);
}

FlowLayout::FlowLayout(QWidget* parent, int spacing) : QLayout(parent) {
    setSpacing(spacing);
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() {
    for (QLayoutItem* item : m_items)
        delete item;
}

void FlowLayout::addItem(QLayoutItem* item) {
    m_items.push_back(item);
}

QLayoutItem* FlowLayout::itemAt(int index) const {
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)] : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index) {
    QLayoutItem* item = itemAt(index);
    if (item != nullptr) m_items.erase(m_items.begin() + index);
    return item;
}

QSize FlowLayout::minimumSize() const {
    QSize size;
    for (const QLayoutItem* item : m_items)
        size = size.expandedTo(item->minimumSize());
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void FlowLayout::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    place(rect, true);
}

int FlowLayout::place(const QRect& rect, bool apply) const {
    const QRect inner = rect.marginsRemoved(contentsMargins());
    QPoint at = inner.topLeft();
    int line = 0;
    for (QLayoutItem* item : m_items) {
        const QSize size = item->sizeHint();
        if (at.x() > inner.left() && at.x() + size.width() > inner.right() + 1) {
            at = QPoint(inner.left(), at.y() + line + spacing());
            line = 0;
        }
        if (apply) item->setGeometry(QRect(at, size));
        at.rx() += size.width() + spacing();
        line = std::max(line, size.height());
    }
    return at.y() + line - rect.top() + contentsMargins().bottom();
}

}  // namespace adit::ui

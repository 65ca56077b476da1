#include "ui/render/hover_card.h"

#include "ui/common/number_text.h"
#include "ui/render/chart_plot.h"
#include "ui/render/icon.h"

#include <QPainter>

#include <algorithm>

namespace adit::render {
namespace {

constexpr double padding = 10.0;
constexpr double columnGap = 18.0;

struct Sizes {
    double width = 0.0;
    double line = 0.0;
    double lines = 0.0;
};

Sizes measure(const Mark& mark, const Theme& theme) {
    const TextSizes text(theme);
    Sizes out;
    out.line = text.line(Type::subtitle) + theme.px(5);
    double head = text.width(mark.name, Type::cardTitle);
    if (mark.stage) head += theme.px(columnGap + 14) + text.width(ui::stageName(*mark.stage), Type::subtitle);
    double body = 0.0;
    for (const auto& [label, value] : mark.lines) {
        const double both = label.isEmpty() ? 0.0 : text.width(label, Type::subtitle) + theme.px(columnGap);
        body = std::max(body, both + text.width(value, Type::label));
    }
    out.width = std::max({head, body, text.width(mark.alert, Type::subtitle)});
    out.lines = 1.0 + static_cast<double>(mark.lines.size()) + (mark.alert.isEmpty() ? 0.0 : 1.0);
    return out;
}

}  // namespace

HoverCard::HoverCard(QWidget* window) : QWidget(window) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

QSize HoverCard::sizeFor(const Mark& mark, const Theme& theme) const {
    const Sizes sizes = measure(mark, theme);
    return QSizeF(sizes.width + 2 * theme.px(padding), sizes.lines * sizes.line + theme.px(12)).toSize() + QSize(2, 2);
}

void HoverCard::show(const Mark& mark, const QRect& around, const QWidget& owner, const Theme& theme) {
    m_mark = mark;
    m_theme = theme;
    const QSize size = sizeFor(mark, theme);
    const QRect space = parentWidget()->rect().adjusted(4, 4, -4, -4);
    const QRect taken(owner.mapTo(parentWidget(), around.topLeft()), around.size());
    const int distance = qRound(theme.px(10));
    QRect place(QPoint(taken.right() + distance, taken.center().y() - size.height() / 2), size);
    if (place.right() > space.right()) place.moveRight(taken.left() - distance);
    if (place.left() < space.left()) {
        place.moveLeft(taken.center().x() - size.width() / 2);
        place.moveBottom(taken.top() - distance);
        if (place.top() < space.top()) place.moveTop(taken.bottom() + distance);
    }
    place.moveLeft(std::clamp(place.left(), space.left(), std::max(space.left(), space.right() - size.width())));
    place.moveTop(std::clamp(place.top(), space.top(), std::max(space.top(), space.bottom() - size.height())));
    setGeometry(place);
    raise();
    setVisible(true);
    update();
}

void HoverCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.hint, 1.0));
    painter.setBrush(m_theme.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    const Sizes sizes = measure(m_mark, m_theme);
    const double left = m_theme.px(padding);
    const double right = width() - m_theme.px(padding);
    double y = m_theme.px(6) + sizes.line / 2.0;
    paintLabel(painter, {{left, y}, Qt::AlignLeft, m_mark.name, Type::cardTitle, m_theme.text, {}}, m_theme);
    if (m_mark.stage) {
        const QString name = ui::stageName(*m_mark.stage);
        const double from = right - TextSizes(m_theme).width(name, Type::subtitle);
        paintLabel(painter, {{right, y}, Qt::AlignRight, name, Type::subtitle, m_theme.secondary, {}}, m_theme);
        paintStageGlyph(painter, QRectF(from - m_theme.px(13), y - m_theme.px(4.5), m_theme.px(9), m_theme.px(9)),
                        *m_mark.stage, m_theme.stage(*m_mark.stage));
    }
    for (const auto& [label, value] : m_mark.lines) {
        y += sizes.line;
        paintLabel(painter, {{left, y}, Qt::AlignLeft, label, Type::subtitle, m_theme.text, {}}, m_theme);
        const bool alone = label.isEmpty();
        paintLabel(
            painter,
            {{alone ? left : right, y}, alone ? Qt::AlignLeft : Qt::AlignRight, value, Type::label, m_theme.text, {}},
            m_theme);
    }
    y += sizes.line;
    paintLabel(painter, {{left, y}, Qt::AlignLeft, m_mark.alert, Type::subtitle, m_theme.alert, {}}, m_theme);
}

}  // namespace adit::render

#include "ui/shell/bounds_bar.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace adit::ui {
namespace {

constexpr double trackTop = 20.0;
constexpr double trackHeight = 8.0;

}  // namespace

BoundsBar::BoundsBar(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("boundsBar"));
}

void BoundsBar::setBounds(const Explanation& e, const render::Theme& theme, const NumberText& numbers) {
    m_theme = theme;
    m_range = e.drawnRange;
    m_bounds = *e.drawnBounds;
    m_thresholds = e.thresholds;
    m_lo = numbers.hhi(m_bounds.lo);
    m_hi = numbers.hhi(m_bounds.hi);
    setFixedHeight(qRound(m_theme.px(52)));
    setAccessibleName(tr("Between %1 and %2").arg(m_lo, m_hi));
    update();
}

double BoundsBar::x(double value) const {
    const double span = m_range.width() > 0.0 ? m_range.width() : 1.0;
    return 1.0 + (width() - 3.0) * std::clamp((value - m_range.lo) / span, 0.0, 1.0);
}

QRectF BoundsBar::label(double at, const QString& text, double top) const {
    const QFontMetricsF metrics(m_theme.font(render::Type::axis));
    const double half = metrics.horizontalAdvance(text) / 2.0 + 2.0;
    return {std::clamp(x(at), half, width() - half) - half, top, 2.0 * half, metrics.height()};
}

// Two labels, or one for both where they would touch.
void BoundsBar::paintEnds(QPainter& painter) const {
    const double top = m_theme.px(trackTop + trackHeight + 6.0);
    const QRectF lo = label(m_bounds.lo, m_lo, top);
    const QRectF hi = label(m_bounds.hi, m_hi, top);
    painter.setPen(m_theme.text);
    if (lo.right() + 6.0 < hi.left()) {
        painter.drawText(lo, Qt::AlignCenter, m_lo);
        painter.drawText(hi, Qt::AlignCenter, m_hi);
        return;
    }
    const QString both = tr("%1 to %2").arg(m_lo, m_hi);
    painter.drawText(label((m_bounds.lo + m_bounds.hi) / 2.0, both, top), Qt::AlignCenter, both);
}

void BoundsBar::paintEvent(QPaintEvent*) {
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    p.setFont(m_theme.font(render::Type::axis));
    const double top = m_theme.px(trackTop);
    const double height = m_theme.px(trackHeight);
    p.fillRect(QRectF(0, top, width() - 1, height), m_theme.grid);
    const double wide = std::max(2.0, x(m_bounds.hi) - x(m_bounds.lo));
    p.fillRect(QRectF(x(m_bounds.lo), top, wide, height), m_theme.accentSoft);
    p.setPen(QPen(m_theme.accent, 2));
    for (const double end : {m_bounds.lo, m_bounds.hi})
        p.drawLine(QPointF(x(end), top - 3), QPointF(x(end), top + height + 3));
    paintEnds(p);
    p.setPen(QPen(m_theme.warn, 1, Qt::DashLine));
    for (const auto& [at, name] : m_thresholds) {
        p.drawLine(QPointF(x(at), top - 4), QPointF(x(at), top + height + 4));
        p.drawText(label(at, name, 0.0), Qt::AlignCenter, name);
    }
}

}  // namespace adit::ui

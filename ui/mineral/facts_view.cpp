#include "ui/mineral/facts_view.h"

#include "ui/render/icon.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace adit::ui {
namespace {

constexpr int rowHeight = 25;
constexpr int chipHeight = 20;
constexpr int chipGap = 6;
constexpr int trendWidth = 54;

}  // namespace

FactsView::FactsView(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("facts"));
    setFocusPolicy(Qt::TabFocus);
}

void FactsView::setFacts(std::vector<mineral::Fact> facts, std::vector<mineral::ListChip> lists) {
    m_facts = std::move(facts);
    m_lists = std::move(lists);
    QStringList read;
    for (const mineral::Fact& fact : m_facts)
        read << QStringLiteral("%1: %2").arg(fact.name, fact.value);
    for (const mineral::ListChip& chip : m_lists)
        read << chip.text;
    setAccessibleName(read.join(QStringLiteral("; ")));
    update();
}

void FactsView::setTheme(const render::Theme& theme) {
    m_theme = theme;
    update();
}

QSize FactsView::sizeHint() const {
    return {300, static_cast<int>(m_facts.size()) * rowHeight + 90};
}

bool FactsView::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const auto spot =
            std::find_if(m_spots.begin(), m_spots.end(), [&](const Spot& s) { return s.box.contains(help->pos()); });
        if (spot != m_spots.end() && !spot->tooltip.isEmpty())
            QToolTip::showText(help->globalPos(), spot->tooltip, this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

void FactsView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    m_spots.clear();
    paintLists(painter, paintFacts(painter) + 6);
}

int FactsView::paintFacts(QPainter& painter) {
    int top = 0;
    painter.setFont(m_theme.font(render::Type::table));
    int nameWidth = 0;
    for (const mineral::Fact& fact : m_facts)
        nameWidth = std::max(nameWidth, painter.fontMetrics().horizontalAdvance(fact.name) + 16);
    for (const mineral::Fact& fact : m_facts) {
        const QRect row(0, top, width(), rowHeight);
        painter.setFont(m_theme.font(render::Type::table));
        painter.setPen(m_theme.secondary);
        painter.drawText(row.adjusted(4, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, fact.name);
        painter.setFont(m_theme.font(render::Type::tableStrong));
        painter.setPen(m_theme.text);
        const int room = width() - nameWidth - 6;
        const QString value = painter.fontMetrics().elidedText(fact.value, Qt::ElideRight, room);
        painter.drawText(QRect(nameWidth, top, room, rowHeight), Qt::AlignVCenter | Qt::AlignLeft, value);
        const int x = nameWidth + painter.fontMetrics().horizontalAdvance(value) + 10;
        if (fact.trend.size() > 1 && x + trendWidth < width())
            paintTrend(painter, QRectF(x, top + 6, trendWidth, rowHeight - 12), fact.trend);
        painter.setFont(m_theme.font(render::Type::axis));
        const int after = x + trendWidth + 6;
        if (after + painter.fontMetrics().horizontalAdvance(fact.trendText) < width()) {
            painter.setPen(m_theme.hint);
            painter.drawText(QRect(after, top, width() - after, rowHeight), Qt::AlignVCenter | Qt::AlignLeft,
                             fact.trendText);
        }
        painter.setPen(QPen(m_theme.grid, 0));
        painter.drawLine(0, top + rowHeight - 1, width(), top + rowHeight - 1);
        m_spots.push_back({row, fact.value == value ? fact.tooltip : fact.value + QLatin1Char('\n') + fact.tooltip});
        top += rowHeight;
    }
    return top;
}

void FactsView::paintTrend(QPainter& painter, const QRectF& box,
                           const std::vector<std::optional<double>>& trend) const {
    double lo = std::numeric_limits<double>::max();
    double hi = std::numeric_limits<double>::lowest();
    for (const auto& value : trend) {
        if (!value) continue;
        lo = std::min(lo, *value);
        hi = std::max(hi, *value);
    }
    const double span = hi > lo ? hi - lo : 1.0;
    QPolygonF line;
    for (std::size_t i = 0; i < trend.size(); ++i) {
        if (!trend[i]) continue;
        const double x = box.left() + box.width() * static_cast<double>(i) / static_cast<double>(trend.size() - 1);
        line << QPointF(x, box.bottom() - box.height() * (*trend[i] - lo) / span);
    }
    painter.setPen(QPen(m_theme.secondary, 1.2));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(line);
    if (line.isEmpty()) return;
    painter.setBrush(m_theme.secondary);
    painter.drawEllipse(line.last(), 2.0, 2.0);
}

void FactsView::paintLists(QPainter& painter, int top) {
    painter.setFont(m_theme.font(render::Type::subtitle));
    painter.setPen(m_theme.secondary);
    const QString head = m_lists.empty() ? tr("On none of the lists in this edition") : tr("On the lists of");
    painter.drawText(QRect(4, top, width(), 18), Qt::AlignVCenter | Qt::AlignLeft, head);
    QPoint at(2, top + 22);
    for (std::size_t i = 0; i < m_lists.size(); ++i) {
        const QString more = tr("+%1 more").arg(m_lists.size() - i);
        const QString name = m_lists[i].text;
        const int wide = painter.fontMetrics().horizontalAdvance(name) + 30;
        const bool wraps = at.x() + wide > width() - 2 && at.x() > 2;
        const bool lastLine = at.y() + 2 * chipHeight + chipGap > height();
        const int moreWide = painter.fontMetrics().horizontalAdvance(more) + 14;
        const bool full = lastLine && i + 1 < m_lists.size() && at.x() + wide + chipGap + moreWide > width();
        if (full || (wraps && lastLine)) {
            QStringList rest;
            for (std::size_t k = i; k < m_lists.size(); ++k)
                rest << m_lists[k].text;
            paintChip(painter, QRect(at, QSize(moreWide, chipHeight)), more, rest.join(QLatin1Char('\n')), false);
            return;
        }
        if (wraps) at = QPoint(2, at.y() + chipHeight + chipGap);
        paintChip(painter, QRect(at, QSize(wide, chipHeight)), name, m_lists[i].tooltip, true);
        at.rx() += wide + chipGap;
    }
}

void FactsView::paintChip(QPainter& painter, const QRect& box, const QString& word, const QString& tooltip,
                          bool ticked) {
    painter.setPen(QPen(m_theme.lineStrong, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    if (ticked)
        render::paintIcon(painter, QRectF(box.x() + 6, box.y() + 4, 12, 12), QStringLiteral("tick"), m_theme.ok);
    painter.setPen(m_theme.text);
    painter.drawText(box.adjusted(ticked ? 21 : 7, 0, -4, 0), Qt::AlignVCenter | Qt::AlignLeft, word);
    m_spots.push_back({box, tooltip});
}

}  // namespace adit::ui

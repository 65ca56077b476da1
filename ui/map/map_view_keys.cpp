// The map from the keyboard.
#include "ui/map/map_view.h"
#include "ui/render/hover_card.h"

#include <QAccessible>
#include <QHash>
#include <QKeyEvent>

#include <algorithm>

namespace adit::ui::map {
namespace {

constexpr double panStep = 60.0;  // pixels a key press

}  // namespace

void MapView::setCurrent(const QString& code) {
    if (code == m_current) return;
    m_current = code;
    update();
    Q_EMIT currentChanged(code);
    if (QAccessible::isActive()) {
        QAccessibleEvent event(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&event);
    }
}

std::vector<QString> MapView::ranking() const {
    std::vector<const MapMark*> marks;
    for (const MapMark& mark : m_value.marks) {
        if (mark.fill == Fill::value && mark.datum.value) marks.push_back(&mark);
    }
    std::stable_sort(marks.begin(), marks.end(),
                     [](const MapMark* a, const MapMark* b) { return *a->datum.value > *b->datum.value; });
    std::vector<QString> codes;
    for (const MapMark* mark : marks)
        codes.push_back(mark->code);
    return codes;
}

void MapView::walk(QPoint direction) {
    if (m_current.isEmpty()) {
        walkRanking(0);
        return;
    }
    const QString next = neighbour(*m_world, m_value, m_current, direction);
    if (next.isEmpty()) return;
    setCurrent(next);
    bringIntoView(next);
    showHover(next);
}

// From the largest to the smallest value. A step of 0 stays, or begins at the selected economy or the largest.
void MapView::walkRanking(int step) {
    const std::vector<QString> codes = ranking();
    QString next = m_current.isEmpty() ? m_value.selected : m_current;
    const auto at = std::find(codes.begin(), codes.end(), next);
    const std::ptrdiff_t start = at == codes.end() ? 0 : at - codes.begin();
    const bool stays = step == 0 && !next.isEmpty();
    if (!stays && !codes.empty())
        next = codes[std::size_t(std::clamp<std::ptrdiff_t>(start + step, 0, std::ssize(codes) - 1))];
    setCurrent(next);
    bringIntoView(next);
    showHover(next);
}

bool MapView::navigate(QKeyEvent& event) {
    static const QHash<int, QPoint> directions{
        {Qt::Key_Left, {-1, 0}}, {Qt::Key_Right, {1, 0}}, {Qt::Key_Up, {0, -1}}, {Qt::Key_Down, {0, 1}}};
    if (const auto direction = directions.constFind(event.key()); direction != directions.cend()) {
        if (event.modifiers() & Qt::ShiftModifier)
            panBy(QPointF(*direction) * panStep);
        else
            walk(*direction);
        return true;
    }
    switch (event.key()) {
        case Qt::Key_Home:
            walkRanking(-int(m_value.marks.size()));
            return true;
        case Qt::Key_End:
            walkRanking(int(m_value.marks.size()));
            return true;
        case Qt::Key_PageDown:
            walkRanking(1);
            return true;
        case Qt::Key_PageUp:
            walkRanking(-1);
            return true;
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            zoomIn();
            return true;
        case Qt::Key_Minus:
            zoomOut();
            return true;
        case Qt::Key_0:
            showAll();
            return true;
        default:
            return false;
    }
}

void MapView::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) {
        copyPicture();
        return;
    }
    if (navigate(*event)) return;
    switch (event->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Space:
            if (!m_current.isEmpty()) Q_EMIT economyActivated(m_current);
            return;
        case Qt::Key_Escape:
            if (m_current.isEmpty()) break;
            setCurrent({});
            showHover({});
            return;
        default:
            break;
    }
    QWidget::keyPressEvent(event);
}

bool MapView::isFirstFocus(Qt::FocusReason reason) const {
    return m_current.isEmpty() && (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason);
}

void MapView::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    if (isFirstFocus(event->reason())) walkRanking(0);
    update();
}

void MapView::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    showHover({});
    update();
}

}  // namespace adit::ui::map

#include "ui/map/label_places.h"

#include "ui/render/scene.h"

#include <algorithm>
#include <cmath>

namespace adit::ui::map {
namespace {

constexpr double gap = 6.0;      // between a point and its label
constexpr double halo = 2.0;     // on each side of the text
constexpr int samples = 60;      // points looked at along an arc
constexpr double dotRadius = 3;  // of the dot at an arc's start
constexpr double near = 24.0;    // within this distance a dot may be taken for a label's own

QRectF around(QPointF centre, const QSizeF& size) {
    return {centre.x() - size.width() / 2.0, centre.y() - size.height() / 2.0, size.width(), size.height()};
}

double distance(QPointF point, const QRectF& box) {
    const double dx = std::max({box.left() - point.x(), 0.0, point.x() - box.right()});
    const double dy = std::max({box.top() - point.y(), 0.0, point.y() - box.bottom()});
    return std::hypot(dx, dy);
}

}  // namespace

void LabelPlaces::avoid(const QPainterPath& line, QPointF start) {
    addPoint(start);
    // By equal lengths a path would be measured anew at every point; a flattened one is measured once.
    const QPolygonF flat = line.toSubpathPolygons().value(0);
    double length = 0.0;
    for (qsizetype i = 1; i < flat.size(); ++i)
        length += QLineF(flat[i - 1], flat[i]).length();
    const double step = length / samples;
    double to = 0.0;  // along the piece to the next point
    for (qsizetype i = 1; i < flat.size(); ++i) {
        const QLineF piece(flat[i - 1], flat[i]);
        const double reach = piece.length();
        for (; to <= reach && reach > 0.0; to += step)
            m_lines.push_back(piece.pointAt(to / reach));
        to -= reach;
    }
}

// In the order of preference: over the economy, right, below, above, left, and then a little further off. Beside a
// shape smaller than its label means beside the shape, else beside the point.
std::vector<QRectF> LabelPlaces::candidates(const QSizeF& size, QPointF at, const QRectF& shape, bool marked) const {
    std::vector<QRectF> boxes;
    if (!marked && (shape.isNull() || shape.width() > 1.1 * size.width())) boxes.push_back(around(at, size));
    const bool whole = shape.width() < size.width();
    const QRectF free = whole ? shape.united(around(at, {1, 1})) : around(at, {1, 1});
    for (const double distance : {m_theme.px(gap), m_theme.px(3 * gap)}) {
        const double right = free.right() + distance + size.width() / 2.0;
        const double left = free.left() - distance - size.width() / 2.0;
        const double below = free.bottom() + distance * 0.7 + size.height() / 2.0;
        const double above = free.top() - distance * 0.7 - size.height() / 2.0;
        for (const QPointF centre :
             {QPointF(right, at.y()), QPointF(at.x(), below), QPointF(at.x(), above), QPointF(left, at.y()),
              QPointF(right, below), QPointF(right, above), QPointF(left, below), QPointF(left, above)}) {
            boxes.push_back(around(centre, size));
        }
    }
    return boxes;
}

bool LabelPlaces::isFree(const QRectF& box, QPointF at) const {
    return m_area.contains(box) && isNearest(box, at) &&
           std::none_of(m_taken.begin(), m_taken.end(), [&](const QRectF& taken) { return taken.intersects(box); });
}

// A label must not read as that of another dot: none on it, and none nearer than its own.
bool LabelPlaces::isNearest(const QRectF& box, QPointF at) const {
    const double own = distance(at, box);
    return std::none_of(m_points.begin(), m_points.end(), [&](QPointF point) {
        const double other = distance(point, box);
        return other < dotRadius || (point != at && other < near && other <= own);
    });
}

double LabelPlaces::cost(const QRectF& box) const {
    return double(std::count_if(m_lines.begin(), m_lines.end(), [&](QPointF p) { return box.contains(p); }));
}

std::optional<QRectF> LabelPlaces::put(const QString& text, QPointF at, const QRectF& shape, bool marked) {
    const render::TextSizes sizes(m_theme);
    const QSizeF size(sizes.width(text, render::Type::label) + 2 * halo, sizes.line(render::Type::label));
    std::optional<QRectF> best;
    double least = 0.0;
    double preference = 0.0;
    for (const QRectF& box : candidates(size, at, shape, marked)) {
        preference += 0.3;
        if (!isFree(box, at)) continue;
        const double total = preference + cost(box);
        if (!best || total < least) best = box, least = total;
    }
    if (best) take(*best);
    return best;
}

}  // namespace adit::ui::map

#include "ui/map/map_layout.h"

#include "ui/map/label_places.h"
#include "ui/map/map_legend.h"
#include "ui/map/plane.h"

#include <algorithm>
#include <cmath>

namespace adit::ui::map {
namespace {

constexpr double earthRadius2 = 6378.137 * 6378.137;  // km2 in the square of a unit of the plane
constexpr double smallState = 12.0;                   // pixels: what covers less is drawn as a dot
constexpr double dotRadius = 5.0;
constexpr double missingRadius = 2.5;  // of a small state without a figure
constexpr double widestArc = 11.0;
constexpr double narrowestArc = 1.0;
constexpr double arcBend = 0.18;
constexpr double margin = 8.0;
constexpr double topRoom = 28.0;

bool isSmall(const World& world, const QString& code, double scale) {
    const Shape* shape = world.shape(code);
    return shape == nullptr || shape->area / earthRadius2 * scale * scale < smallState;
}

// Bends towards the equator side of the page, so that arcs fan out below the consumer.
QPainterPath arcPath(QPointF from, QPointF to) {
    const QPointF way = to - from;
    QPointF side(-way.y(), way.x());
    if (side.y() < 0.0 || (std::fabs(side.y()) < std::fabs(side.x()) && side.x() < 0.0 && way.y() < 0.0)) side = -side;
    if (std::fabs(way.x()) < 0.35 * std::fabs(way.y())) side = QPointF(std::fabs(way.y()), side.y() * 0.0);
    QPainterPath path(from);
    path.quadTo((from + to) / 2.0 + side * arcBend, to);
    return path;
}

class Layouter {
public:
    Layouter(const World& world, const MapValue& value, const render::Theme& theme, MapLayout& out)
        : m_world(world), m_value(value), m_theme(theme), m_out(out) {}

    void dots() {
        for (const MapMark& mark : m_value.marks) {
            if (mark.fill == Fill::none || !isSmall(m_world, mark.code, m_out.scale)) continue;
            const double radius = mark.fill == Fill::missing ? missingRadius : dotRadius;
            if (const auto at = pixel(mark.code)) m_out.dots.push_back({mark.code, *at, m_theme.px(radius)});
        }
    }

    void arcs() {
        m_out.consumer = pixel(m_value.consumer.place);
        if (!m_out.consumer) return;
        double most = m_value.arcScale;
        for (const MapArc& arc : m_value.arcs)
            most = std::max(most, arc.tonnes);
        for (const MapArc& arc : m_value.arcs) {
            const auto from = pixel(arc.from);
            if (!from || *from == *m_out.consumer) continue;
            const double width = std::max(narrowestArc, widestArc * arc.tonnes / most);
            m_out.arcs.push_back({arcPath(*from, *m_out.consumer), *from, m_theme.px(width), arc.measure, arc.assumed});
        }
    }

    void labels(const std::vector<QRectF>& taken) {
        LabelPlaces places(m_theme, m_out.area.adjusted(4, 4, -4, -4));
        for (const QRectF& box : taken)
            places.take(box);
        if (!m_out.legend.isEmpty()) places.take(m_out.legend);
        for (const PlacedArc& arc : m_out.arcs)
            places.avoid(arc.path, arc.start);
        for (const PlacedDot& dot : m_out.dots)
            places.addPoint(dot.at);
        if (m_out.consumer) places.addPoint(*m_out.consumer);
        const bool named = std::any_of(m_value.labels.begin(), m_value.labels.end(), [&](const MapLabel& label) {
            return label.code == m_value.consumer.place && m_value.consumer.members.size() == 1;
        });
        if (m_out.consumer && !m_value.consumer.name.isEmpty() && !named)
            put(places, m_value.consumer.name, *m_out.consumer, {}, true);
        for (const MapLabel& label : m_value.labels) {
            const auto at = pixel(label.code);
            if (at && m_out.area.contains(*at))
                put(places, label.text, *at, boxOf(m_world, m_out, label.code),
                    named && label.code == m_value.consumer.place);
        }
    }

private:
    std::optional<QPointF> pixel(const QString& code) const {
        const auto place = m_world.place(code);
        return place ? std::optional(m_out.toPixels.map(*place)) : std::nullopt;
    }

    void put(LabelPlaces& places, const QString& text, QPointF at, const QRectF& shape, bool consumer) {
        const auto dotted = [&](QPointF p) { return p == at; };
        const bool marked =
            consumer ||
            std::any_of(m_out.arcs.begin(), m_out.arcs.end(),
                        [&](const PlacedArc& arc) { return dotted(arc.start); }) ||
            std::any_of(m_out.dots.begin(), m_out.dots.end(), [&](const PlacedDot& dot) { return dotted(dot.at); });
        if (const auto box = places.put(text, at, shape, marked)) m_out.labels.push_back({text, *box, consumer});
    }

    const World& m_world;
    const MapValue& m_value;
    const render::Theme& m_theme;
    MapLayout& m_out;
};

}  // namespace

QTransform toPixels(const World& world, const QRectF& area, const Viewport& viewport) {
    const QRectF frame = world.frame();
    const double fit =
        std::min((area.width() - 2 * margin) / frame.width(), (area.height() - topRoom) / frame.height());
    const double scale = std::max(fit, 1.0) * viewport.zoom;
    const QPointF centre = viewport.centre.value_or(frame.center());
    // What height is to spare goes to the top first, where the controls stand.
    const double spare = area.height() - std::max(fit, 1.0) * frame.height();
    const double down = std::max(0.0, topRoom - spare / 2.0);
    QTransform transform;
    transform.translate(area.center().x(), area.center().y() + std::min(down, spare / 2.0));
    transform.scale(scale, scale);
    transform.translate(-centre.x(), -centre.y());
    return transform;
}

Viewport limited(const World& world, Viewport viewport) {
    viewport.zoom = std::clamp(viewport.zoom, 1.0, largestZoom);
    if (!viewport.centre || viewport.zoom == 1.0) return {viewport.zoom, std::nullopt};
    const QRectF frame = world.frame();
    // At the edge half of a view may lie outside the land, no more.
    const double free = 1.0 - 1.0 / viewport.zoom;
    const double x = frame.width() / 2.0 * free;
    const double y = frame.height() / 2.0 * free;
    const QPointF from = *viewport.centre - frame.center();
    viewport.centre = frame.center() + QPointF(std::clamp(from.x(), -x, x), std::clamp(from.y(), -y, y));
    return viewport;
}

MapLayout layOut(const World& world, const MapValue& value, const render::Theme& theme, const QRectF& area,
                 const Viewport& viewport, const std::vector<QRectF>& taken) {
    MapLayout out;
    out.area = area;
    out.toPixels = toPixels(world, area, viewport);
    out.scale = out.toPixels.m11();
    out.legend = legendBox(value, theme, area);
    Layouter layouter(world, value, theme, out);
    layouter.dots();
    layouter.arcs();
    layouter.labels(taken);
    return out;
}

QString economyAt(const World& world, const MapLayout& layout, QPointF pixel) {
    const PlacedDot* nearest = nullptr;
    for (const PlacedDot& dot : layout.dots) {
        const double distance = QLineF(dot.at, pixel).length();
        if (distance > dot.radius + 1.0) continue;
        if (nearest == nullptr || distance < QLineF(nearest->at, pixel).length()) nearest = &dot;
    }
    if (nearest != nullptr) return nearest->code;
    if (const Shape* shape = world.shapeAt(layout.toPixels.inverted().map(pixel))) return shape->code;
    QString close;
    double least = dotRadius;
    for (auto it = world.places().cbegin(); it != world.places().cend(); ++it) {
        const double distance = QLineF(layout.toPixels.map(*it), pixel).length();
        if (distance >= least || !isSmall(world, it.key(), layout.scale)) continue;
        least = distance;
        close = it.key();
    }
    return close;
}

QRectF boxOf(const World& world, const MapLayout& layout, const QString& code) {
    const Shape* shape = world.shape(code);
    if (shape != nullptr && !isSmall(world, code, layout.scale)) {
        // The box of the largest part: islands far away would make the rest look taken too.
        QRectF largest;
        for (const QPolygonF& ring : shape->levels.front()) {
            const QRectF box = ring.boundingRect();
            if (box.width() * box.height() > largest.width() * largest.height()) largest = box;
        }
        return layout.toPixels.mapRect(largest);
    }
    const auto place = world.place(code);
    if (!place) return {};
    const QPointF at = layout.toPixels.map(*place);
    return {at.x() - dotRadius, at.y() - dotRadius, 2 * dotRadius, 2 * dotRadius};
}

QString neighbour(const World& world, const MapValue& value, const QString& from, QPoint direction) {
    const auto start = world.place(from);
    if (!start) return {};
    QString best;
    double least = 0.0;
    for (const MapMark& mark : value.marks) {
        const auto place = world.place(mark.code);
        if (!place || mark.code == from) continue;
        const QPointF way = *place - *start;
        const double along = way.x() * direction.x() + way.y() * direction.y();
        const double aside = std::fabs(way.x() * direction.y()) + std::fabs(way.y() * direction.x());
        if (along <= 0.0 || aside > along) continue;
        const double cost = along + aside;
        if (best.isEmpty() || cost < least) best = mark.code, least = cost;
    }
    return best;
}

}  // namespace adit::ui::map

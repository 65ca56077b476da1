#include "ui/map/map_painter.h"

#include "ui/map/map_legend.h"
#include "ui/map/plane.h"
#include "ui/render/chart_plot.h"
#include "ui/render/scene.h"
#include "ui/render/text_cache.h"

#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace adit::ui::map {
namespace {

constexpr double border = 0.6;
constexpr double hatchStep = 6.0;
constexpr double halo = 3.0;

class MapPainter {
public:
    MapPainter(QPainter& painter, const World& world, const MapValue& value, const render::Theme& theme,
               const MapLayout& layout)
        : m_painter(painter),
          m_world(world),
          m_value(value),
          m_theme(theme),
          m_layout(layout),
          m_scale(value.colours(theme)),
          m_level(world.levelFor(layout.scale * deviceScale(painter))) {}

    void paint(const MapGround* ground) {
        if (ground != nullptr) {
            m_painter.drawPixmap(0, 0, ground->land());
            for (const MapMark& mark : m_value.marks) {
                const Shape* shape = mark.fill == Fill::none ? nullptr : m_world.shape(mark.code);
                if (shape != nullptr) land(*shape);
            }
            m_painter.drawPixmap(0, 0, ground->borders());
        } else {
            allLand();
            borders();
            consumerEdge(m_value.consumer.members);
        }
        outlines();
        arcs();
        dots();
        labels();
        paintLegend(m_painter, m_layout.legend, m_value, m_theme);
    }

    void allLand() {
        m_painter.fillRect(m_layout.area, m_theme.page);
        for (const Shape& shape : m_world.shapes())
            land(shape);
    }

    void borders() { lines(m_world.borders(m_level), QPen(m_theme.page, border)); }

    void consumerEdge(const std::vector<QString>& members) {
        lines(m_world.outline(members, m_level), QPen(m_theme.accent, 1.4));
    }

    // In pixels, cut to the area.
    std::vector<QPolygonF> ringsOf(const Shape& shape) const {
        std::vector<QPolygonF> rings;
        const QRectF box = m_layout.area;
        const QRectF all = m_layout.toPixels.mapRect(shape.bounds);
        if (!all.intersects(box)) return rings;
        for (const QPolygonF& ring : shape.levels[m_level]) {
            QPolygonF mapped = m_layout.toPixels.map(ring);
            if (!box.contains(all)) mapped = clipped(mapped, box);
            if (mapped.size() > 2) rings.push_back(std::move(mapped));
        }
        return rings;
    }

    void lines(const std::vector<QPolygonF>& lines, const QPen& pen) {
        QPainterPath path;
        for (const QPolygonF& line : lines) {
            const QPolygonF mapped = m_layout.toPixels.map(line);
            const QRectF box = mapped.boundingRect();
            if (m_layout.area.contains(box)) {
                path.addPolygon(mapped);
                continue;
            }
            // Straight lines have an empty box, which intersects nothing.
            if (!m_layout.area.intersects(box.adjusted(-1, -1, 1, 1))) continue;
            for (const QPolygonF& piece : clippedLine(mapped, m_layout.area))
                path.addPolygon(piece);
        }
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setPen(pen);
        m_painter.drawPath(path);
    }

    void outline(const QString& code, const QPen& pen) {
        const auto dot = std::find_if(m_layout.dots.begin(), m_layout.dots.end(),
                                      [&](const PlacedDot& d) { return d.code == code; });
        if (dot != m_layout.dots.end() || m_world.shape(code) == nullptr) {
            const QRectF box = boxOf(m_world, m_layout, code);
            if (box.isNull() || !m_layout.area.contains(box)) return;
            m_painter.setBrush(Qt::NoBrush);
            m_painter.setPen(pen);
            m_painter.drawEllipse(box.adjusted(-1, -1, 1, 1));
            return;
        }
        lines(m_world.outline({code}, m_level), pen);
    }

private:
    static double deviceScale(const QPainter& painter) {
        return painter.worldTransform().m11() *
               (painter.device() != nullptr ? painter.device()->devicePixelRatioF() : 1);
    }

    QColor colourOf(const MapMark* mark) const {
        if (mark == nullptr || mark->fill == Fill::none) return m_theme.land;
        if (mark->fill == Fill::value && mark->datum.value) return m_scale.colour(*mark->datum.value);
        return m_theme.card;
    }

    void land(const Shape& shape) {
        const std::vector<QPolygonF> rings = ringsOf(shape);
        if (rings.empty()) return;
        QPainterPath path;  // even-odd: a ring inside another is a hole
        for (const QPolygonF& ring : rings) {
            path.addPolygon(ring);
            path.closeSubpath();
        }
        const MapMark* mark = m_value.find(shape.code);
        m_painter.fillPath(path, colourOf(mark));
        if (mark == nullptr || (mark->fill != Fill::missing && mark->fill != Fill::withheld)) return;
        const std::vector<QLineF> hatch = hatching(rings, m_theme.px(hatchStep));
        m_painter.setPen(QPen(m_theme.hatchLine, 1.0, Qt::SolidLine, Qt::FlatCap));
        m_painter.drawLines(hatch.data(), int(hatch.size()));
    }

    void outlines() {
        for (const MapMark& mark : m_value.marks) {
            if (mark.fill == Fill::withheld) outline(mark.code, QPen(m_theme.secondary, 1.0));
        }
        if (!m_value.selected.isEmpty()) outline(m_value.selected, QPen(m_theme.text, 2.0));
    }

    void arcs() {
        m_painter.setBrush(Qt::NoBrush);
        QColor free = m_theme.hint;
        QColor held = m_theme.alert;
        free.setAlphaF(0.75F);
        held.setAlphaF(0.85F);
        for (const bool measure : {false, true}) {
            for (const PlacedArc& arc : m_layout.arcs) {
                if (arc.measure != measure) continue;
                m_painter.setPen(QPen(measure ? held : free, arc.width, Qt::SolidLine, Qt::RoundCap));
                m_painter.drawPath(inside(arc.path));
                if (arc.assumed) stripes(arc);
            }
        }
        if (m_layout.arcs.empty()) return;
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_theme.text);
        for (const PlacedArc& arc : m_layout.arcs) {
            if (m_layout.area.contains(arc.start)) m_painter.drawEllipse(arc.start, m_theme.px(2.2), m_theme.px(2.2));
        }
    }

    // What the user assumes is striped in the colour of edits, as bars are.
    void stripes(const PlacedArc& arc) {
        m_painter.setPen(stripesOf(arc.width, m_theme));
        m_painter.drawPath(inside(arc.path));
    }

    // Arcs that leave the area are cut as lines.
    QPainterPath inside(const QPainterPath& path) const {
        if (m_layout.area.contains(path.controlPointRect())) return path;
        QPainterPath out;
        for (const QPolygonF& piece : clippedLine(path.toSubpathPolygons().value(0), m_layout.area))
            out.addPolygon(piece);
        return out;
    }

    void dots() {
        for (const PlacedDot& dot : m_layout.dots) {
            if (!m_layout.area.contains(dot.at)) continue;
            const MapMark* mark = m_value.find(dot.code);
            const bool known = mark->fill == Fill::value;
            m_painter.setPen(QPen(known ? m_theme.page : m_theme.hatchLine, 1.0));
            m_painter.setBrush(colourOf(mark));
            m_painter.drawEllipse(dot.at, dot.radius, dot.radius);
            if (mark->fill == Fill::withheld) hatchDot(dot);
            if (dot.code == m_value.selected) outline(dot.code, QPen(m_theme.text, 2.0));
        }
        if (!m_layout.consumer || m_value.arcs.empty() || !m_layout.area.contains(*m_layout.consumer)) return;
        m_painter.setPen(QPen(m_theme.card, 1.5));
        m_painter.setBrush(m_theme.accent);
        m_painter.drawEllipse(*m_layout.consumer, m_theme.px(5), m_theme.px(5));
    }

    void hatchDot(const PlacedDot& dot) {
        QPainterPath circle;
        circle.addEllipse(dot.at, dot.radius, dot.radius);
        const std::vector<QLineF> hatch = hatching({circle.toFillPolygon()}, m_theme.px(hatchStep) / 2.0);
        m_painter.setPen(QPen(m_theme.hatchLine, 1.0));
        m_painter.drawLines(hatch.data(), int(hatch.size()));
    }

    void labels() {
        const render::TextSizes sizes(m_theme);
        for (const PlacedLabel& label : m_layout.labels) {
            const QPointF middle = label.box.center();
            const QPointF baseline(middle.x() - sizes.width(label.text, render::Type::label) / 2.0,
                                   middle.y() + sizes.capHeight(render::Type::label) / 2.0);
            paintHalo(baseline, label.text);
            m_painter.setPen(label.consumer ? m_theme.accent : m_theme.text);
            render::drawText(m_painter, baseline, label.text, render::Type::label, m_theme);
        }
    }

    // On pixels the text itself, moved around, looks like a stroke of its outline and takes a tenth of the time; in
    // a document it would be read many times.
    void paintHalo(QPointF at, const QString& text) {
        if (m_painter.paintEngine()->type() != QPaintEngine::Raster) {
            QPainterPath around;
            around.addText(at, m_theme.font(render::Type::label), text);
            m_painter.strokePath(around, QPen(m_theme.page, halo, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            return;
        }
        constexpr double far = halo / 2.0;
        constexpr double near = far * 0.7;
        m_painter.setPen(m_theme.page);
        for (const QPointF step :
             {QPointF(far, 0), QPointF(-far, 0), QPointF(0, far), QPointF(0, -far), QPointF(near, near),
              QPointF(-near, near), QPointF(near, -near), QPointF(-near, -near)})
            render::drawText(m_painter, at + step, text, render::Type::label, m_theme);
    }

    QPainter& m_painter;
    const World& m_world;
    const MapValue& m_value;
    const render::Theme& m_theme;
    const MapLayout& m_layout;
    render::ColourScale m_scale;
    std::size_t m_level;
};

}  // namespace

bool MapGround::Key::operator==(const Key& other) const {
    return size == other.size && area == other.area && toPixels == other.toPixels && page == other.page &&
           land == other.land;
}

void MapGround::prepare(const World& world, const MapValue& value, const render::Theme& theme, const MapLayout& layout,
                        double ratio) {
    const Key key{(layout.area.size() * ratio).toSize(), layout.area, layout.toPixels, theme.page, theme.land};
    const bool moved = !(key == m_key);
    if (!moved && m_members == value.consumer.members) return;
    m_key = key;
    m_members = value.consumer.members;
    const MapValue nothing;
    const auto draw = [&](QPixmap& layer, const auto& paint) {
        if (layer.size() != key.size) layer = QPixmap(key.size);
        layer.setDevicePixelRatio(ratio);
        layer.fill(Qt::transparent);
        QPainter painter(&layer);
        painter.setRenderHint(QPainter::Antialiasing);
        paint(MapPainter(painter, world, nothing, theme, layout));
    };
    if (moved) draw(m_land, [](MapPainter map) { map.allLand(); });
    draw(m_borders, [this](MapPainter map) {
        map.borders();
        map.consumerEdge(m_members);
    });
}

void paintMap(QPainter& painter, const World& world, const MapValue& value, const render::Theme& theme,
              const MapLayout& layout, const MapGround* ground) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    MapPainter(painter, world, value, theme, layout).paint(ground);
    painter.restore();
}

void paintMap(QPainter& painter, const QRectF& area, const World& world, const MapValue& value,
              const render::Theme& theme, const Viewport& viewport) {
    paintMap(painter, world, value, theme, layOut(world, value, theme, area, viewport));
}

void paintOutline(QPainter& painter, const World& world, const MapLayout& layout, const QString& code,
                  const QPen& pen) {
    if (code.isEmpty()) return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const MapValue nothing;
    const render::Theme theme = render::Theme::light();
    MapPainter(painter, world, nothing, theme, layout).outline(code, pen);
    painter.restore();
}

}  // namespace adit::ui::map

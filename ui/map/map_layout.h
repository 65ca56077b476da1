// A map laid out for one rectangle: where everything stands, for painting and for hit tests alike.
// A pure function of world, value, theme, rectangle and viewport.
#pragma once

#include "ui/map/map_value.h"
#include "ui/map/world.h"

#include <QPainterPath>
#include <QTransform>

#include <vector>

namespace adit::ui::map {

// The part of the world that is looked at.
struct Viewport {
    double zoom = 1.0;              // 1: all land
    std::optional<QPointF> centre;  // in the plane of the world; the middle of the land where absent
    bool operator==(const Viewport&) const = default;
};
inline constexpr double largestZoom = 24.0;

// From the plane of the world to pixels; at zoom 1 all land fits the area.
QTransform toPixels(const World& world, const QRectF& area, const Viewport& viewport);
// Holds the zoom within its limits and the centre over land.
Viewport limited(const World& world, Viewport viewport);

struct PlacedDot {
    QString code;
    QPointF at;
    double radius = 5.0;
};

struct PlacedArc {
    QPainterPath path;
    QPointF start;
    double width = 1.0;
    bool measure = false;
    bool assumed = false;
};

struct PlacedLabel {
    QString text;
    QRectF box;
    bool consumer = false;
};

struct MapLayout {
    QRectF area;
    QTransform toPixels;
    double scale = 1.0;  // pixels an earth radius
    std::vector<PlacedDot> dots;
    std::vector<PlacedArc> arcs;
    std::optional<QPointF> consumer;  // where arcs end
    std::vector<PlacedLabel> labels;
    QRectF legend;
};

// Labels keep clear of the `taken` rectangles (controls that stand over the map).
MapLayout layOut(const World& world, const MapValue& value, const render::Theme& theme, const QRectF& area,
                 const Viewport& viewport, const std::vector<QRectF>& taken = {});

// The economy at a pixel: dots first, then shapes, then small states near by; empty when there is none.
QString economyAt(const World& world, const MapLayout& layout, QPointF pixel);
// What is outlined or kept free of the hover card; null where the economy is not on the map.
QRectF boxOf(const World& world, const MapLayout& layout, const QString& code);

// The nearest economy from `from` towards a direction (unit steps right and down); empty when there is none.
QString neighbour(const World& world, const MapValue& value, const QString& from, QPoint direction);

}  // namespace adit::ui::map

// Draws a map on any device: the window, a picture file, paper.
#pragma once

#include "ui/map/map_layout.h"

#include <QPixmap>

class QPainter;

namespace adit::ui::map {

// What stays the same while only the values change: the land, and the borders over it. Drawn once for a part of the
// world in view, a size and a theme.
class MapGround {
public:
    void prepare(const World& world, const render::Theme& theme, const MapLayout& layout, double ratio);
    const QPixmap& land() const { return m_land; }
    const QPixmap& borders() const { return m_borders; }

private:
    QPixmap m_land;
    QPixmap m_borders;
    QRectF m_area;
    QTransform m_toPixels;
    QColor m_page;
    QColor m_landColour;
};

void paintMap(QPainter& painter, const World& world, const MapValue& value, const render::Theme& theme,
              const MapLayout& layout, const MapGround* ground = nullptr);
// Lays out and draws in one go.
void paintMap(QPainter& painter, const QRectF& area, const World& world, const MapValue& value,
              const render::Theme& theme, const Viewport& viewport = {});

// The outline of one economy, drawn over a finished map.
void paintOutline(QPainter& painter, const World& world, const MapLayout& layout, const QString& code, const QPen& pen);

}  // namespace adit::ui::map

// Draws a map on any device: the window, a picture file, paper.
#pragma once

#include "ui/map/map_layout.h"

#include <QPixmap>

class QPainter;

namespace adit::ui::map {

// What stays the same while only the values change: the land, and over it the borders with the consumer's edge. Drawn
// once for a part of the world in view, a size, a theme and a consumer.
class MapGround {
public:
    void prepare(const World& world, const MapValue& value, const render::Theme& theme, const MapLayout& layout,
                 double ratio);
    const QPixmap& land() const { return m_land; }
    const QPixmap& borders() const { return m_borders; }

private:
    struct Key {
        QSize size;
        QRectF area;
        QTransform toPixels;
        QColor page;
        QColor land;
        bool operator==(const Key& other) const;
    };
    QPixmap m_land;
    QPixmap m_borders;
    Key m_key;
    std::vector<QString> m_members;
};

void paintMap(QPainter& painter, const World& world, const MapValue& value, const render::Theme& theme,
              const MapLayout& layout, const MapGround* ground = nullptr);
// Lays out and draws in one go.
void paintMap(QPainter& painter, const QRectF& area, const World& world, const MapValue& value,
              const render::Theme& theme, const Viewport& viewport = {});

// The outline of one economy, drawn over a finished map.
void paintOutline(QPainter& painter, const World& world, const MapLayout& layout, const QString& code, const QPen& pen);

}  // namespace adit::ui::map

// Draws a map on any device: the window, a picture file, paper.
#pragma once

#include "ui/map/map_layout.h"

class QPainter;

namespace adit::ui::map {

void paintMap(QPainter& painter, const World& world, const MapValue& value, const render::Theme& theme,
              const MapLayout& layout);
// Lays out and draws in one go.
void paintMap(QPainter& painter, const QRectF& area, const World& world, const MapValue& value,
              const render::Theme& theme, const Viewport& viewport = {});

// The outline of one economy, drawn over a finished map.
void paintOutline(QPainter& painter, const World& world, const MapLayout& layout, const QString& code, const QPen& pen);

}  // namespace adit::ui::map

// The legend in the lower left corner of a map: classes, what has none, and what arcs and dots mean.
#pragma once

#include "ui/map/map_value.h"

#include <QRectF>

class QPainter;

namespace adit::ui::map {

// Empty when the value has no legend.
QRectF legendBox(const MapValue& value, const render::Theme& theme, const QRectF& area);
void paintLegend(QPainter& painter, const QRectF& box, const MapValue& value, const render::Theme& theme);

}  // namespace adit::ui::map

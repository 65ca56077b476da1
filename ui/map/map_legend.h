// The legend in the lower left corner of a map: classes, what has none, and what arcs and dots mean.
#pragma once

#include "ui/map/map_value.h"

#include <QPen>
#include <QRectF>

class QPainter;

namespace adit::ui::map {

// Empty when the value has no legend.
QRectF legendBox(const MapValue& value, const render::Theme& theme, const QRectF& area);
// Over an arc of this width that rests on an assumption: stripes in the colour of edits, the arc between them.
QPen stripesOf(double width, const render::Theme& theme);
void paintLegend(QPainter& painter, const QRectF& box, const MapValue& value, const render::Theme& theme);

}  // namespace adit::ui::map

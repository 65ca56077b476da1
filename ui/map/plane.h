// Polygons on a plane: cutting them to a rectangle and hatching them. Both as geometry, because not every
// device that a map is drawn on can clip or fill with a pattern.
#pragma once

#include <QLineF>
#include <QPolygonF>
#include <QRectF>

#include <vector>

namespace adit::ui::map {

// The part of a ring inside the box (Sutherland and Hodgman 1974); its cut edges run along the box.
QPolygonF clipped(const QPolygonF& ring, const QRectF& box);
// The pieces of an open line inside the box.
std::vector<QPolygonF> clippedLine(const QPolygonF& line, const QRectF& box);

// Diagonal lines, `step` apart and leaning to the right, inside the rings (even-odd). Their places depend on
// the plane alone, so that the hatching of neighbours continues.
std::vector<QLineF> hatching(const std::vector<QPolygonF>& rings, double step);

bool contains(const std::vector<QPolygonF>& rings, QPointF point);  // even-odd

}  // namespace adit::ui::map

// Finds places for labels on a map: beside or over their point, inside the area, never over one another or
// over a control, and off the arcs where there is a choice. What finds no place is left out.
#pragma once

#include "ui/render/theme.h"

#include <QPainterPath>

#include <optional>
#include <vector>

namespace adit::ui::map {

class LabelPlaces {
public:
    LabelPlaces(const render::Theme& theme, const QRectF& area) : m_theme(theme), m_area(area) {}

    void take(const QRectF& box) { m_taken.push_back(box); }
    void addPoint(QPointF point) { m_points.push_back(point); }  // a dot: labels of others keep off it
    void avoid(const QPainterPath& line, QPointF start);

    // `marked`: a dot or an arc's end stands on the point itself. `shape` is the box of the economy, if any.
    std::optional<QRectF> put(const QString& text, QPointF at, const QRectF& shape, bool marked);

private:
    std::vector<QRectF> candidates(const QSizeF& size, QPointF at, const QRectF& shape, bool marked) const;
    bool isFree(const QRectF& box, QPointF at) const;
    bool isNearest(const QRectF& box, QPointF at) const;
    double cost(const QRectF& box) const;

    const render::Theme& m_theme;
    QRectF m_area;
    std::vector<QRectF> m_taken;
    std::vector<QPointF> m_points;
    std::vector<QPointF> m_lines;  // points along the arcs
};

}  // namespace adit::ui::map

// The bundled world in Equal Earth: one shape an economy, cut into arcs that neighbours share, at three levels
// of detail. Units are earth radii, y downwards. Loaded once, never changed.
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QPolygonF>
#include <QRectF>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace adit::ui::map {

struct Shape {
    QString code;       // ISO 3166-1 alpha-3; empty where the land is nobody's
    double area = 0.0;  // km2
    QRectF bounds;
    std::vector<std::vector<int>> arcs;          // of each ring; ~n is arc n reversed
    std::vector<std::vector<QPolygonF>> levels;  // rings, coarse to fine
};

class World {
public:
    // The world that is built into the program.
    static Result<std::shared_ptr<const World>> bundled();
    static Result<std::shared_ptr<const World>> read(const QByteArray& bytes);

    const std::vector<Shape>& shapes() const { return m_shapes; }  // by code; nobody's land last
    const Shape* shape(const QString& code) const;
    // A point inside the largest part of the economy: for its label, or its dot where there is no shape.
    std::optional<QPointF> place(const QString& code) const;
    const QHash<QString, QPointF>& places() const { return m_places; }
    const Shape* shapeAt(QPointF point) const;

    QRectF frame() const { return m_frame; }  // the land shown at full view, 57 S to 80 N
    // The coarsest level whose error stays below half a pixel.
    std::size_t levelFor(double pixelsPerRadius) const;

    // Borders between two economies, each once; coasts are not among them.
    const std::vector<QPolygonF>& borders(std::size_t level) const { return m_borders[level]; }
    // The outer edge of several economies taken as one, as open lines.
    std::vector<QPolygonF> outline(const std::vector<QString>& codes, std::size_t level) const;

private:
    class Reader;
    struct Arc {
        std::vector<QPointF> points;
        std::vector<quint8> levels;
        int users = 0;
    };
    void appendArc(QPolygonF& line, int number, std::size_t level) const;
    QPolygonF ring(const std::vector<int>& arcs, std::size_t level) const;
    void build();

    std::vector<Arc> m_arcs;
    std::vector<Shape> m_shapes;
    std::vector<std::vector<QPolygonF>> m_borders;
    QHash<QString, QPointF> m_places;
    QHash<QString, std::size_t> m_byCode;
    QRectF m_frame;
};

using WorldPtr = std::shared_ptr<const World>;

}  // namespace adit::ui::map

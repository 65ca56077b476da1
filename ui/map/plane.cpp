#include "ui/map/plane.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>

namespace adit::ui::map {
namespace {

// How far a point lies inside one edge of a box; negative outside.
using Edge = double (*)(QPointF, const QRectF&);
constexpr std::array<Edge, 4> edges{
    [](QPointF p, const QRectF& b) { return p.x() - b.left(); },
    [](QPointF p, const QRectF& b) { return b.right() - p.x(); },
    [](QPointF p, const QRectF& b) { return p.y() - b.top(); },
    [](QPointF p, const QRectF& b) { return b.bottom() - p.y(); },
};

QPolygonF cut(const QPolygonF& ring, const QRectF& box, Edge edge) {
    QPolygonF out;
    for (qsizetype i = 0; i < ring.size(); ++i) {
        const QPointF a = ring[i];
        const QPointF b = ring[(i + 1) % ring.size()];
        const double da = edge(a, box);
        const double db = edge(b, box);
        if (da >= 0.0) out << a;
        if ((da >= 0.0) != (db >= 0.0)) out << a + (b - a) * (da / (da - db));
    }
    return out;
}

// Liang and Barsky 1984.
std::optional<QLineF> clippedSegment(QPointF a, QPointF b, const QRectF& box) {
    double from = 0.0;
    double to = 1.0;
    for (const Edge edge : edges) {
        const double da = edge(a, box);
        const double db = edge(b, box);
        if (da < 0.0 && db < 0.0) return std::nullopt;
        if (da < 0.0) from = std::max(from, da / (da - db));
        if (db < 0.0) to = std::min(to, da / (da - db));
    }
    if (from > to) return std::nullopt;
    return QLineF(a + (b - a) * from, a + (b - a) * to);
}

}  // namespace

QPolygonF clipped(const QPolygonF& ring, const QRectF& box) {
    QPolygonF out = ring;
    for (const Edge edge : edges)
        out = cut(out, box, edge);
    return out;
}

std::vector<QPolygonF> clippedLine(const QPolygonF& line, const QRectF& box) {
    std::vector<QPolygonF> pieces;
    bool joined = false;
    for (qsizetype i = 1; i < line.size(); ++i) {
        const auto part = clippedSegment(line[i - 1], line[i], box);
        if (!part) {
            joined = false;
            continue;
        }
        if (!joined) pieces.push_back(QPolygonF{part->p1()});
        pieces.back() << part->p2();
        joined = part->p2() == line[i];
    }
    return pieces;
}

std::vector<QLineF> hatching(const std::vector<QPolygonF>& rings, double step) {
    std::map<int, std::vector<double>> crossings;  // line x + y = n * step, by n
    for (const QPolygonF& ring : rings) {
        for (qsizetype i = 0; i < ring.size(); ++i) {
            const QPointF a = ring[i];
            const QPointF b = ring[(i + 1) % ring.size()];
            const double ca = (a.x() + a.y()) / step;
            const double cb = (b.x() + b.y()) / step;
            const int last = int(std::ceil(std::max(ca, cb)));
            for (int n = int(std::ceil(std::min(ca, cb))); n < last; ++n)
                crossings[n].push_back(a.x() + (b.x() - a.x()) * (n - ca) / (cb - ca));
        }
    }
    std::vector<QLineF> lines;
    for (auto& [n, xs] : crossings) {
        std::sort(xs.begin(), xs.end());
        for (std::size_t i = 1; i < xs.size(); i += 2)
            lines.emplace_back(xs[i - 1], n * step - xs[i - 1], xs[i], n * step - xs[i]);
    }
    return lines;
}

bool contains(const std::vector<QPolygonF>& rings, QPointF point) {
    return std::count_if(rings.begin(), rings.end(),
                         [&](const QPolygonF& r) { return r.containsPoint(point, Qt::OddEvenFill); }) %
               2 ==
           1;
}

}  // namespace adit::ui::map

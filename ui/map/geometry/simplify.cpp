#include "ui/map/geometry/simplify.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace adit::ui::map {
namespace {

double distance(PlanePoint p, PlanePoint a, PlanePoint b) {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length = dx * dx + dy * dy;
    const double t = length > 0.0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0.0, 1.0) : 0.0;
    return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

struct Piece {
    std::size_t first;
    std::size_t last;
    double most;  // a point cannot outlive the one that split its piece off
};

}  // namespace

std::vector<double> significance(const std::vector<PlanePoint>& line) {
    std::vector<double> result(line.size(), 0.0);
    if (line.empty()) return result;
    result.front() = result.back() = std::numeric_limits<double>::infinity();
    std::vector<Piece> open{{0, line.size() - 1, result.front()}};
    while (!open.empty()) {
        const Piece piece = open.back();
        open.pop_back();
        if (piece.last - piece.first < 2) continue;
        std::size_t farthest = piece.first + 1;
        double most = -1.0;
        for (std::size_t i = piece.first + 1; i < piece.last; ++i) {
            const double d = distance(line[i], line[piece.first], line[piece.last]);
            if (d > most) {
                most = d;
                farthest = i;
            }
        }
        result[farthest] = std::min(most, piece.most);
        open.push_back({piece.first, farthest, result[farthest]});
        open.push_back({farthest, piece.last, result[farthest]});
    }
    return result;
}

}  // namespace adit::ui::map

#include "ui/render/sparkline.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>

namespace adit::render {
namespace {

constexpr double lastDot = 2.0;
constexpr double assumedDot = 2.5;

// Where each year stands; nothing for one without a value.
std::vector<std::optional<QPointF>> placesOf(const QRectF& box, const std::vector<std::optional<double>>& trend) {
    double lo = 0.0;
    double hi = 0.0;
    bool any = false;
    for (const auto& value : trend) {
        if (!value) continue;
        lo = any ? std::min(lo, *value) : *value;
        hi = any ? std::max(hi, *value) : *value;
        any = true;
    }
    const double span = hi > lo ? hi - lo : 1.0;
    const double flat = hi > lo ? 0.0 : 0.5;
    const double step = trend.size() > 1 ? box.width() / static_cast<double>(trend.size() - 1) : 0.0;
    std::vector<std::optional<QPointF>> places(trend.size());
    for (std::size_t i = 0; i < trend.size(); ++i) {
        if (!trend[i]) continue;
        const double part = (*trend[i] - lo) / span + flat;
        places[i] = QPointF(box.left() + step * static_cast<double>(i), box.bottom() - part * box.height());
    }
    return places;
}

std::vector<QPolygonF> runsOf(const std::vector<std::optional<QPointF>>& places) {
    std::vector<QPolygonF> runs;
    bool open = false;
    for (const auto& place : places) {
        if (place && !open) runs.emplace_back();
        if (place) runs.back() << *place;
        open = place.has_value();
    }
    return runs;
}

}  // namespace

void paintSparkline(QPainter& painter, const QRectF& box, const Trend& trend, const QColor& colour,
                    const QColor& edit) {
    const auto places = placesOf(box.adjusted(1, 6, -3, -6), trend.values);
    const std::vector<QPolygonF> runs = runsOf(places);
    if (runs.empty()) return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const QPolygonF& run : runs)
        painter.drawPolyline(run);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(runs.back().last(), lastDot, lastDot);
    painter.setBrush(edit);
    for (const std::size_t at : trend.assumed)
        if (at < places.size() && places[at]) painter.drawEllipse(*places[at], assumedDot, assumedDot);
    painter.restore();
}

}  // namespace adit::render

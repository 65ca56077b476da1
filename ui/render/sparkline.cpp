#include "ui/render/sparkline.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>

namespace adit::render {
namespace {

std::vector<QPolygonF> runsOf(const QRectF& box, const std::vector<std::optional<double>>& trend) {
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
    std::vector<QPolygonF> runs;
    bool open = false;
    for (std::size_t i = 0; i < trend.size(); ++i) {
        if (trend[i]) {
            if (!open) runs.emplace_back();
            const double part = (*trend[i] - lo) / span + flat;
            runs.back() << QPointF(box.left() + step * static_cast<double>(i), box.bottom() - part * box.height());
        }
        open = trend[i].has_value();
    }
    return runs;
}

}  // namespace

void paintSparkline(QPainter& painter, const QRectF& box, const std::vector<std::optional<double>>& trend,
                    const QColor& colour) {
    const std::vector<QPolygonF> runs = runsOf(box.adjusted(1, 6, -3, -6), trend);
    if (runs.empty()) return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const QPolygonF& run : runs)
        painter.drawPolyline(run);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(runs.back().last(), 2.0, 2.0);
    painter.restore();
}

}  // namespace adit::render

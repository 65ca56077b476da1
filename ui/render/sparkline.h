// A trend in a table cell: grey line, dot at the end, gaps where years are missing.
#pragma once

#include <QColor>
#include <QRectF>

#include <optional>
#include <vector>

class QPainter;

namespace adit::render {

void paintSparkline(QPainter& painter, const QRectF& box, const std::vector<std::optional<double>>& trend,
                    const QColor& colour);

}  // namespace adit::render

// A trend in a table cell: grey line, dot at the end, gaps where years are missing, and a dot in the colour of edits at
// every year that rests on an assumption.
#pragma once

#include <QColor>
#include <QRectF>

#include <optional>
#include <vector>

class QPainter;

namespace adit::render {

struct Trend {
    std::vector<std::optional<double>> values = {};  // one a year
    std::vector<std::size_t> assumed = {};           // places in these
    bool operator==(const Trend&) const = default;
};

void paintSparkline(QPainter& painter, const QRectF& box, const Trend& trend, const QColor& colour, const QColor& edit);

}  // namespace adit::render

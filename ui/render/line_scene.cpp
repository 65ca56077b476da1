// Lines over years: thresholds, bounds as bands or I-bars, breaks between sources, names at the line ends.
#include "ui/render/scene.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace adit::render {
namespace {

constexpr double gap = std::numeric_limits<double>::quiet_NaN();

class LineLayout {
public:
    LineLayout(const LineChart& chart, const Theme& theme, QSizeF size)
        : m_chart(chart), m_theme(theme), m_text(theme) {
        m_scene.size = size;
    }

    Scene run() {
        ranges();
        frame();
        yearAxis();
        thresholds();
        for (const LineSeries& series : m_chart.series)
            draw(series);
        selectedYear();
        placeEnds();
        return std::move(m_scene);
    }

private:
    struct End {
        QString text;
        QString note;
        QColor colour;
        Type type = Type::label;
        std::optional<Stage> stage;
        double value = 0.0;
    };

    void ranges();
    void frame();
    void yearAxis();
    void thresholds();
    void thresholdInside(const Threshold& threshold);
    void draw(const LineSeries& series);
    void drawPoint(const LineSeries& series, std::size_t at);
    static bool joinsBefore(const LineSeries& series, std::size_t at);
    void drawBounds(const LineSeries& series);
    void band(const LineSeries& series, std::size_t from, std::size_t to);
    void iBar(const LineSeries& series, const LinePoint& point);
    void marksOf(const LineSeries& series);
    void breakAt(int year);
    void selectedYear();
    void placeEnds();
    std::vector<End> ends() const;
    double endWidth(const End& end) const;
    bool shown(const Threshold& t) const { return t.value >= m_scene.y.lo && t.value <= m_scene.y.hi; }

    const LineChart& m_chart;
    const Theme& m_theme;
    TextSizes m_text;
    Scene m_scene;
    double m_largest = 0.0;
    int m_first = 0;
    int m_last = 0;
    bool m_namesInside = false;  // threshold names stand in the plot where the right column would be too wide
    std::vector<int> m_breaks;
};

void LineLayout::ranges() {
    double lo = 0.0;
    double hi = m_chart.top.value_or(0.0);
    m_first = std::numeric_limits<int>::max();
    m_last = std::numeric_limits<int>::min();
    for (const LineSeries& series : m_chart.series) {
        for (const LinePoint& point : series.points) {
            m_first = std::min(m_first, point.year);
            m_last = std::max(m_last, point.year);
            if (point.datum.value) lo = std::min(lo, *point.datum.value), hi = std::max(hi, *point.datum.value);
            if (point.datum.bounds && std::isfinite(point.datum.bounds->hi)) hi = std::max(hi, point.datum.bounds->hi);
        }
    }
    if (m_first > m_last) m_first = m_last = m_chart.selectedYear.value_or(2000);
    for (const Threshold& threshold : m_chart.thresholds)
        if (threshold.value <= 1.6 * hi) hi = std::max(hi, threshold.value);
    m_largest = hi > lo ? hi : lo + 1.0;
    m_scene.y.lo = lo;
    m_scene.y.hi = m_largest + 0.06 * (m_largest - lo);
}

std::vector<LineLayout::End> LineLayout::ends() const {
    std::vector<End> out;
    for (const LineSeries& series : m_chart.series) {
        if (series.endLabel.isEmpty() && series.endNote.isEmpty()) continue;
        const auto last = std::find_if(series.points.rbegin(), series.points.rend(),
                                       [](const LinePoint& p) { return p.datum.value.has_value(); });
        if (last == series.points.rend()) continue;
        out.push_back({series.endLabel, series.endNote, series.colour.in(m_theme), Type::label, series.stage,
                       *last->datum.value});
    }
    return out;
}

double LineLayout::endWidth(const End& end) const {
    const double glyph = end.stage ? m_theme.px(13) : 0.0;
    return std::max(glyph + m_text.width(end.text, end.type), m_text.width(end.note, Type::axis));
}

void LineLayout::frame() {
    const double width = m_scene.size.width();
    const int most = m_scene.size.height() < m_theme.px(140) ? 3 : 5;
    m_scene.y.grid = niceTicks(m_scene.y.lo, m_scene.y.hi, most);
    const QStringList texts = tickTexts(m_scene.y.grid, m_chart.unit);
    double left = 0.0;
    for (const QString& text : texts)
        left = std::max(left, m_text.width(text, Type::axis));
    double right = 0.0;
    for (const End& end : ends())
        right = std::max(right, endWidth(end));
    double names = 0.0;
    for (const Threshold& threshold : m_chart.thresholds)
        if (shown(threshold)) names = std::max(names, m_text.width(threshold.name, Type::axis));
    m_namesInside = std::max(right, names) > 0.34 * width && names > right;
    if (!m_namesInside) right = std::max(right, names);

    const double bottom = m_text.line(Type::axis) + m_theme.px(6);
    const double top = m_text.line(Type::axis) / 2.0;
    const auto plotLeft = static_cast<int>(std::ceil(left + m_theme.px(8)));
    const auto plotRight = static_cast<int>(width - (right > 0.0 ? right + m_theme.px(14) : m_theme.px(14)));
    m_scene.plot = QRect(plotLeft, static_cast<int>(std::ceil(top)), std::max(plotRight - plotLeft, 10),
                         std::max(static_cast<int>(m_scene.size.height() - bottom - top), 10));
    for (std::size_t i = 0; i < m_scene.y.grid.size(); ++i)
        m_scene.labels.push_back({{plotLeft - m_theme.px(8), m_scene.py(m_scene.y.grid[i])},
                                  Qt::AlignRight,
                                  texts[static_cast<qsizetype>(i)],
                                  Type::axis,
                                  m_theme.secondary,
                                  {}});
}

void LineLayout::yearAxis() {
    const double edge = m_theme.px(6) / m_scene.plot.width() * std::max(m_last - m_first, 1);
    const double extra = m_last == m_first ? 1.0 : edge;
    m_scene.x.lo = m_first - extra;
    m_scene.x.hi = m_last + extra;
    const double y = m_scene.plot.bottom() + m_theme.px(5) + m_text.line(Type::axis) / 2.0;
    const double label = m_text.width(QStringLiteral("2000"), Type::axis) + m_theme.px(10);
    const std::optional<int> chosen = m_chart.selectedYear;
    for (const int year : yearTicks(m_first, m_last, m_scene.plot.width(), label)) {
        const bool covered = chosen && *chosen >= m_first && *chosen <= m_last &&
                             std::fabs(m_scene.px(year) - m_scene.px(*chosen)) < label - m_theme.px(4);
        if (covered) continue;
        m_scene.labels.push_back(
            {{m_scene.px(year), y}, Qt::AlignHCenter, QString::number(year), Type::axis, m_theme.secondary, {}});
    }
}

void LineLayout::selectedYear() {
    if (!m_chart.selectedYear || *m_chart.selectedYear < m_first || *m_chart.selectedYear > m_last) return;
    const double x = m_scene.px(*m_chart.selectedYear);
    m_scene.rules.push_back({QLineF(x, m_scene.plot.top(), x, m_scene.plot.bottom()),
                             QPen(m_theme.accent, 1.0, Qt::SolidLine, Qt::FlatCap)});
    const double y = m_scene.plot.bottom() + m_theme.px(5) + m_text.line(Type::axis) / 2.0;
    m_scene.labels.push_back(
        {{x, y}, Qt::AlignHCenter, QString::number(*m_chart.selectedYear), Type::header, m_theme.accent, {}});
    for (const LineSeries& series : m_chart.series) {
        for (const LinePoint& point : series.points) {
            if (point.year != *m_chart.selectedYear || !point.datum.value) continue;
            const bool assumed = point.datum.state == State::assumed;
            m_scene.dots.push_back({{x, m_scene.py(*point.datum.value)},
                                    m_theme.px(4),
                                    assumed ? m_theme.edit : series.colour.in(m_theme),
                                    QPen(m_theme.card, 1.0)});
        }
    }
}

void LineLayout::thresholds() {
    QPen pen(m_theme.warn, 1.0);
    pen.setDashPattern({4, 3});
    pen.setCapStyle(Qt::FlatCap);
    for (const Threshold& threshold : m_chart.thresholds) {
        if (!shown(threshold)) continue;
        const double y = m_scene.py(threshold.value);
        const double end = m_scene.plot.right() + (m_namesInside ? 0.0 : m_theme.px(8));
        m_scene.rules.push_back({QLineF(m_scene.plot.left(), y, end, y), pen});
        if (m_namesInside) thresholdInside(threshold);
    }
}

void LineLayout::thresholdInside(const Threshold& threshold) {
    const double y = m_scene.py(threshold.value);
    const double line = m_text.line(Type::axis);
    bool crowdedAbove = y - line < m_scene.plot.top();
    for (const LineSeries& series : m_chart.series)
        for (const LinePoint& point : series.points)
            if (point.datum.value && m_scene.px(point.year) > m_scene.plot.center().x()) {
                const double distance = y - m_scene.py(*point.datum.value);
                crowdedAbove = crowdedAbove || (distance > 0.0 && distance < 1.6 * line);
            }
    const double offset = line / 2.0 + m_theme.px(2);
    m_scene.labels.push_back({{static_cast<double>(m_scene.plot.right()), crowdedAbove ? y + offset : y - offset},
                              Qt::AlignRight,
                              threshold.name,
                              Type::axis,
                              m_theme.warn,
                              {}});
}

// A line runs on where the next figure is one step away; a missing year or another source parts it.
bool LineLayout::joinsBefore(const LineSeries& series, std::size_t at) {
    const auto& points = series.points;
    if (at == 0 || at >= points.size()) return false;
    int step = std::numeric_limits<int>::max();
    for (std::size_t i = 1; i < points.size(); ++i)
        step = std::min(step, points[i].year - points[i - 1].year);
    return points[at].breakBefore.isEmpty() && points[at].datum.value && points[at - 1].datum.value &&
           points[at].year - points[at - 1].year <= step;
}

void LineLayout::draw(const LineSeries& series) {
    drawBounds(series);
    const QColor colour = series.colour.in(m_theme);
    GraphPiece piece;
    for (std::size_t i = 0; i < series.points.size(); ++i) {
        const LinePoint& point = series.points[i];
        if (i > 0 && !series.steps && !joinsBefore(series, i)) {
            piece.keys.push_back(point.year - 0.5);
            piece.values.push_back(gap);
        }
        if (i > 0 && !point.breakBefore.isEmpty()) breakAt(point.year);
        if (series.steps && i > 0) {
            piece.keys.push_back(point.year);
            piece.values.push_back(series.points[i - 1].datum.value.value_or(gap));
        }
        piece.keys.push_back(point.year);
        piece.values.push_back(point.datum.value.value_or(gap));
        if (point.datum.value) drawPoint(series, i);
    }
    if (series.joined) piece.pen = QPen(colour, 2.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    if (series.area) {
        QColor fill = colour;
        fill.setAlphaF(0.16F);
        piece.fill = fill;
    }
    m_scene.graphs.push_back(std::move(piece));
    marksOf(series);
}

// Dots where they are asked for, for figures that no line reaches, and for what rests on an assumption.
void LineLayout::drawPoint(const LineSeries& series, std::size_t at) {
    const LinePoint& point = series.points[at];
    if (point.datum.state == State::assumed) {
        const QPointF place(m_scene.px(point.year), m_scene.py(*point.datum.value));
        m_scene.dots.push_back(assumedDot(place, 3.0, m_theme));
        return;
    }
    const bool lone = !series.steps && !joinsBefore(series, at) && !joinsBefore(series, at + 1);
    if (!series.markers && series.joined && !lone) return;
    const QColor colour = series.colour.in(m_theme);
    const QPointF centre(m_scene.px(point.year), m_scene.py(*point.datum.value));
    if (series.joined)
        m_scene.dots.push_back({centre, m_theme.px(2.5), colour, QPen(Qt::NoPen)});
    else
        m_scene.dots.push_back({centre, m_theme.px(3.0), m_theme.card, QPen(colour, 1.5)});
}

void LineLayout::breakAt(int year) {
    if (std::find(m_breaks.begin(), m_breaks.end(), year) != m_breaks.end()) return;
    m_breaks.push_back(year);
    const double x = m_scene.px(year - 0.5);
    QPen pen(m_theme.hint, 1.0);
    pen.setDashPattern({1, 3});
    pen.setCapStyle(Qt::FlatCap);
    m_scene.rules.push_back({QLineF(x, m_scene.plot.top(), x, m_scene.plot.bottom()), pen});
}

// Runs of bounded years make a band, a lone year an I-bar; exact years need neither.
void LineLayout::drawBounds(const LineSeries& series) {
    const auto& points = series.points;
    const auto bounded = [&points](std::size_t i) {
        const auto& bounds = points[i].datum.bounds;
        return bounds && std::isfinite(bounds->hi);
    };
    for (std::size_t from = 0; from < points.size();) {
        if (!bounded(from)) {
            ++from;
            continue;
        }
        std::size_t to = from;
        while (to + 1 < points.size() && bounded(to + 1) && points[to + 1].year == points[to].year + 1 &&
               points[to + 1].breakBefore.isEmpty())
            ++to;
        if (to == from || !series.joined) {
            for (std::size_t i = from; i <= to; ++i)
                iBar(series, points[i]);
        } else {
            band(series, from, to);
        }
        from = to + 1;
    }
}

void LineLayout::band(const LineSeries& series, std::size_t from, std::size_t to) {
    GraphPiece lower;
    GraphPiece upper;
    bool open = false;
    for (std::size_t i = from; i <= to; ++i) {
        const LinePoint& point = series.points[i];
        open = open || !point.datum.bounds->exact();
        lower.keys.push_back(point.year);
        lower.values.push_back(point.datum.bounds->lo);
        upper.keys.push_back(point.year);
        upper.values.push_back(point.datum.bounds->hi);
    }
    if (!open) return;
    QColor fill = series.colour.in(m_theme);
    fill.setAlphaF(0.16F);
    upper.fill = fill;
    upper.fillTo = static_cast<int>(m_scene.graphs.size());
    m_scene.graphs.push_back(std::move(lower));
    m_scene.graphs.push_back(std::move(upper));
}

void LineLayout::iBar(const LineSeries& series, const LinePoint& point) {
    const double x = m_scene.px(point.year);
    const double lo = m_scene.py(point.datum.bounds->lo);
    const double hi = m_scene.py(point.datum.bounds->hi);
    if (lo - hi < m_theme.px(3)) return;  // narrower than the line: the value says it all
    const double half = m_theme.px(4);
    const QPen pen(series.colour.in(m_theme), 1.5, Qt::SolidLine, Qt::FlatCap);
    m_scene.rules.push_back({QLineF(x, lo, x, hi), pen});
    m_scene.rules.push_back({QLineF(x - half, lo, x + half, lo), pen});
    m_scene.rules.push_back({QLineF(x - half, hi, x + half, hi), pen});
}

void LineLayout::marksOf(const LineSeries& series) {
    const double pitch = m_scene.plot.width() / (m_scene.x.hi - m_scene.x.lo);
    const double half = std::clamp(pitch / 2.0, m_theme.px(3), m_theme.px(14));
    for (const LinePoint& point : series.points) {
        const Datum& datum = point.datum;
        if (!datum.value && !datum.bounds) continue;
        const double middle =
            datum.value ? *datum.value : (datum.bounds->lo + std::min(datum.bounds->hi, m_largest)) / 2;
        const QPointF centre(m_scene.px(point.year), m_scene.py(middle));
        Mark mark = markOf(series.id + QLatin1Char('/') + QString::number(point.year),
                           series.name + QStringLiteral(", ") + QString::number(point.year), datum);
        mark.stage = series.stage;
        if (!point.breakBefore.isEmpty() && mark.lines.size() < 6)
            mark.lines.emplace_back(QString(), point.breakBefore);
        mark.shape.addRect(QRectF(centre.x() - half, centre.y() - m_theme.px(12), 2 * half, m_theme.px(24)));
        mark.outline = QRectF(centre.x() - m_theme.px(5), centre.y() - m_theme.px(5), m_theme.px(10), m_theme.px(10));
        m_scene.marks.push_back(std::move(mark));
    }
}

void LineLayout::placeEnds() {
    std::vector<End> all = ends();
    if (!m_namesInside)
        for (const Threshold& threshold : m_chart.thresholds)
            if (shown(threshold))
                all.push_back({threshold.name, {}, m_theme.warn, Type::axis, std::nullopt, threshold.value});
    std::vector<Span> spans;
    const double note = m_text.line(Type::axis);
    for (const End& end : all)
        spans.push_back({m_scene.py(end.value), m_text.line(end.type) + (end.note.isEmpty() ? 0.0 : note)});
    spread(spans, 0.0, m_scene.plot.bottom() + m_text.line(Type::axis) / 2.0);

    const double left = m_scene.plot.right() + m_theme.px(12);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const End& end = all[i];
        double x = left;
        double y = spans[i].centre - (end.note.isEmpty() ? 0.0 : note / 2.0);
        if (end.stage && !end.text.isEmpty()) {
            m_scene.glyphs.push_back({QRectF(x, y - m_theme.px(4.5), m_theme.px(9), m_theme.px(9)), *end.stage});
            x += m_theme.px(13);
        }
        m_scene.labels.push_back({{x, y}, Qt::AlignLeft, end.text, end.type, end.colour, {}});
        if (!end.note.isEmpty())
            m_scene.labels.push_back({{left, y + (m_text.line(end.type) + note) / 2.0},
                                      Qt::AlignLeft,
                                      end.note,
                                      Type::axis,
                                      m_theme.secondary,
                                      {}});
    }
}

}  // namespace

Scene layOutLines(const LineChart& chart, const Theme& theme, QSizeF size) {
    return LineLayout(chart, theme, size).run();
}

}  // namespace adit::render

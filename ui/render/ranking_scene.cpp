// Ranked bars: name, bar, value; a stripe for what stands under a measure, hatching for what is not known.
#include "ui/common/number_text.h"
#include "ui/render/scene.h"

#include <algorithm>
#include <cmath>

namespace adit::render {
namespace {

class RankingLayout {
public:
    RankingLayout(const RankingChart& chart, const Theme& theme, QSizeF size, Density density)
        : m_chart(chart), m_theme(theme), m_text(theme), m_density(density) {
        m_scene.size = size;
    }

    Scene run() {
        ranges();
        frame();
        thresholds();
        for (std::size_t row = 0; row < m_chart.bars.size(); ++row)
            draw(row);
        zeroLine();
        explainStripe();
        return std::move(m_scene);
    }

private:
    void ranges();
    void frame();
    void thresholds();
    void draw(std::size_t row);
    void drawUnknown(std::size_t row);
    double whisker(std::size_t row);
    void nameOf(std::size_t row);
    void insideOf(std::size_t row, const QRectF& box);
    void zeroLine();
    void explainStripe();
    double end(const RankingBar& bar) const;
    QRectF box(std::size_t row, double from, double to) const;
    QString textOf(const RankingBar& bar) const;

    const RankingChart& m_chart;
    const Theme& m_theme;
    TextSizes m_text;
    Density m_density;
    Scene m_scene;
    double m_glyph = 0.0;
};

double RankingLayout::end(const RankingBar& bar) const {
    double value = bar.datum.value.value_or(0.0);
    if (bar.datum.bounds && std::isfinite(bar.datum.bounds->hi)) value = std::max(value, bar.datum.bounds->hi);
    return value;
}

QString RankingLayout::textOf(const RankingBar& bar) const {
    return bar.datum.text.isEmpty() ? ui::stateText(bar.datum.state) : bar.datum.text;
}

void RankingLayout::ranges() {
    double hi = m_chart.top.value_or(0.0);
    for (const RankingBar& bar : m_chart.bars)
        hi = std::max(hi, end(bar));
    for (const Threshold& threshold : m_chart.thresholds)
        hi = std::max(hi, threshold.value);
    m_scene.x.hi = hi > 0.0 ? hi : 1.0;
}

void RankingLayout::frame() {
    double names = 0.0;
    double values = 0.0;
    for (const RankingBar& bar : m_chart.bars) {
        names = std::max(names, m_text.width(bar.name, bar.strong ? Type::label : Type::subtitle));
        values = std::max(values, m_text.width(textOf(bar), Type::label));
        if (bar.stage) m_glyph = m_theme.px(15);
    }
    const double width = m_scene.size.width();
    const double left = std::min(names + m_glyph, 0.45 * width) + m_theme.px(8);
    const double right = values + m_theme.px(10);
    const double foot = m_chart.thresholds.empty() ? 0.0 : m_text.line(Type::axis) + m_theme.px(4);
    const bool stripe =
        std::any_of(m_chart.bars.begin(), m_chart.bars.end(), [](const RankingBar& b) { return b.measure; });
    const double legend = stripe && !m_chart.measureText.isEmpty() ? m_text.line(Type::axis) + m_theme.px(6) : 0.0;
    const auto rows = static_cast<double>(std::max<std::size_t>(m_chart.bars.size(), 1));
    const double most = m_theme.px(m_density == Density::page ? 34.0 : 29.0);
    const double pitch = std::clamp((m_scene.size.height() - foot - legend) / rows, 10.0, most);
    m_scene.plot = QRect(static_cast<int>(std::ceil(left)), 0, std::max(static_cast<int>(width - left - right), 10),
                         static_cast<int>(pitch * rows));
    m_scene.rowsDown = true;
    m_scene.y.lo = -0.5;
    m_scene.y.hi = rows - 0.5;
}

QRectF RankingLayout::box(std::size_t row, double from, double to) const {
    const double pitch = m_scene.plot.height() / (m_scene.y.hi - m_scene.y.lo);
    const double height = std::round(0.7 * pitch);
    const double top = std::round(m_scene.py(static_cast<double>(row)) - height / 2.0);
    return QRectF(QPointF(m_scene.px(from), top), QPointF(m_scene.px(to), top + height));
}

void RankingLayout::draw(std::size_t row) {
    const RankingBar& bar = m_chart.bars[row];
    nameOf(row);
    if (!bar.datum.value) {
        drawUnknown(row);
        return;
    }
    const double value = *bar.datum.value;
    const QColor colour = bar.others ? m_theme.other : bar.colour.in(m_theme);
    const QRectF place = box(row, 0.0, value);
    if (bar.datum.state == State::assumed) {
        m_scene.hatches.push_back(hatchOf(place, State::assumed, m_theme));
    } else {
        BarPiece piece;
        piece.horizontal = true;
        piece.width = place.height() / m_scene.plot.height() * (m_scene.y.hi - m_scene.y.lo);
        piece.keys = {static_cast<double>(row)};
        piece.values = {value};
        piece.brush = colour;
        m_scene.bars.push_back(std::move(piece));
    }
    if (bar.measure)
        m_scene.blocks.push_back({QRectF(place.left(), place.top(), place.width(), m_theme.px(4)), m_theme.alert});
    const double right = std::max(place.right(), whisker(row));
    insideOf(row, place);
    m_scene.labels.push_back({{right + m_theme.px(6), place.center().y()},
                              Qt::AlignLeft,
                              textOf(bar),
                              bar.others ? Type::subtitle : Type::label,
                              m_theme.text,
                              m_chart.thresholds.empty() ? QColor() : m_theme.card});
}

// The bounds of a bar, edged so that they show on the bar as well as beside it; returns where they end.
double RankingLayout::whisker(std::size_t row) {
    const auto& bounds = m_chart.bars[row].datum.bounds;
    if (!bounds || bounds->exact() || !std::isfinite(bounds->hi)) return 0.0;
    const QRectF open = box(row, bounds->lo, bounds->hi);
    const double y = open.center().y();
    const double half = m_theme.px(3);
    for (const QPen& pen : {QPen(m_theme.card, 3.5, Qt::SolidLine, Qt::SquareCap), QPen(m_theme.text, 1.5)}) {
        m_scene.rules.push_back({QLineF(open.left(), y, open.right(), y), pen});
        m_scene.rules.push_back({QLineF(open.left(), y - half, open.left(), y + half), pen});
        m_scene.rules.push_back({QLineF(open.right(), y - half, open.right(), y + half), pen});
    }
    return open.right();
}

// Withheld: a box over its bounds. Unknown: hatching without an outline. Not applicable: nothing but the sign.
void RankingLayout::drawUnknown(std::size_t row) {
    const RankingBar& bar = m_chart.bars[row];
    const Interval bounds = bar.datum.bounds.value_or(Interval{0.0, 0.25 * m_scene.x.hi});
    const double hi = std::isfinite(bounds.hi) ? bounds.hi : m_scene.x.hi;
    const QRectF place = box(row, bounds.lo, std::max(hi, bounds.lo + 0.02 * m_scene.x.hi));
    double right = m_scene.px(0.0);
    if (bar.datum.state != State::notApplicable) {
        m_scene.hatches.push_back(hatchOf(place, bar.datum.state, m_theme));
        right = place.right();
    }
    m_scene.labels.push_back({{right + m_theme.px(6), place.center().y()},
                              Qt::AlignLeft,
                              textOf(bar),
                              Type::subtitle,
                              bar.datum.state == State::withheld ? m_theme.text : m_theme.hint,
                              {}});
}

void RankingLayout::nameOf(std::size_t row) {
    const RankingBar& bar = m_chart.bars[row];
    const Type type = bar.strong ? Type::label : Type::subtitle;
    const double y = box(row, 0.0, 0.0).center().y();
    const double edge = m_scene.plot.left() - m_theme.px(7);
    if (bar.stage)
        m_scene.glyphs.push_back(
            {QRectF(edge - m_theme.px(9), y - m_theme.px(4.5), m_theme.px(9), m_theme.px(9)), *bar.stage});
    const double right = edge - m_glyph;
    m_scene.labels.push_back({{right, y},
                              Qt::AlignRight,
                              m_text.elided(bar.name, type, right),
                              type,
                              bar.others ? m_theme.secondary : m_theme.text,
                              {}});
    Mark mark = markOf(bar.id, bar.name, bar.datum);
    mark.stage = bar.stage;
    const QRectF place = box(row, 0.0, std::max(end(bar), 0.0));
    const double pitch = m_scene.plot.height() / (m_scene.y.hi - m_scene.y.lo);
    mark.shape.addRect(QRectF(0.0, place.center().y() - pitch / 2.0, m_scene.size.width(), pitch));
    mark.outline = place.width() > 2.0 ? place : place.adjusted(-2, 0, 4, 0);
    m_scene.marks.push_back(std::move(mark));
}

void RankingLayout::insideOf(std::size_t row, const QRectF& place) {
    const RankingBar& bar = m_chart.bars[row];
    const bool assumed = bar.datum.state == State::assumed;
    const double needed = m_text.width(bar.inside, Type::subtitle) + m_theme.px(12);
    if (bar.inside.isEmpty() || needed > place.width()) return;
    m_scene.labels.push_back(
        {{place.left() + m_theme.px(6), place.center().y()},
         Qt::AlignLeft,
         bar.inside,
         assumed ? Type::label : Type::subtitle,
         assumed ? m_theme.edit : m_theme.textOn(bar.others ? m_theme.other : bar.colour.in(m_theme)),
         assumed ? m_theme.card : QColor()});
}

void RankingLayout::thresholds() {
    QPen pen(m_theme.warn, 1.0);
    pen.setDashPattern({4, 3});
    pen.setCapStyle(Qt::FlatCap);
    for (const Threshold& threshold : m_chart.thresholds) {
        const double x = m_scene.px(threshold.value);
        const double bottom = m_scene.plot.bottom() + m_theme.px(3);
        m_scene.under.push_back({QLineF(x, m_scene.plot.top(), x, bottom), pen});
        m_scene.labels.push_back({{x, bottom + m_text.line(Type::axis) / 2.0},
                                  Qt::AlignHCenter,
                                  threshold.name,
                                  Type::axis,
                                  m_theme.warn,
                                  {}});
    }
}

void RankingLayout::zeroLine() {
    const double x = m_scene.plot.left();
    m_scene.rules.push_back(
        {QLineF(x, m_scene.plot.top(), x, m_scene.plot.bottom() + 1), QPen(m_theme.lineStrong, 1.0)});
}

void RankingLayout::explainStripe() {
    const bool drawn =
        std::any_of(m_chart.bars.begin(), m_chart.bars.end(), [](const RankingBar& b) { return b.measure; });
    if (!drawn || m_chart.measureText.isEmpty()) return;
    const double foot = m_chart.thresholds.empty() ? 0.0 : m_text.line(Type::axis) + m_theme.px(4);
    const double y = m_scene.plot.bottom() + foot + m_theme.px(6) + m_text.line(Type::axis) / 2.0;
    m_scene.blocks.push_back({QRectF(0.0, y - 1.5, m_theme.px(14), 3.0), m_theme.alert});
    m_scene.labels.push_back(
        {{m_theme.px(18), y}, Qt::AlignLeft, m_chart.measureText, Type::axis, m_theme.secondary, {}});
}

}  // namespace

Scene layOutRanking(const RankingChart& chart, const Theme& theme, QSizeF size, Density density) {
    return RankingLayout(chart, theme, size, density).run();
}

}  // namespace adit::render

// Parts of a whole over years: columns for up to eight years, areas for more, names at the right end.
#include "ui/common/number_text.h"
#include "ui/render/scene.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace adit::render {
namespace {

constexpr std::size_t mostColumns = 8;
constexpr double gap = std::numeric_limits<double>::quiet_NaN();

class StackLayout {
public:
    StackLayout(const StackChart& chart, const Theme& theme, QSizeF size)
        : m_chart(chart), m_theme(theme), m_text(theme) {
        m_scene.size = size;
    }

    Scene run() {
        m_columns = m_chart.years.size() <= mostColumns;
        frame();
        years();
        if (m_columns)
            columns();
        else
            areas();
        rests();
        marks();
        names();
        return std::move(m_scene);
    }

private:
    void frame();
    void years();
    void columns();
    void areas();
    void rests();
    void marks();
    void assumed(const QRectF& place);
    void insideText(const StackPart& part, std::size_t year, const QRectF& box);
    void names();
    QRectF box(std::size_t part, std::size_t year) const;
    double below(std::size_t part, std::size_t year) const;
    double valueOf(std::size_t part, std::size_t year) const;
    bool hasYear(std::size_t year) const;
    QString nameText(const StackPart& part) const;
    double xOf(std::size_t year) const { return m_columns ? static_cast<double>(year) : m_chart.years[year]; }

    static constexpr double m_barWidth = 0.78;
    const StackChart& m_chart;
    const Theme& m_theme;
    TextSizes m_text;
    Scene m_scene;
    bool m_columns = true;
};

double StackLayout::valueOf(std::size_t part, std::size_t year) const {
    if (part >= m_chart.parts.size()) return 0.0;  // nobody is named
    const StackPart& p = m_chart.parts[part];
    return year < p.values.size() ? p.values[year].value.value_or(0.0) : 0.0;
}

double StackLayout::below(std::size_t part, std::size_t year) const {
    double sum = 0.0;
    for (std::size_t i = 0; i < part; ++i)
        sum += valueOf(i, year);
    return sum;
}

bool StackLayout::hasYear(std::size_t year) const {
    return std::any_of(m_chart.parts.begin(), m_chart.parts.end(),
                       [year](const StackPart& p) { return year < p.values.size() && p.values[year].value; });
}

QString StackLayout::nameText(const StackPart& part) const {
    const QString text = part.values.empty() ? QString() : part.values.back().text;
    return text.isEmpty() ? part.name : part.name + QLatin1Char(' ') + text;
}

void StackLayout::frame() {
    double right = 0.0;
    for (const StackPart& part : m_chart.parts)
        right = std::max(right, m_text.width(nameText(part), Type::subtitle));
    right = std::min(right + m_theme.px(14), 0.5 * m_scene.size.width());
    double left = m_theme.px(2);
    if (!m_columns) {
        m_scene.y.grid = niceTicks(0.0, m_chart.whole, 4);
        for (const QString& text : tickTexts(m_scene.y.grid, m_chart.unit))
            left = std::max(left, m_text.width(text, Type::axis) + m_theme.px(8));
    }
    const double bottom = m_text.line(Type::axis) + m_theme.px(6);
    const double top = m_columns ? m_theme.px(4) : m_text.line(Type::axis) / 2.0;
    const auto width = static_cast<int>(m_scene.size.width() - left - right - m_theme.px(8));
    m_scene.plot = QRect(static_cast<int>(std::ceil(left)), static_cast<int>(std::ceil(top)), std::max(width, 10),
                         std::max(static_cast<int>(m_scene.size.height() - top - bottom), 10));
    m_scene.y.hi = m_chart.whole;
    const QStringList texts = tickTexts(m_scene.y.grid, m_chart.unit);
    for (std::size_t i = 0; i < m_scene.y.grid.size(); ++i)
        m_scene.labels.push_back({{left - m_theme.px(8), m_scene.py(m_scene.y.grid[i])},
                                  Qt::AlignRight,
                                  texts[static_cast<qsizetype>(i)],
                                  Type::axis,
                                  m_theme.secondary,
                                  {}});
}

void StackLayout::years() {
    if (m_chart.years.empty()) return;
    const double y = m_scene.plot.bottom() + m_theme.px(5) + m_text.line(Type::axis) / 2.0;
    m_scene.x.lo = m_columns ? -0.5 : m_chart.years.front();
    m_scene.x.hi = m_columns ? static_cast<double>(m_chart.years.size()) - 0.5 : m_chart.years.back();
    const double label = m_text.width(QStringLiteral("2000"), Type::axis) + m_theme.px(10);
    std::vector<int> ticks = m_chart.years;
    if (!m_columns) ticks = yearTicks(m_chart.years.front(), m_chart.years.back(), m_scene.plot.width(), label);
    const bool every = !m_columns || m_scene.plot.width() >= label * static_cast<double>(ticks.size());
    for (std::size_t i = 0; i < ticks.size(); ++i) {
        if (!every && (ticks.size() - 1 - i) % 2 == 1) continue;
        const bool chosen = m_chart.selectedYear == ticks[i];
        m_scene.labels.push_back({{m_scene.px(m_columns ? static_cast<double>(i) : ticks[i]), y},
                                  Qt::AlignHCenter,
                                  QString::number(ticks[i]),
                                  chosen ? Type::header : Type::axis,
                                  chosen ? m_theme.accent : m_theme.secondary,
                                  {}});
    }
}

void StackLayout::columns() {
    for (std::size_t part = 0; part < m_chart.parts.size(); ++part) {
        BarPiece piece;
        for (std::size_t year = 0; year < m_chart.years.size(); ++year) {
            piece.keys.push_back(xOf(year));
            piece.values.push_back(valueOf(part, year));
        }
        piece.width = m_barWidth;
        piece.brush = m_chart.parts[part].colour.in(m_theme);
        piece.above = part == 0 ? -1 : static_cast<int>(part) - 1;
        m_scene.bars.push_back(std::move(piece));
    }
}

void StackLayout::areas() {
    for (std::size_t part = 0; part < m_chart.parts.size(); ++part) {
        GraphPiece piece;
        for (std::size_t year = 0; year < m_chart.years.size(); ++year) {
            piece.keys.push_back(xOf(year));
            piece.values.push_back(hasYear(year) ? below(part + 1, year) : gap);
        }
        piece.pen = QPen(m_theme.card, 1.0);
        piece.fill = m_chart.parts[part].colour.in(m_theme);
        piece.fillTo = part == 0 ? -1 : static_cast<int>(part) - 1;
        m_scene.graphs.push_back(std::move(piece));
    }
    if (!m_chart.selectedYear) return;
    const double x = m_scene.px(*m_chart.selectedYear);
    if (x < m_scene.plot.left() || x > m_scene.plot.right() + 1) return;
    m_scene.rules.push_back({QLineF(x, m_scene.plot.top(), x, m_scene.plot.bottom()), QPen(m_theme.accent, 1.0)});
}

QRectF StackLayout::box(std::size_t part, std::size_t year) const {
    const double base = below(part, year);
    const double half = m_columns ? m_barWidth / 2.0 : 0.5;
    const double left = std::max(m_scene.px(xOf(year) - half), static_cast<double>(m_scene.plot.left()));
    const double right = std::min(m_scene.px(xOf(year) + half), m_scene.plot.right() + 1.0);
    return QRectF(QPointF(left, m_scene.py(base + valueOf(part, year))), QPointF(right, m_scene.py(base)));
}

// What the parts leave of the whole is hatched: nobody's, because not attributed.
void StackLayout::rests() {
    if (!m_columns) return;
    for (std::size_t year = 0; year < m_chart.years.size(); ++year) {
        const double sum = below(m_chart.parts.size(), year);
        if (sum >= 0.995 * m_chart.whole) continue;
        const QRectF column = box(0, year);
        const QRectF rest(QPointF(column.left(), m_scene.py(m_chart.whole)),
                          QPointF(column.right(), m_scene.py(sum) - 1));
        m_scene.hatches.push_back(hatchOf(rest, hasYear(year) ? State::withheld : State::unknown, m_theme));
    }
}

void StackLayout::marks() {
    for (std::size_t year = 0; year < m_chart.years.size(); ++year) {
        for (std::size_t i = m_chart.parts.size(); i-- > 0;) {
            const StackPart& part = m_chart.parts[i];
            if (year >= part.values.size() || !part.values[year].value) continue;
            const QRectF place = box(i, year);
            const QString when = QString::number(m_chart.years[year]);
            Mark mark =
                markOf(part.id + QLatin1Char('/') + when, part.name + QStringLiteral(", ") + when, part.values[year]);
            mark.shape.addRect(place);
            mark.outline = place;
            m_scene.marks.push_back(std::move(mark));
            if (part.values[year].state == State::assumed) assumed(place);
            if (m_columns) insideText(part, year, place);
        }
    }
}

// A year of an area is no box: a dot stands in it.
void StackLayout::assumed(const QRectF& place) {
    if (m_columns)
        m_scene.hatches.push_back(assumedStripes(place, m_theme));
    else
        m_scene.dots.push_back(assumedDot(place.center(), 3.0, m_theme));
}

void StackLayout::insideText(const StackPart& part, std::size_t year, const QRectF& place) {
    const QString& text = part.values[year].text;
    const bool large = *part.values[year].value >= 0.3 * m_chart.whole;
    const bool fits =
        place.height() > m_theme.px(18) && place.width() > m_text.width(text, Type::label) + m_theme.px(4);
    if (!large || !fits) return;
    m_scene.labels.push_back(
        {place.center(), Qt::AlignHCenter, text, Type::label, m_theme.textOn(part.colour.in(m_theme)), {}});
}

void StackLayout::names() {
    if (m_chart.years.empty()) return;
    std::vector<Span> spans;
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < m_chart.parts.size(); ++i) {
        const bool present =
            !m_chart.parts[i].values.empty() && m_chart.parts[i].values.back().value.value_or(0.0) > 0.0;
        if (!present) continue;
        const QRectF place = box(i, m_chart.years.size() - 1);
        spans.push_back({place.center().y(), m_text.line(Type::subtitle)});
        shown.push_back(i);
    }
    spread(spans, 0.0, m_scene.plot.bottom() + 1.0);
    const double x = m_scene.plot.right() + m_theme.px(8);
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const StackPart& part = m_chart.parts[shown[i]];
        const double y = spans[i].centre;
        const double side = m_theme.px(9);
        m_scene.blocks.push_back({QRectF(x, y - side / 2.0, side, side), part.colour.in(m_theme)});
        const double room = m_scene.size.width() - x - m_theme.px(14);
        m_scene.labels.push_back({{x + m_theme.px(14), y},
                                  Qt::AlignLeft,
                                  m_text.elided(nameText(part), Type::subtitle, room),
                                  Type::subtitle,
                                  m_theme.text,
                                  {}});
    }
}

}  // namespace

Scene layOutStack(const StackChart& chart, const Theme& theme, QSizeF size) {
    return StackLayout(chart, theme, size).run();
}

}  // namespace adit::render

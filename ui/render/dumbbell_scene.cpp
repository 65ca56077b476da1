// Two values a row joined by a line: the distance is the message.
#include "ui/render/scene.h"

#include <algorithm>
#include <cmath>

namespace adit::render {
namespace {

class DumbbellLayout {
public:
    DumbbellLayout(const DumbbellChart& chart, const Theme& theme, QSizeF size, Density density)
        : m_chart(chart), m_theme(theme), m_text(theme), m_density(density) {
        m_scene.size = size;
    }

    Scene run() {
        frame();
        axis();
        for (std::size_t row = 0; row < m_chart.rows.size(); ++row)
            draw(row);
        legend();
        return std::move(m_scene);
    }

private:
    void frame();
    void axis();
    void draw(std::size_t row);
    void end(std::size_t row, const Datum& datum, bool second);
    void legend();

    const DumbbellChart& m_chart;
    const Theme& m_theme;
    TextSizes m_text;
    Density m_density;
    Scene m_scene;
};

void DumbbellLayout::frame() {
    double names = 0.0;
    double hi = m_chart.top.value_or(0.0);
    for (const DumbbellRow& row : m_chart.rows) {
        names = std::max(names, m_text.width(row.name, Type::subtitle));
        hi = std::max({hi, row.first.value.value_or(0.0), row.second.value.value_or(0.0)});
        for (const Datum* datum : {&row.first, &row.second})
            if (datum->bounds && std::isfinite(datum->bounds->hi)) hi = std::max(hi, datum->bounds->hi);
    }
    const std::vector<double> ticks = niceTicks(0.0, hi > 0.0 ? hi : 1.0, 4);
    const double step = ticks.size() > 1 ? ticks[1] - ticks[0] : 1.0;
    m_scene.x.hi = std::ceil((hi > 0.0 ? hi : 1.0) / step - 1e-9) * step;
    m_scene.x.grid = niceTicks(0.0, m_scene.x.hi, static_cast<int>(std::lround(m_scene.x.hi / step)));
    const double width = m_scene.size.width();
    const double left = std::min(names, 0.4 * width) + m_theme.px(12);
    const double head = m_text.line(Type::axis) + m_theme.px(4);
    const double foot = m_text.line(Type::axis) + m_theme.px(6);
    const auto rows = static_cast<double>(std::max<std::size_t>(m_chart.rows.size(), 1));
    const double most = m_theme.px(m_density == Density::page ? 40.0 : 28.0);
    const double pitch = std::clamp((m_scene.size.height() - head - foot) / rows, 12.0, most);
    m_scene.plot = QRect(static_cast<int>(std::ceil(left)), static_cast<int>(head),
                         std::max(static_cast<int>(width - left - m_theme.px(18)), 10), static_cast<int>(pitch * rows));
    m_scene.rowsDown = true;
    m_scene.y.lo = -0.5;
    m_scene.y.hi = rows - 0.5;
}

void DumbbellLayout::axis() {
    const QStringList texts = tickTexts(m_scene.x.grid, m_chart.unit);
    const double y = m_scene.plot.bottom() + m_theme.px(5) + m_text.line(Type::axis) / 2.0;
    for (std::size_t i = 0; i < m_scene.x.grid.size(); ++i)
        m_scene.labels.push_back({{m_scene.px(m_scene.x.grid[i]), y},
                                  Qt::AlignHCenter,
                                  texts[static_cast<qsizetype>(i)],
                                  Type::axis,
                                  m_theme.secondary,
                                  {}});
}

void DumbbellLayout::draw(std::size_t row) {
    const DumbbellRow& r = m_chart.rows[row];
    const double y = m_scene.py(static_cast<double>(row));
    if (r.first.value && r.second.value)
        m_scene.rules.push_back({QLineF(m_scene.px(*r.first.value), y, m_scene.px(*r.second.value), y),
                                 QPen(m_theme.lineStrong, m_theme.px(4), Qt::SolidLine, Qt::FlatCap)});
    end(row, r.first, false);
    end(row, r.second, true);
    const double right = m_scene.plot.left() - m_theme.px(12);
    m_scene.labels.push_back(
        {{right, y}, Qt::AlignRight, m_text.elided(r.name, Type::subtitle, right), Type::subtitle, m_theme.text, {}});
}

void DumbbellLayout::end(std::size_t row, const Datum& datum, bool second) {
    const DumbbellRow& r = m_chart.rows[row];
    const double y = m_scene.py(static_cast<double>(row));
    if (datum.bounds && !datum.bounds->exact()) {
        const double hi = std::min(datum.bounds->hi, m_scene.x.hi);
        QColor soft = m_theme.accent;
        soft.setAlphaF(0.25F);
        m_scene.rules.push_back({QLineF(m_scene.px(datum.bounds->lo), y, m_scene.px(hi), y),
                                 QPen(soft, m_theme.px(8), Qt::SolidLine, Qt::FlatCap)});
    }
    if (!datum.value) return;
    const QPointF centre(m_scene.px(*datum.value), y);
    const QColor ink = datum.state == State::assumed ? m_theme.edit : m_theme.accent;
    m_scene.dots.push_back({centre, m_theme.px(second ? 5.0 : 4.5), second ? QBrush(ink) : QBrush(m_theme.card),
                            second ? QPen(Qt::NoPen) : QPen(ink, 1.8)});
    const QString side = second ? m_chart.secondName : m_chart.firstName;
    Mark mark = markOf(r.id + QLatin1Char('/') + (second ? QStringLiteral("second") : QStringLiteral("first")),
                       r.name + QStringLiteral(", ") + side, datum);
    mark.shape.addRect(QRectF(centre.x() - m_theme.px(8), y - m_theme.px(10), m_theme.px(16), m_theme.px(20)));
    mark.outline = QRectF(centre.x() - m_theme.px(6), y - m_theme.px(6), m_theme.px(12), m_theme.px(12));
    m_scene.marks.push_back(std::move(mark));
}

// The two names stand over the first row that has both ends, pushed apart where they would touch.
void DumbbellLayout::legend() {
    const auto both = std::find_if(m_chart.rows.begin(), m_chart.rows.end(),
                                   [](const DumbbellRow& r) { return r.first.value && r.second.value; });
    const double dot = m_theme.px(12);
    const double first = m_text.width(m_chart.firstName, Type::axis) + dot;
    const double second = m_text.width(m_chart.secondName, Type::axis) + dot;
    const bool found = both != m_chart.rows.end();
    const double gap = m_theme.px(12);
    std::vector<Span> spans{{found ? m_scene.px(*both->first.value) : m_scene.plot.left() + first, first + gap},
                            {found ? m_scene.px(*both->second.value) : m_scene.plot.right() - second, second + gap}};
    spread(spans, std::min<double>(m_scene.plot.left() - gap, m_scene.size.width() - first - second - 3 * gap),
           m_scene.size.width());
    const double y = m_text.line(Type::axis) / 2.0;
    const auto place = [&](const Span& span, const QString& name, double width, bool filled) {
        const double left = span.centre - width / 2.0;
        m_scene.labels.push_back(
            {{left, y}, Qt::AlignLeft, name, Type::axis, filled ? m_theme.accent : m_theme.secondary, {}});
        m_scene.dots.push_back({{left + width - m_theme.px(4), y + 0.5},
                                m_theme.px(filled ? 3.0 : 2.6),
                                filled ? QBrush(m_theme.accent) : QBrush(m_theme.card),
                                filled ? QPen(Qt::NoPen) : QPen(m_theme.accent, 1.2)});
    };
    place(spans[0], m_chart.firstName, first, false);
    place(spans[1], m_chart.secondName, second, true);
}

}  // namespace

Scene layOutDumbbell(const DumbbellChart& chart, const Theme& theme, QSizeF size, Density density) {
    return DumbbellLayout(chart, theme, size, density).run();
}

}  // namespace adit::render

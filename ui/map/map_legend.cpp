#include "ui/map/map_legend.h"

#include "ui/render/chart_plot.h"
#include "ui/render/scene.h"

#include <QPainter>

#include <algorithm>

namespace adit::ui::map {
namespace {

using render::Type;

constexpr double edge = 8.0;  // to the area
constexpr double padding = 10.0;
constexpr double gap = 18.0;  // between columns
constexpr double swatch = 36.0;
constexpr double swatchHeight = 11.0;
constexpr double box = 12.0;  // of "none" and "n/a"
constexpr double row = 18.0;
constexpr double lineLength = 24.0;
constexpr double stripe = 5.0;
constexpr double freeWidth = 2.5;  // of the sample arcs
constexpr double height = 66.0;    // three rows: low, since the far south of the land lies behind

// Widths of the three columns: the scale, the states beside it, what arcs mean.
struct Columns {
    double scale = 0.0;
    double states = 0.0;
    double flows = 0.0;
};

double sampleWidth(const render::TextSizes& text, const QString& word, const render::Theme& theme) {
    return theme.px(lineLength + 6) + text.width(word, Type::axis);
}

Columns columnsOf(const MapValue& value, const render::Theme& theme) {
    const render::TextSizes text(theme);
    const MapLegend& legend = value.legend;
    const double classes = double(value.colours(theme).classes.size());
    const double last = legend.breaks.isEmpty() ? 0.0 : text.width(legend.breaks.last(), Type::axis);
    Columns c;
    c.scale = std::max(classes * theme.px(swatch) + last / 2.0, text.width(legend.title, Type::label));
    for (const QString& word : {legend.none, legend.missing, legend.smallState})
        c.states = std::max(c.states, theme.px(box + 6) + text.width(word, Type::axis));
    if (value.arcs.empty()) return c;
    double second = sampleWidth(text, legend.freeFlow, theme);
    if (!legend.assumedFlow.isEmpty()) second += theme.px(gap) + sampleWidth(text, legend.assumedFlow, theme);
    c.flows = std::max(sampleWidth(text, legend.measureFlow, theme), second);
    c.flows = std::max(c.flows, text.width(legend.width, Type::axis));
    return c;
}

class Legend {
public:
    Legend(QPainter& painter, const QRectF& place, const MapValue& value, const render::Theme& theme)
        : m_painter(painter),
          m_place(place),
          m_value(value),
          m_theme(theme),
          m_columns(columnsOf(value, theme)),
          m_left(place.left() + theme.px(padding)) {}

    void paint() {
        m_painter.setPen(QPen(m_theme.line, 1.0));
        m_painter.setBrush(m_theme.card);
        m_painter.drawRect(m_place);
        write(m_left, rowAt(0), m_value.legend.title, Type::label, m_theme.text);
        classes(m_place.top() + m_theme.px(27));
        states(m_left + m_columns.scale + m_theme.px(gap));
        if (!m_value.arcs.empty()) flows(m_left + m_columns.scale + m_columns.states + 2 * m_theme.px(gap));
    }

private:
    double rowAt(int n) const { return m_place.top() + m_theme.px(15 + n * row); }
    void write(double x, double y, const QString& text, Type type, const QColor& colour,
               Qt::Alignment align = Qt::AlignLeft) {
        render::paintLabel(m_painter, {{x, y}, align, text, type, colour, {}}, m_theme);
    }

    void classes(double top) {
        const render::ColourScale scale = m_value.colours(m_theme);
        const double width = m_theme.px(swatch);
        for (std::size_t i = 0; i < scale.classes.size(); ++i)
            m_painter.fillRect(QRectF(m_left + double(i) * width, top, width, m_theme.px(swatchHeight)),
                               scale.classes[i]);
        for (qsizetype i = 0; i < m_value.legend.breaks.size(); ++i) {
            const Qt::Alignment align = i == 0 ? Qt::AlignLeft : Qt::AlignHCenter;
            write(m_left + double(i) * width, top + m_theme.px(swatchHeight + 9), m_value.legend.breaks[i], Type::axis,
                  m_theme.secondary, align);
        }
    }

    void states(double x) {
        int n = 0;
        for (const bool missing : {false, true}) {
            const QString& word = missing ? m_value.legend.missing : m_value.legend.none;
            if (!word.isEmpty()) state(x, rowAt(n++), word, missing);
        }
        if (!m_value.legend.smallState.isEmpty()) smallState(x, rowAt(n));
    }

    void state(double x, double y, const QString& text, bool missing) {
        const QRectF place(x, y - m_theme.px(box / 2), m_theme.px(box), m_theme.px(box));
        m_painter.fillRect(place, m_theme.land);
        if (missing) render::paintHatch(m_painter, {place, m_theme.hatchLine, {}, m_theme.card});
        write(x + m_theme.px(box + 6), y, text, Type::axis, m_theme.secondary);
    }

    void flow(double x, double y, const QColor& colour, double width, const QString& text) {
        m_painter.setPen(QPen(colour, m_theme.px(width), Qt::SolidLine, Qt::FlatCap));
        m_painter.drawLine(QLineF(x, y, x + m_theme.px(lineLength), y));
        write(x + m_theme.px(lineLength + 6), y, text, Type::axis, m_theme.secondary);
    }

    void flows(double x) {
        flow(x, rowAt(0), m_theme.alert, 4.5, m_value.legend.measureFlow);
        flow(x, rowAt(1), m_theme.hint, freeWidth, m_value.legend.freeFlow);
        if (!m_value.legend.assumedFlow.isEmpty()) assumedFlow(x);
        write(x, rowAt(2), m_value.legend.width, Type::axis, m_theme.secondary);
    }

    // Beside the free flow.
    void assumedFlow(double x) {
        const double left =
            x + sampleWidth(render::TextSizes(m_theme), m_value.legend.freeFlow, m_theme) + m_theme.px(gap);
        flow(left, rowAt(1), m_theme.hint, freeWidth, m_value.legend.assumedFlow);
        m_painter.setPen(stripesOf(m_theme.px(freeWidth), m_theme));
        m_painter.drawLine(QLineF(left, rowAt(1), left + m_theme.px(lineLength), rowAt(1)));
    }

    void smallState(double x, double y) {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_value.colours(m_theme).classes[1]);
        m_painter.drawEllipse(QPointF(x + m_theme.px(box / 2), y), m_theme.px(5), m_theme.px(5));
        write(x + m_theme.px(box + 6), y, m_value.legend.smallState, Type::axis, m_theme.secondary);
    }

    QPainter& m_painter;
    QRectF m_place;
    const MapValue& m_value;
    const render::Theme& m_theme;
    Columns m_columns;
    double m_left;
};

}  // namespace

QRectF legendBox(const MapValue& value, const render::Theme& theme, const QRectF& area) {
    if (value.legend.title.isEmpty()) return {};
    const Columns c = columnsOf(value, theme);
    const double flows = value.arcs.empty() ? 0.0 : c.flows + theme.px(gap);
    const double width = c.scale + theme.px(gap) + c.states + flows + 2 * theme.px(padding);
    const QRectF place(area.left() + edge, area.bottom() - edge - theme.px(height), width, theme.px(height));
    return place.toAlignedRect().toRectF().translated(0.5, 0.5);
}

QPen stripesOf(double width, const render::Theme& theme) {
    QPen pen(theme.edit, width, Qt::CustomDashLine, Qt::FlatCap);
    const double part = theme.px(stripe) / std::max(width, 1.0);  // dashes are counted in widths
    pen.setDashPattern({part, part});
    return pen;
}

void paintLegend(QPainter& painter, const QRectF& place, const MapValue& value, const render::Theme& theme) {
    if (!place.isEmpty()) Legend(painter, place, value, theme).paint();
}

}  // namespace adit::ui::map

#include "ui/render/scene.h"

#include "ui/common/number_text.h"
#include "ui/render/text_cache.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace adit::render {
namespace {

// Spans that touch; it stands where its members are displaced least on the whole.
struct Cluster {
    std::vector<Span*> members;
    double height = 0.0;
    double wished = 0.0;  // sum of the tops that each member would give the cluster
    double top = 0.0;

    double bottom() const { return top + height; }
    void settle(double lo, double hi) {
        top = std::max(lo, std::min(wished / static_cast<double>(members.size()), hi - height));
    }
    void take(const Cluster& below) {
        wished += below.wished - height * static_cast<double>(below.members.size());
        members.insert(members.end(), below.members.begin(), below.members.end());
        height += below.height;
    }
    void place() const {
        double at = top;
        for (Span* span : members) {
            span->centre = at + span->height / 2.0;
            at += span->height;
        }
    }
};

}  // namespace

double Scene::px(double value) const {
    return plot.left() + (value - x.lo) / (x.hi - x.lo) * plot.width();
}

// QCPAxis counts from the last pixel row inside the axis rectangle, or from the first when reversed.
double Scene::py(double value) const {
    const double part = (value - y.lo) / (y.hi - y.lo) * plot.height();
    return rowsDown ? plot.top() + part : plot.bottom() - part;
}

double TextSizes::width(const QString& text, Type type) const {
    return textWidth(text, type, m_theme);
}

double TextSizes::line(Type type) const {
    return metricsOf(type, m_theme).height();
}

double TextSizes::capHeight(Type type) const {
    return metricsOf(type, m_theme).capHeight();
}

QString TextSizes::elided(const QString& text, Type type, double width) const {
    if (this->width(text, type) <= width) return text;
    return metricsOf(type, m_theme).elidedText(text, Qt::ElideRight, width);
}

void spread(std::vector<Span>& spans, double lo, double hi) {
    std::vector<Span*> order;
    for (Span& span : spans)
        order.push_back(&span);
    std::stable_sort(order.begin(), order.end(), [](const Span* a, const Span* b) { return a->centre < b->centre; });
    std::vector<Cluster> clusters;
    for (Span* span : order) {
        clusters.push_back({{span}, span->height, span->centre - span->height / 2.0});
        clusters.back().settle(lo, hi);
        while (clusters.size() > 1 && clusters[clusters.size() - 2].bottom() > clusters.back().top) {
            const Cluster last = std::move(clusters.back());
            clusters.pop_back();
            clusters.back().take(last);
            clusters.back().settle(lo, hi);
        }
    }
    for (const Cluster& cluster : clusters)
        cluster.place();
}

std::vector<double> niceTicks(double lo, double hi, int most) {
    if (!(hi > lo) || most < 1) return {lo};
    const double least = (hi - lo) / most;
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    double step = 10.0 * power;
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= least * (1.0 - 1e-9)) {
            step = factor * power;
            break;
        }
    }
    std::vector<double> ticks;
    const auto first = static_cast<long>(std::ceil(lo / step - 1e-9));
    const auto last = static_cast<long>(std::floor(hi / step + 1e-9));
    for (long i = first; i <= last; ++i)
        ticks.push_back(static_cast<double>(i) * step);
    return ticks;
}

QStringList tickTexts(const std::vector<double>& ticks, const QString& unit) {
    const double step = ticks.size() > 1 ? ticks[1] - ticks[0] : 1.0;
    const int decimals = step >= 1.0 ? 0 : static_cast<int>(std::ceil(-std::log10(step) - 1e-9));
    const ui::NumberText number;
    QStringList texts;
    for (const double tick : ticks)
        texts << number.fixed(tick, decimals);
    if (!texts.isEmpty() && !unit.isEmpty()) texts.last() += ui::thinSpace + unit;
    return texts;
}

std::vector<int> yearTicks(int first, int last, double pixels, double labelWidth) {
    const int years = std::max(last - first, 1);
    int step = 1000;
    for (const int candidate : {1, 2, 5, 10, 20, 50, 100, 200, 500}) {
        if (pixels * candidate / years >= labelWidth) {
            step = candidate;
            break;
        }
    }
    std::vector<int> ticks;
    for (int year = first + (step - first % step) % step; year <= last; year += step)
        ticks.push_back(year);
    return ticks;
}

Mark markOf(const QString& id, const QString& name, const Datum& datum) {
    Mark mark;
    mark.id = id;
    mark.link = datum.link;
    mark.name = name;
    mark.lines = datum.details;
    if (mark.lines.empty()) {
        const QString text = datum.text.isEmpty() ? ui::stateText(datum.state) : datum.text;
        mark.lines.emplace_back(QString(), text);
    }
    if (mark.lines.size() > 6) mark.lines.resize(6);
    mark.alert = datum.alert;
    return mark;
}

QString readOut(const Mark& mark) {
    QStringList parts{mark.name};
    for (const auto& [label, value] : mark.lines)
        parts << (label.isEmpty() ? value : label + QLatin1Char(' ') + value);
    if (!mark.alert.isEmpty()) parts << mark.alert;
    return parts.join(QStringLiteral(", "));
}

HatchBox hatchOf(const QRectF& box, State state, const Theme& theme) {
    if (state == State::assumed) return {box, theme.edit, theme.edit, theme.card};
    const QColor outline = state == State::withheld ? theme.secondary : QColor();
    return {box, theme.hatchLine, outline, theme.card};
}

HatchBox assumedStripes(const QRectF& box, const Theme& theme) {
    return {box, theme.edit, theme.edit, {}};
}

Dot assumedDot(QPointF centre, double radius, const Theme& theme) {
    return {centre, theme.px(radius), theme.edit, QPen(theme.card, 1.0)};
}

Scene layOut(const Chart& chart, const Theme& theme, QSizeF size, Density density) {
    struct Visitor {
        const Theme& theme;
        QSizeF size;
        Density density;
        Scene operator()(const LineChart& c) const { return layOutLines(c, theme, size); }
        Scene operator()(const StackChart& c) const { return layOutStack(c, theme, size); }
        Scene operator()(const RankingChart& c) const { return layOutRanking(c, theme, size, density); }
        Scene operator()(const DumbbellChart& c) const { return layOutDumbbell(c, theme, size, density); }
        Scene operator()(const TimeChart& c) const { return layOutTime(c, theme, size, density); }
    };
    return std::visit(Visitor{theme, size, density}, chart);
}

}  // namespace adit::render

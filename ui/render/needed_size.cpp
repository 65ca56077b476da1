#include "ui/render/scene.h"

#include <algorithm>

namespace adit::render {
namespace {

struct Needed {
    const Theme& theme;
    TextSizes text{theme};

    // Axis labels, the longest threshold name inside the plot, and the names at the line ends.
    QSizeF operator()(const LineChart& c) const {
        double ends = 0.0;
        double height = text.line(Type::axis) + theme.px(8);
        for (const LineSeries& series : c.series) {
            const double glyph = series.stage ? theme.px(13) : 0.0;
            ends = std::max(
                {ends, glyph + text.width(series.endLabel, Type::label), text.width(series.endNote, Type::axis)});
            if (!series.endLabel.isEmpty()) height += text.line(Type::label);
            if (!series.endNote.isEmpty()) height += text.line(Type::axis);
        }
        double plot = theme.px(110);
        for (const Threshold& threshold : c.thresholds) {
            plot = std::max(plot, text.width(threshold.name, Type::axis));
            height += text.line(Type::axis);
        }
        const double ticks = text.width(QStringLiteral("00\u202F000\u202F%"), Type::axis) + theme.px(8);
        return {ticks + plot + ends + theme.px(18), std::max(height, theme.px(100))};
    }
    QSizeF operator()(const StackChart& c) const {
        const auto parts = static_cast<double>(c.parts.size());
        return {theme.px(240), std::max(theme.px(110), parts * text.line(Type::subtitle) + theme.px(24))};
    }
    QSizeF operator()(const RankingChart& c) const {
        const bool stripe = std::any_of(c.bars.begin(), c.bars.end(), [](const RankingBar& b) { return b.measure; });
        const double lines = (stripe && !c.measureText.isEmpty() ? 1.4 : 0.0) + (c.thresholds.empty() ? 0.0 : 1.4);
        const auto rows = static_cast<double>(c.bars.size());
        return {theme.px(200), rows * theme.px(18) + lines * text.line(Type::axis)};
    }
    QSizeF operator()(const DumbbellChart& c) const {
        return {theme.px(220),
                static_cast<double>(c.rows.size()) * theme.px(18) + 2.0 * text.line(Type::axis) + theme.px(10)};
    }
    QSizeF operator()(const TimeChart& c) const {
        return {theme.px(240),
                static_cast<double>(c.bars.size()) * theme.px(16) + 2.0 * text.line(Type::axis) + theme.px(14)};
    }
};

}  // namespace

QSizeF neededSize(const Chart& chart, const Theme& theme) {
    return std::visit(Needed{theme}, chart);
}

}  // namespace adit::render

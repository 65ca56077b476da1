#include "ui/map/map_charts.h"

#include "core/index/registry.h"
#include "ui/common/measure_text.h"

#include <QCoreApplication>

namespace adit::ui::map {
namespace {

constexpr std::size_t mostBars = 8;

QString tr(const char* text) {
    return QCoreApplication::translate("Map", text);
}

}  // namespace

render::RankingChart topSuppliers(const Setting& s, bool measures) {
    render::RankingChart chart;
    const auto market = marketAt(s, s.context.year);
    chart.text = chartText(s, {}, tr("Share of %1, %, %2").arg(outputName(s.context.stage)).arg(s.context.year), {});
    chart.measureText = tr("under an export measure");
    if (!market) return chart;
    chart.text.source = tr("Source: %1").arg(sourceTip(s.data, market->source));
    double rest = 0.0;
    std::size_t others = 0;
    for (const index::Holder& holder : market->holders) {
        if (chart.bars.size() == mostBars) {
            rest += holder.share.value_or(0.0);
            ++others;
            continue;
        }
        render::RankingBar bar;
        bar.id = text(s.data[holder.economy].code);
        bar.name = economyName(s, holder.economy);
        bar.datum = shareDatum(s, *market, holder);
        bar.colour = render::Ink::classOf(render::Breaks::share, bar.datum.value.value_or(0.0));
        bar.measure = measures && isInForce(s, leadingMeasure(s, holder.economy));
        bar.strong = chart.bars.empty();
        if (bar.measure) bar.datum.alert = measureText(s, leadingMeasure(s, holder.economy));
        chart.bars.push_back(std::move(bar));
    }
    const auto addRest = [&](const QString& id, const QString& name, double share) {
        render::RankingBar bar;
        bar.id = id;
        bar.name = name;
        bar.datum.value = share * 100.0;
        bar.datum.text = s.numbers.percent(share);
        bar.colour = render::Ink::other();
        bar.others = true;
        chart.bars.push_back(std::move(bar));
    };
    if (others > 0) addRest(QStringLiteral("others"), tr("%1 others").arg(others), rest);
    if (market->unattributedShare() > 0.0005) {
        addRest(QStringLiteral("unattributed"),
                s.context.view == View::located ? tr("not attributed") : tr("controller unknown"),
                market->unattributedShare());
    }
    return chart;
}

render::LineChart concentrationStrip(const Setting& s) {
    render::LineChart chart;
    const std::vector<int> years = s.data.yearsOf(s.context.mineral, s.context.stage);
    chart.text = chartText(s, {}, tr("HHI of %1, 0–10\u202F000").arg(outputName(s.context.stage)), {});
    if (years.empty()) return chart;
    render::LineSeries line = concentrationLine(s, s.context.stage, years);
    const auto figure = index::find("hhi-10k")->compute(queryAt(s, s.context.stage, s.context.year));
    line.endLabel = s.numbers.figure(figure);
    line.endNote.clear();
    chart.series.push_back(std::move(line));
    chart.thresholds = {{1800.0, tr("highly 1\u202F800")}};
    chart.selectedYear = s.context.year;
    chart.text.source = tr("Source: %1").arg(sourcesOf(s, s.context.stage, years.front(), years.back()));
    return chart;
}

}  // namespace adit::ui::map

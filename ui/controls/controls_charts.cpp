#include "ui/common/figure_link.h"
#include "ui/common/measure_text.h"
#include "ui/controls/controls_data.h"

#include <QCoreApplication>

#include <algorithm>

namespace adit::ui::measures {
namespace {

constexpr std::size_t mostBars = 13;
constexpr std::size_t mostLines = 11;
constexpr int yearsShown = 7;

QString tr(const char* text) {
    return QCoreApplication::translate("Controls", text);
}

QString imposersText(const Setting& s, const Exposed& exposed) {
    if (exposed.imposers.empty()) return {};
    QStringList names{economyName(s, exposed.imposers.front())};
    if (exposed.imposers.size() > 1) names << tr("%1 more").arg(exposed.imposers.size() - 1);
    return names.join(QStringLiteral(", "));
}

render::RankingBar barOf(const Setting& s, Whose whose, const Exposed& exposed) {
    const index::Query& query = exposed.under.query;
    render::RankingBar bar;
    bar.id = text(s.data[query.mineral].slug) + QLatin1Char('/') + text(id(query.stage));
    bar.name = text(s.data[query.mineral].name);
    bar.stage = query.stage;
    bar.inside = imposersText(s, exposed);
    bar.datum.value = exposed.under.share * 100.0;
    bar.datum.text = s.numbers.percent(exposed.under.share);
    bar.datum.link = linkOf({whose == Whose::consumer ? "exposure-binary" : "exposure-world", query});
    if (exposed.bounds) bar.datum.details.emplace_back(tr("at most"), s.numbers.percent(exposed.bounds->hi));
    const auto amount = [](const Estimate& e) { return e.value.value_or(e.bounds ? e.bounds->lo : 0.0); };
    const auto mark = [](const Estimate& e) { return e.value ? QString() : QStringLiteral("≥ "); };
    const exposure::ExposedTrade& trade = exposed.trade;
    if (trade.tonnes.bounds)
        bar.datum.details.emplace_back(tr("imports of %1").arg(trade.year),
                                       mark(trade.tonnes) + s.numbers.mass(amount(trade.tonnes)));
    if (trade.usd.bounds)
        bar.datum.details.emplace_back(tr("by value, %1").arg(trade.year),
                                       mark(trade.usd) + s.numbers.value(amount(trade.usd), Unit::usd));
    bar.datum.details.emplace_back(tr("imposed by"), imposersText(s, exposed));
    bar.datum.alert = kindName(exposed.kind);
    bar.colour = exposed.own ? render::Ink(&render::Theme::edit) : kindInk(exposed.kind);
    return bar;
}

}  // namespace

render::RankingChart exposureChart(const Setting& s, Whose whose, const std::vector<Exposed>& exposed) {
    render::RankingChart chart;
    const QString day = s.numbers.date(dateOf(asOfDay(s.context)));
    const QString who = economyName(s, s.context.consumer);
    const QString what = whose == Whose::consumer ? tr("Supply of %1 under a measure in force, %, %2").arg(who, day)
                                                  : tr("World output under measures of one imposer, %, %1").arg(day);
    chart.text =
        chartText(s, tr("Nothing comes under a measure"), what,
                  tr("Colour: the hardest kind, ban, quota, licence or other. Supply: as the inspector says of "
                     "each bar."));
    chart.text.assumption = assumptionLine(s);
    for (const Exposed& one : exposed) {
        if (chart.bars.size() == mostBars || one.under.share <= 0.0) break;
        chart.bars.push_back(barOf(s, whose, one));
    }
    if (chart.bars.empty()) return chart;
    const auto above =
        std::count_if(exposed.begin(), exposed.end(), [](const Exposed& e) { return e.under.share > 0.65; });
    chart.text.title = above == 0   ? tr("%1 is the most exposed").arg(chart.bars.front().name)
                       : above == 1 ? tr("%1 is exposed by more than 65 %").arg(chart.bars.front().name)
                                    : tr("%1 are exposed by more than 65 %").arg(above);
    chart.thresholds = {{65.0, tr("65 %")}};
    chart.top = 100.0;
    return chart;
}

render::TimeChart timeLine(const Setting& s, const std::vector<const Measure*>& measures) {
    render::TimeChart chart;
    chart.isRegister = true;
    chart.asOf = dateOf(asOfDay(s.context));
    chart.asOfText = tr("as of %1").arg(s.numbers.date(chart.asOf));
    chart.to = QDate(chart.asOf.year() + 1, 12, 31);
    chart.from = QDate(chart.to.year() - yearsShown, 1, 1);
    std::size_t within = 0;
    for (const Measure* measure : measures) {
        const QDate end = dateOf(controls::lastDay(measure->ended));
        render::TimeBar bar = timeBar(s, *measure);
        if (!bar.from.isValid() || bar.from > chart.to || (end.isValid() && end < chart.from)) continue;
        ++within;
        bar.name = tr("%1: %2").arg(economyName(s, measure->imposer), text(s.data[measure->mineral].name));
        if (chart.bars.size() < mostLines) chart.bars.push_back(std::move(bar));
    }
    // No empty years before the first of those shown, but three in all at least.
    QDate first(chart.to.year() - 2, 1, 1);
    for (const render::TimeBar& bar : chart.bars)
        first = std::min(first, QDate(bar.from.year(), 1, 1));
    chart.from = std::max(chart.from, first);
    const auto standing =
        std::count_if(measures.begin(), measures.end(), [&](const Measure* m) { return isInForce(s, m); });
    chart.text =
        chartText(s, tr("%1 of %2 measures shown are in force").arg(standing).arg(measures.size()),
                  tr("Time line of the register below; the latest %1 of %2").arg(chart.bars.size()).arg(within),
                  tr("Register of measures, as of %1").arg(s.numbers.date(chart.asOf)));
    chart.text.assumption = assumptionLine(s);
    return chart;
}

}  // namespace adit::ui::measures

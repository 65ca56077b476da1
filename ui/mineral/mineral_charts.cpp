#include "ui/mineral/mineral_charts.h"

#include "core/index/registry.h"
#include "ui/common/figure_link.h"

#include <QCoreApplication>

#include <algorithm>

namespace adit::ui::mineral {
namespace {

constexpr std::size_t mostParts = 5;  // coloured countries in a stack, before "n others"
constexpr std::size_t mostStackYears = 8;
constexpr std::size_t mostDumbbells = 5;

QString tr(const char* text) {
    return QCoreApplication::translate("Mineral", text);
}
std::vector<int> stackYears(const Setting& s) {
    std::vector<int> years = s.data.yearsOf(s.context.mineral, s.context.stage);
    std::erase_if(years, [&](int year) { return year > s.context.year; });
    if (years.size() > mostStackYears) years.erase(years.begin(), years.end() - mostStackYears);
    return years;
}

}  // namespace

render::LineChart concentration(const Setting& s) {
    render::LineChart chart;
    int from = 9999;
    int to = 0;
    QStringList sources;
    for (const Stage stage : s.data.stagesOf(s.context.mineral)) {
        const std::vector<int> years = s.data.yearsOf(s.context.mineral, stage);
        if (years.empty()) continue;
        from = std::min(from, years.front());
        to = std::max(to, years.back());
        chart.series.push_back(concentrationLine(s, stage, years));
        sources << tr("%1: %2").arg(stageTitle(stage), sourcesOf(s, stage, years.front(), years.back()));
    }
    chart.thresholds = {
        {1000.0, tr("moderately 1\u202F000")}, {1800.0, tr("highly 1\u202F800")}, {4000.0, tr("EU screen 4\u202F000")}};
    chart.selectedYear = s.context.year;
    chart.text = chartText(s, {},
                           tr("HHI of world output %1, 0–10\u202F000")
                               .arg(s.context.view == View::located ? tr("by location") : tr("by control")),
                           {});
    chart.text.source = sources.join(QStringLiteral(". "));
    return chart;
}

render::StackChart shares(const Setting& s) {
    render::StackChart chart;
    const std::vector<int> years = stackYears(s);
    const auto now = marketAt(s, s.context.year);
    chart.text = chartText(s, {}, tr("Share of world %1, %").arg(outputName(s.context.stage)), {});
    if (!now || years.empty()) return chart;
    chart.years = years;
    chart.selectedYear = s.context.year;
    chart.text.source = tr("Source: %1").arg(sourcesOf(s, s.context.stage, years.front(), years.back()));
    std::vector<std::optional<index::Market>> markets;
    for (const int year : years)
        markets.push_back(marketAt(s, year));
    for (std::size_t i = 0; i < now->holders.size() && i < mostParts; ++i) {
        const EconomyId economy = now->holders[i].economy;
        render::StackPart part;
        part.id = text(s.data[economy].code);
        part.name = economyName(s, economy);
        part.colour = render::Ink::economy(part.id);
        for (const auto& market : markets) {
            const index::Holder* holder = market ? market->find(economy) : nullptr;
            part.values.push_back(holder != nullptr ? shareDatum(s, *market, *holder) : render::Datum{});
        }
        chart.parts.push_back(std::move(part));
    }
    render::StackPart others;
    others.id = QStringLiteral("others");
    others.colour = render::Ink::other();
    const std::size_t rest = now->holders.size() > mostParts ? now->holders.size() - mostParts : 0;
    others.name = tr("%1 others").arg(rest);
    for (std::size_t i = 0; i < markets.size(); ++i) {
        render::Datum datum;
        if (markets[i]) {
            double named = 0.0;
            double all = 0.0;
            for (const index::Holder& holder : markets[i]->holders)
                all += holder.share.value_or(0.0) * 100.0;
            for (const render::StackPart& part : chart.parts)
                named += part.values[i].value.value_or(0.0);
            datum.value = std::max(0.0, all - named);
            datum.text = s.numbers.percent(*datum.value / 100.0);
        }
        others.values.push_back(datum);
    }
    if (rest > 0) chart.parts.push_back(std::move(others));
    return chart;
}

render::DumbbellChart control(const Setting& s) {
    render::DumbbellChart chart;
    chart.firstName = tr("located");
    chart.secondName = tr("controlled");
    chart.text = chartText(s, {}, tr("Share of %1, %, %2").arg(outputName(s.context.stage)).arg(s.context.year), {});
    index::Query query = queryAt(s, s.context.stage, s.context.year);
    query.view = View::located;
    const auto located = index::market(query);
    query.view = View::controlled;
    const auto controlled = index::market(query);
    if (!located || !controlled) return chart;
    chart.text.source =
        tr("Located: %1. Controlled: stakes in mines and plants; %2 of output without a known controller.")
            .arg(text(s.data[located->source].publisher), s.numbers.percent(controlled->unattributedShare()));
    std::vector<std::pair<double, EconomyId>> order;
    for (const index::Market* market : {&*located, &*controlled}) {
        for (const index::Holder& holder : market->holders) {
            const auto known =
                std::find_if(order.begin(), order.end(), [&](const auto& o) { return o.second == holder.economy; });
            if (known == order.end())
                order.emplace_back(holder.share.value_or(0.0), holder.economy);
            else
                known->first = std::max(known->first, holder.share.value_or(0.0));
        }
    }
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    if (order.size() > mostDumbbells) order.resize(mostDumbbells);
    const auto datum = [&](const index::Market& market, EconomyId economy) {
        render::Datum out;
        const index::Holder* holder = market.find(economy);
        const bool anyones = market.residual == index::ResidualRule::anyone;
        if (holder != nullptr && holder->share) out.value = *holder->share * 100.0;
        if (holder == nullptr && !anyones) out.value = 0.0;
        const double known = holder != nullptr ? holder->share.value_or(0.0) : 0.0;
        const Interval bounds = anyones             ? Interval{known, known + market.unattributedShare()}
                                : holder != nullptr ? holder->shareBounds
                                                    : Interval{};
        if (!bounds.exact()) out.bounds = Interval{bounds.lo * 100.0, bounds.hi * 100.0};
        out.text = out.bounds ? s.numbers.interval(bounds, Unit::one) : s.numbers.percent(known);
        if (holder != nullptr && holder->state == State::assumed) out.state = State::assumed;
        if (isAssumed(market)) out.details.emplace_back(editMark, tr("rests on your assumption"));
        index::Query share = query;
        share.view = market.view;
        share.economy = economy;
        out.link = linkOf({"share", share});
        return out;
    };
    for (const auto& [share, economy] : order) {
        chart.rows.push_back({text(s.data[economy].code), economyName(s, economy), datum(*located, economy),
                              datum(*controlled, economy)});
    }
    return chart;
}

}  // namespace adit::ui::mineral

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
QString text(std::string_view s) {
    return QString::fromUtf8(s.data(), static_cast<qsizetype>(s.size()));
}

index::Query at(const Setting& s, Stage stage, int year) {
    index::Query query = queryOf(s.data, s.context);
    query.stage = stage;
    query.year = year;
    if (stage != s.context.stage || year != s.context.year) query.source.reset();
    return query;
}

QString stageTitle(Stage stage) {
    return stage == Stage::mine ? tr("Mine") : stage == Stage::refine ? tr("Refine") : tr("Component");
}

QString outputName(Stage stage) {
    return stage == Stage::mine     ? tr("mine output")
           : stage == Stage::refine ? tr("refined output")
                                    : tr("component output");
}

QString breakText(const Preference* preference, const Dataset& data) {
    if (preference == nullptr || preference->breaks == Break::none) return {};
    const QString source = text(data[preference->source].publisher);
    if (preference->breaks == Break::basis) return tr("basis: %1").arg(text(data[preference->basis]));
    return tr("source: %1").arg(source);
}

// The publications behind a run of years, in the order of their first year: "BGS 2000–2023; USGS 2024".
QString sourcesOf(const Setting& s, Stage stage, int from, int to) {
    struct Run {
        SourceId source;
        int from;
        int to;
    };
    std::vector<Run> runs;
    for (const int year : s.data.yearsOf(s.context.mineral, stage)) {
        const Series* series = s.data.seriesFor(s.context.mineral, stage, year);
        if (series == nullptr || year < from || year > to) continue;
        if (runs.empty() || runs.back().source != series->source) runs.push_back({series->source, year, year});
        runs.back().to = year;
    }
    QStringList names;
    for (const Run& run : runs) {
        names << QStringLiteral("%1, %2").arg(text(s.data[run.source].publisher), s.numbers.period(run.from, run.to));
    }
    return names.join(QStringLiteral("; "));
}

QString editionOf(const Setting& s) {
    return text(s.data.edition);
}

render::LineSeries concentrationOf(const Setting& s, Stage stage, const std::vector<int>& years) {
    render::LineSeries line;
    line.id = text(id(stage));
    line.name = stageTitle(stage);
    line.colour = s.theme.stage(stage);
    line.stage = stage;
    const index::Definition* hhi = index::find("hhi-10k");
    for (const int year : years) {
        const index::Query query = at(s, stage, year);
        const Figure figure = hhi->compute(query);
        render::LinePoint point;
        point.year = year;
        point.datum.value = figure.value;
        if (figure.bounds && !figure.bounds->exact()) point.datum.bounds = figure.bounds;
        point.datum.text = s.numbers.figure(figure);
        point.datum.link = linkOf({"hhi-10k", query});
        point.breakBefore = breakText(s.data.preferenceFor(s.context.mineral, stage, year), s.data);
        if (point.datum.bounds) {
            point.datum.details.emplace_back(tr("bounds"), s.numbers.interval(*figure.bounds, figure.unit));
        }
        if (!point.breakBefore.isEmpty()) point.datum.details.emplace_back(tr("break"), point.breakBefore);
        line.points.push_back(std::move(point));
    }
    if (line.points.empty()) return line;
    const auto shown = std::find_if(line.points.begin(), line.points.end(),
                                    [&](const render::LinePoint& p) { return p.year == s.context.year; });
    const render::LinePoint& last = shown != line.points.end() ? *shown : line.points.back();
    line.endLabel = QStringLiteral("%1 %2").arg(line.name, last.datum.text);
    if (std::any_of(line.points.begin(), line.points.end(), [](const auto& p) { return p.datum.bounds.has_value(); })) {
        line.endNote = tr("band: bounds of the part not attributed");
    }
    return line;
}

QString shortSource(const Setting& s, const std::optional<index::Market>& market) {
    return market ? text(s.data[market->source].publisher) : QString();
}

std::optional<index::Market> marketAt(const Setting& s, int year) {
    auto market = index::market(at(s, s.context.stage, year));
    if (!market) return std::nullopt;
    return std::move(market).value();
}

QString economyName(const Setting& s, EconomyId economy) {
    return text(s.data[economy].shortName);
}

render::Datum shareDatum(const Setting& s, const index::Market& market, const index::Holder& holder) {
    render::Datum datum;
    datum.value = holder.share ? std::optional(*holder.share * 100.0) : std::nullopt;
    if (!holder.shareBounds.exact())
        datum.bounds = Interval{holder.shareBounds.lo * 100.0, holder.shareBounds.hi * 100.0};
    datum.state = holder.state;
    datum.text = holder.share ? s.numbers.percent(*holder.share) : s.numbers.interval(holder.shareBounds, Unit::one);
    index::Query query = at(s, market.stage, market.year);
    query.economy = holder.economy;
    datum.link = linkOf({"share", query});
    return datum;
}

std::vector<int> stackYears(const Setting& s) {
    std::vector<int> years = s.data.yearsOf(s.context.mineral, s.context.stage);
    std::erase_if(years, [&](int year) { return year > s.context.year; });
    if (years.size() > mostStackYears) years.erase(years.begin(), years.end() - mostStackYears);
    return years;
}

}  // namespace

QString contextLine(const Setting& s) {
    const Mineral& mineral = s.data[s.context.mineral];
    QStringList stages;
    for (const Stage stage : s.data.stagesOf(s.context.mineral))
        stages << stageName(stage);
    QStringList parts{
        mineral.basis.empty() ? text(mineral.name) : tr("%1, %2").arg(text(mineral.name), text(mineral.basis)),
        stages.join(tr(" and ")), viewName(s.context.view), QString::number(s.context.year)};
    const QDate asOf = QDate::fromString(text(s.context.asOf), Qt::ISODate);
    if (asOf.isValid()) parts << tr("measures as of %1").arg(s.numbers.date(asOf));
    return parts.join(QStringLiteral(" · "));
}

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
        chart.series.push_back(concentrationOf(s, stage, years));
        sources << tr("%1: %2").arg(stageTitle(stage), sourcesOf(s, stage, years.front(), years.back()));
    }
    chart.thresholds = {
        {1000.0, tr("moderately 1\u202F000")}, {1800.0, tr("highly 1\u202F800")}, {4000.0, tr("EU screen 4\u202F000")}};
    chart.selectedYear = s.context.year;
    chart.text.subtitle = tr("HHI of world output %1, 0–10\u202F000")
                              .arg(s.context.view == View::located ? tr("by location") : tr("by control"));
    chart.text.source = sources.join(QStringLiteral(". "));
    chart.text.context = contextLine(s);
    chart.text.edition = editionOf(s);
    return chart;
}

render::StackChart shares(const Setting& s) {
    render::StackChart chart;
    const std::vector<int> years = stackYears(s);
    const auto now = marketAt(s, s.context.year);
    chart.text.subtitle = tr("Share of world %1, %").arg(outputName(s.context.stage));
    chart.text.context = contextLine(s);
    chart.text.edition = editionOf(s);
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
        part.colour = s.theme.economy(part.id);
        for (const auto& market : markets) {
            const index::Holder* holder = market ? market->find(economy) : nullptr;
            part.values.push_back(holder != nullptr ? shareDatum(s, *market, *holder) : render::Datum{});
        }
        chart.parts.push_back(std::move(part));
    }
    render::StackPart others;
    others.id = QStringLiteral("others");
    others.colour = s.theme.other;
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
    chart.text.subtitle = tr("Share of %1, %, %2").arg(outputName(s.context.stage)).arg(s.context.year);
    chart.text.context = contextLine(s);
    chart.text.edition = editionOf(s);
    index::Query query = at(s, s.context.stage, s.context.year);
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
        out.value = holder != nullptr ? holder->share.value_or(0.0) * 100.0 : 0.0;
        out.text = s.numbers.percent(*out.value / 100.0);
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

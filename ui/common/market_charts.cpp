#include "ui/common/market_charts.h"

#include "core/index/registry.h"
#include "core/workspace/describe.h"
#include "core/workspace/overlay.h"
#include "ui/common/figure_link.h"

#include <QCoreApplication>

#include <algorithm>

namespace adit::ui {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Market", text);
}

// What stands behind a run of years, joined where the publication stays the same.
struct Run {
    SourceId source;
    int from = 0;
    int to = 0;
};

std::vector<Run> runsOf(const Setting& s, Stage stage, int from, int to) {
    std::vector<Run> runs;
    for (const int year : s.data.yearsOf(s.context.mineral, stage)) {
        const index::Query query = queryAt(s, stage, year);
        const Series* series = s.data.seriesFor(s.context.mineral, stage, year, query.source);
        if (series == nullptr || year < from || year > to) continue;
        if (runs.empty() || runs.back().source != series->source) runs.push_back({series->source, year, year});
        runs.back().to = year;
    }
    return runs;
}

render::LinePoint pointOf(const Setting& s, Stage stage, int year, const index::Definition& hhi) {
    const index::Query query = queryAt(s, stage, year);
    const Figure figure = hhi.compute(query);
    render::LinePoint point;
    point.year = year;
    point.datum.value = figure.value;
    if (figure.bounds && !figure.bounds->exact()) point.datum.bounds = figure.bounds;
    point.datum.text = s.numbers.figure(figure);
    point.datum.link = linkOf({std::string(hhi.id), query});
    point.breakBefore = breakText(s.data.preferenceFor(s.context.mineral, stage, year), s.data);
    if (point.datum.bounds) {
        point.datum.details.emplace_back(tr("bounds"), s.numbers.interval(*figure.bounds, figure.unit));
    }
    if (figure.flags.has(Flag::assumed)) {
        point.datum.state = State::assumed;
        point.datum.details.emplace_back(editMark, tr("rests on your assumption"));
    }
    if (!point.breakBefore.isEmpty()) point.datum.details.emplace_back(tr("break"), point.breakBefore);
    return point;
}

}  // namespace

QString text(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

Cell textCell(const QString& text, std::optional<double> sort) {
    Cell cell;
    cell.text = text;
    cell.sort = sort;
    return cell;
}

QString economyName(const Setting& s, EconomyId economy) {
    return text(s.data[economy].shortName);
}

QString outputName(Stage stage) {
    if (stage == Stage::mine) return tr("mine output");
    return stage == Stage::refine ? tr("refined output") : tr("component output");
}

QString stageTitle(Stage stage) {
    if (stage == Stage::mine) return tr("Mine");
    return stage == Stage::refine ? tr("Refine") : tr("Component");
}

QString stateWord(State state) {
    switch (state) {
        case State::known:
            return tr("reported");
        case State::estimated:
            return tr("estimated");
        case State::rounded:
            return tr("rounded");
        case State::withheld:
            return tr("withheld");
        case State::derived:
            return tr("derived");
        case State::assumed:
            return tr("assumed");
        case State::zero:
            return tr("zero");
        case State::notApplicable:
            return tr("not applicable");
        case State::unknown:
            break;
    }
    return tr("unknown");
}

QString sourceTip(const Dataset& data, SourceId source) {
    if (!source.valid()) return {};
    const Source& of = data[source];
    return tr("%1: %2 (%3)").arg(text(of.publisher), text(of.title), text(of.year));
}

index::Query queryAt(const Setting& s, Stage stage, int year) {
    index::Query query = queryOf(s.data, s.context);
    query.stage = stage;
    query.year = year;
    if (!query.source) return query;
    // A chosen publication is followed through every year that it gives, and no other stage.
    const auto series = s.data.production.at(query.mineral, stage, year);
    const bool given =
        std::any_of(series.begin(), series.end(), [&](const Series& x) { return x.source == *query.source; });
    if (!given || stage != s.context.stage) query.source.reset();
    return query;
}

std::optional<index::Market> marketAt(const Setting& s, int year) {
    auto market = index::market(queryAt(s, s.context.stage, year));
    if (!market) return std::nullopt;
    return std::move(market).value();
}

QString breakText(const Preference* preference, const Dataset& data) {
    if (preference == nullptr || preference->breaks == Break::none) return {};
    if (preference->breaks == Break::basis) return tr("basis: %1").arg(text(data[preference->basis]));
    return tr("source: %1").arg(text(data[preference->source].publisher));
}

QString sourcesOf(const Setting& s, Stage stage, int from, int to) {
    QStringList names;
    for (const Run& run : runsOf(s, stage, from, to)) {
        const QString period = run.from == run.to ? QString::number(run.from) : s.numbers.period(run.from, run.to);
        names << QStringLiteral("%1, %2").arg(text(s.data[run.source].publisher), period);
    }
    return names.join(QStringLiteral("; "));
}

render::ChartText chartText(const Setting& s, const QString& title, const QString& subtitle, const QString& source) {
    render::ChartText out;
    out.title = title;
    out.subtitle = subtitle;
    out.source = source;
    out.context = contextLine(s);
    out.edition = text(s.data.edition);
    out.date = s.numbers.date(QDate::currentDate());
    out.assumption = marketAssumptions(s);
    return out;
}

QString assumptionLine(const QStringList& names) {
    constexpr qsizetype named = 3;
    if (names.isEmpty()) return {};
    const QString first = names.mid(0, named).join(QStringLiteral(", "));
    if (names.size() <= named) return tr("Your assumptions: %1").arg(first);
    return tr("Your assumptions: %1 and %2 more").arg(first).arg(names.size() - named);
}

QString marketAssumptions(const Setting& s) {
    QStringList names;
    for (const Assumed& assumed : s.data.assumed) {
        const bool reaches = assumed.what == Assumable::production || assumed.what == Assumable::imports ||
                             assumed.what == Assumable::exports;
        if (reaches && assumed.mineral == s.context.mineral)
            names << text(workspace::describe(workspace::keyOf(s.data, assumed), &s.data));
    }
    return assumptionLine(names);
}

bool isAssumed(const index::Market& market) {
    return std::any_of(market.holders.begin(), market.holders.end(),
                       [](const index::Holder& holder) { return holder.state == State::assumed; });
}

QString contextLine(const Setting& s) {
    const Mineral& mineral = s.data[s.context.mineral];
    QStringList parts;
    const Series* series = s.data.seriesFor(s.context.mineral, s.context.stage, s.context.year, s.context.source);
    const QString basis = series != nullptr ? text(s.data[series->basis]) : text(mineral.basis);
    parts << (basis.isEmpty() ? text(mineral.name) : tr("%1, %2").arg(text(mineral.name), basis));
    parts << stageName(s.context.stage) << viewName(s.context.view) << QString::number(s.context.year);
    if (const auto market = marketAt(s, s.context.year)) parts << tr("world %1").arg(s.numbers.mass(market->total));
    const QDate asOf = QDate::fromString(text(s.context.asOf), Qt::ISODate);
    if (asOf.isValid()) parts << tr("measures as of %1").arg(s.numbers.date(asOf));
    return parts.join(QStringLiteral(" · "));
}

MassUnit tableUnit(const Dataset& data, MineralId mineral, const std::vector<double>& tonnes) {
    const MineralId group = data[mineral].partOf;
    const bool platinum =
        data[mineral].slug == "platinum-group" || (group.valid() && data[group].slug == "platinum-group");
    const bool small = std::any_of(tonnes.begin(), tonnes.end(), [](double t) { return t > 0.0 && t < 1.0; });
    return platinum && small ? MassUnit::kilograms : MassUnit::tonnes;
}

QString massText(const NumberText& numbers, double tonnes, MassUnit unit) {
    return unit == MassUnit::kilograms ? numbers.massIn(tonnes, unit) : numbers.source(tonnes);
}

QString subjectOf(const Context& context) {
    return QStringLiteral("%1/%2/%3/%4")
        .arg(context.mineral.index())
        .arg(static_cast<int>(context.stage))
        .arg(static_cast<int>(context.view))
        .arg(context.consumer.valid() ? static_cast<qint64>(context.consumer.index()) : -1);
}

render::LineSeries concentrationLine(const Setting& s, Stage stage, const std::vector<int>& years) {
    render::LineSeries line;
    line.id = text(id(stage));
    line.name = stageTitle(stage);
    line.colour = render::Ink::stage(stage);
    line.stage = stage;
    const index::Definition* hhi = index::find("hhi-10k");
    for (const int year : years)
        line.points.push_back(pointOf(s, stage, year, *hhi));
    if (line.points.empty()) return line;
    const auto shown = std::find_if(line.points.begin(), line.points.end(),
                                    [&](const render::LinePoint& p) { return p.year == s.context.year; });
    line.endLabel =
        QStringLiteral("%1 %2").arg(line.name, (shown != line.points.end() ? *shown : line.points.back()).datum.text);
    if ((shown != line.points.end() ? *shown : line.points.back()).datum.state == State::assumed)
        line.endLabel.prepend(editMark + QLatin1Char(' '));
    const bool banded =
        std::any_of(line.points.begin(), line.points.end(), [](const auto& p) { return p.datum.bounds.has_value(); });
    if (banded) line.endNote = tr("band: bounds");
    return line;
}

render::Datum shareDatum(const Setting& s, const index::Market& market, const index::Holder& holder) {
    render::Datum datum;
    datum.value = holder.share ? std::optional(*holder.share * 100.0) : std::nullopt;
    if (!holder.shareBounds.exact())
        datum.bounds = Interval{holder.shareBounds.lo * 100.0, holder.shareBounds.hi * 100.0};
    datum.state = holder.state;
    datum.text = holder.share ? s.numbers.percent(*holder.share) : s.numbers.interval(holder.shareBounds, Unit::one);
    if (isAssumed(market)) datum.details.emplace_back(editMark, tr("rests on your assumption"));
    index::Query query = queryAt(s, market.stage, market.year);
    query.view = market.view;
    query.economy = holder.economy;
    datum.link = linkOf({"share", query});
    return datum;
}

}  // namespace adit::ui

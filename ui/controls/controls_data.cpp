#include "ui/controls/controls_data.h"

#include "core/consumer/figures.h"
#include "core/exposure/exposure_figures.h"
#include "ui/common/measure_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace adit::ui::measures {
namespace {

using controls::Standing;

constexpr std::array stages{Stage::mine, Stage::refine, Stage::component};
constexpr std::array hardness{0, 1, 3, 4, 2, 5};  // of MeasureKind: ban, quota, licensing, tax, processing, other

QString tr(const char* text) {
    return QCoreApplication::translate("Controls", text);
}

index::Query queryFor(const Setting& s, MineralId mineral, Stage stage) {
    index::Query query = queryOf(s.data, s.context);
    query.source.reset();
    query.mineral = mineral;
    query.stage = stage;
    query.asOf = asOfDay(s.context);
    return query;
}

void note(Exposed& exposed, const Measure& measure) {
    if (std::find(exposed.imposers.begin(), exposed.imposers.end(), measure.imposer) == exposed.imposers.end())
        exposed.imposers.push_back(measure.imposer);
    const auto rank = [](MeasureKind kind) { return hardness.at(static_cast<std::size_t>(kind)); };
    if (rank(measure.kind) < rank(exposed.kind)) exposed.kind = measure.kind;
    exposed.own = exposed.own || measure.own;
}

std::optional<Exposed> ofConsumer(const Setting& s, MineralId mineral, Stage stage) {
    index::Query query = queryFor(s, mineral, stage);
    query.economy = s.context.consumer;
    query.year = dateOf(query.asOf).year();
    const auto at =
        exposure::exposureAt({{&s.data, s.context.consumer, mineral, stage, query.year}, *query.asOf, {}, {}});
    if (!at) return std::nullopt;
    Exposed out;
    out.under = {query, at->binary};
    if (at->binary > 0.0) out.trade = exposure::exposedTrade(consumer::questionOf(query), at->hits);
    if (!(at->binaryRange.exact())) out.bounds = at->binaryRange;
    for (const exposure::Hit& hit : at->hits) {
        if (hit.counts() && hit.supplyShare > 0.0) note(out, *hit.measure);
    }
    return out;
}

// Of a single imposer: what several do together no one of them decides.
std::optional<Exposed> ofWorld(const Setting& s, MineralId mineral, Stage stage) {
    index::Query query = queryFor(s, mineral, stage);
    const std::vector<int> years = s.data.yearsOf(mineral, stage);
    if (years.empty()) return std::nullopt;
    const auto later = std::upper_bound(years.begin(), years.end(), s.context.year);
    query.year = later == years.begin() ? years.front() : *std::prev(later);
    const auto under = exposure::worldUnder(query, *query.asOf);
    Exposed out;
    out.under = {query, 0.0};
    if (under.empty()) return out;
    const exposure::UnderMeasure& first = under.front();
    if (!first.share.value) return std::nullopt;
    out.under.share = *first.share.value;
    if (first.share.bounds && !first.share.bounds->exact()) out.bounds = first.share.bounds;
    for (const Measure* measure : first.measures)
        note(out, *measure);
    return out;
}

bool fits(StateFilter filter, Standing standing) {
    switch (filter) {
        case StateFilter::all:
            return true;
        case StateFilter::inForce:
            return standing == Standing::inForce;
        case StateFilter::suspended:
            return standing == Standing::suspended || standing == Standing::suspensionOver;
        case StateFilter::announced:
            return standing == Standing::announced || standing == Standing::undated;
        case StateFilter::ended:
            return standing == Standing::ended;
    }
    return true;
}

bool mentions(const Setting& s, const Measure& measure, const QString& wanted) {
    if (wanted.isEmpty()) return true;
    const QString all = QStringList{economyName(s, measure.imposer),
                                    text(s.data[measure.mineral].name),
                                    text(measure.instrument),
                                    text(measure.form),
                                    text(measure.note),
                                    kindName(measure.kind),
                                    text(measure.id)}
                            .join(QLatin1Char(' '));
    return all.contains(wanted, Qt::CaseInsensitive);
}

}  // namespace

std::vector<Exposed> exposures(const Setting& s, Whose whose) {
    std::vector<Exposed> out;
    for (std::size_t m = 0; m < s.data.minerals.size(); ++m) {
        for (const Stage stage : stages) {
            auto one = whose == Whose::consumer ? ofConsumer(s, MineralId(m), stage) : ofWorld(s, MineralId(m), stage);
            if (one) out.push_back(std::move(*one));
        }
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const Exposed& a, const Exposed& b) { return a.under.share > b.under.share; });
    return out;
}

std::vector<const Measure*> filtered(const Setting& s, const Filter& filter) {
    std::vector<const Measure*> out;
    for (const Measure& measure : s.data.measures) {
        if (filter.imposer && measure.imposer != *filter.imposer) continue;
        if (filter.kind && measure.kind != *filter.kind) continue;
        if (filter.mineral && controls::reachOf(s.data, measure, *filter.mineral) == controls::Reach::none) continue;
        if (!fits(filter.state, controls::standingOn(measure, asOfDay(s.context)))) continue;
        if (mentions(s, measure, filter.text)) out.push_back(&measure);
    }
    const auto start = [](const Measure* m) {
        return controls::firstDay(m->effective.empty() ? m->announced : m->effective).value_or(controls::Day());
    };
    std::stable_sort(out.begin(), out.end(), [&](const Measure* a, const Measure* b) {
        if (a->own != b->own) return a->own;
        return start(a) > start(b);
    });
    return out;
}

std::vector<EconomyId> imposers(const Dataset& data) {
    std::vector<EconomyId> out;
    for (const Measure& measure : data.measures) {
        if (std::find(out.begin(), out.end(), measure.imposer) == out.end()) out.push_back(measure.imposer);
    }
    std::sort(out.begin(), out.end(), [&](EconomyId a, EconomyId b) { return data[a].shortName < data[b].shortName; });
    return out;
}

workspace::Key severityKey(const QString& kind) {
    return {workspace::Quantity::severity, {}, {}, kind.toStdString()};
}

QString assumptionLine(const Setting& s) {
    const auto own =
        std::count_if(s.data.measures.begin(), s.data.measures.end(), [](const Measure& m) { return m.own; });
    QStringList parts;
    if (own == 1) parts << tr("one hypothetical measure");
    if (own > 1) parts << tr("%1 hypothetical measures").arg(own);
    for (const Assumed& assumed : s.data.assumed) {
        if (assumed.what == Assumable::severity) parts << tr("severity of %1").arg(text(assumed.detail));
    }
    return ui::assumptionLine(parts);
}

}  // namespace adit::ui::measures

#include "core/workspace/replaced_trade.h"

#include "core/base/sum.h"
#include "core/consumer/trade.h"
#include "core/workspace/assumption.h"

#include <algorithm>
#include <limits>

namespace adit::workspace {
namespace {

using consumer::Measured;

constexpr double none = std::numeric_limits<double>::quiet_NaN();

struct Place {
    EconomyId economy;
    MineralId mineral;
    Stage stage = Stage::mine;
    int year = 0;
    EconomyId partner;  // none of exports
};

// A year was settled unless there are figures of none.
std::optional<Place> placeOf(const Dataset& data, const Assumed& assumed) {
    const Detail detail = detailOf(assumed.what, assumed.detail);
    if (!detail.stage || !detail.year) return std::nullopt;
    const auto partner = data.economy(detail.partner);
    if (!partner && namesPartner(assumed.what)) return std::nullopt;
    return Place{assumed.economy, assumed.mineral, *detail.stage, *detail.year, partner.value_or(EconomyId())};
}

bool isBloc(const Dataset& data, EconomyId economy) {
    return data[economy].kind == EconomyKind::bloc;
}

// An economy is in itself; a bloc has its members.
bool isIn(const Dataset& data, EconomyId economy, EconomyId whole, int year) {
    return economy == whole || data.isMember(economy, whole, year);
}

// Puts a row like another into every column of a table of flows before a row.
void insertFlow(TradeTable& t, std::size_t before, std::size_t like, EconomyId partner, Measured measured, double x) {
    const auto repeat = [&](auto& column) {
        const auto value = column[like];
        column.insert(column.begin() + static_cast<std::ptrdiff_t>(before), value);
    };
    repeat(t.mineral);
    repeat(t.stage);
    repeat(t.year);
    repeat(t.importer);
    repeat(t.exporter);
    repeat(t.hs6);
    repeat(t.source);
    repeat(t.role);
    repeat(t.coverage);
    repeat(t.flag);
    repeat(t.tonnes);
    repeat(t.contained);
    repeat(t.usd);
    if (!t.assumedUsd.empty())
        t.assumedUsd.insert(t.assumedUsd.begin() + static_cast<std::ptrdiff_t>(before), std::nullopt);
    t.exporter[before] = partner;
    t.flag[before] = TradeFlag::none;
    t.tonnes[before] = t.contained[before] = measured == Measured::mass ? x : none;
    t.usd[before] = measured == Measured::value ? x : none;
}

// The rows of the importer's trade from one publisher, and those of them that come from the partner.
struct Flows {
    std::vector<std::size_t> all;
    std::vector<std::size_t> ofPartner;
    double sum = 0.0;  // of the partner
};

Flows flowsAt(const Dataset& data, const Place& place, SourceId publisher, Measured measured) {
    const TradeTable& t = data.trade;
    const auto [first, last] = data.tradeRange(place.mineral, place.stage, place.year);
    Flows flows;
    for (std::size_t row = first; row < last; ++row) {
        if (!isIn(data, t.importer[row], place.economy, place.year) || !consumer::counts(t, row)) continue;
        if (consumer::publisherOf(data, t.source[row]) != publisher) continue;
        const double x = consumer::amount(t, row, measured);
        if (!TradeTable::has(x)) continue;
        flows.all.push_back(row);
        const EconomyId from = t.exporter[row];
        if (!isIn(data, from, place.partner, place.year)) continue;
        flows.ofPartner.push_back(row);
        flows.sum += x;
    }
    return flows;
}

std::optional<consumer::PartnerFlows> publishedImports(const Dataset& data, const Place& place, Measured measured) {
    const consumer::Question question{&data, place.economy, place.mineral, place.stage, place.year};
    return consumer::importsOf(question, measured);
}

// Why there are no imports by the measure.
IdleReason lackOfTrade(const Dataset& data, const Place& place, Measured measured) {
    const auto years = consumer::allTradeYears(data, place.mineral, place.stage);
    if (years.empty()) return IdleReason::noTrade;
    const bool any = std::any_of(years.begin(), years.end(), [&](const auto& y) { return y.year == place.year; });
    if (!any) return IdleReason::noTradeInYear;
    return measured == Measured::mass ? IdleReason::noTradeByMass : IdleReason::noTradeByValue;
}

// The new row of a partner that the publisher does not list.
std::size_t addFlow(Dataset& data, const Flows& flows, EconomyId partner, Measured measured, double x) {
    TradeTable& t = data.trade;
    const auto later =
        std::find_if(flows.all.begin(), flows.all.end(), [&](std::size_t row) { return partner < t.exporter[row]; });
    const std::size_t before = later != flows.all.end() ? *later : flows.all.back() + 1;
    insertFlow(t, before, flows.all.front(), partner, measured, x);
    return before;
}

void scaleMass(TradeTable& t, const Flows& flows, double tonnes) {
    const double factor = tonnes / flows.sum;
    for (const std::size_t row : flows.ofPartner) {
        t.tonnes[row] *= factor;
        t.contained[row] *= factor;
    }
}

Interval rangeOf(const TradeTable& t, std::size_t row) {
    const AssumedFigure* assumed = t.assumedUsdAt(row);
    return assumed != nullptr ? assumed->bounds : Interval{t.usd[row], t.usd[row]};
}

// What a row may have of the whole, where the user gave it or those beside it a range.
Interval partOf(const Interval& row, const Interval& all) {
    const auto part = [](double own, double others) { return own > 0.0 ? own / (own + others) : 0.0; };
    return {part(row.lo, all.hi - row.hi), part(row.hi, all.lo - row.lo)};
}

void setValues(TradeTable& t, const Flows& flows, const Assumed& assumed) {
    Sum least;
    Sum most;
    for (const std::size_t row : flows.ofPartner) {
        least.add(rangeOf(t, row).lo);
        most.add(rangeOf(t, row).hi);
    }
    const Interval all{least.value(), most.value()};
    std::vector<Interval> parts;
    for (const std::size_t row : flows.ofPartner)
        parts.push_back(all.exact() ? Interval{t.usd[row] / flows.sum, t.usd[row] / flows.sum}
                                    : partOf(rangeOf(t, row), all));
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::size_t row = flows.ofPartner[i];
        const double published = t.publishedUsd(row);
        const double usd = assumed.central * (t.usd[row] / flows.sum);
        t.assumedUsd[row] = AssumedFigure{
            {std::min(usd, assumed.bounds.lo * parts[i].lo), std::max(usd, assumed.bounds.hi * parts[i].hi)},
            TradeTable::has(published) ? std::optional(published) : std::nullopt};
        t.usd[row] = usd;
    }
}

}  // namespace

std::optional<IdleReason> replaceImports(Dataset& data, const Assumed& assumed) {
    const auto place = placeOf(data, assumed);
    if (!place) return IdleReason::noTrade;
    if (isIn(data, place->partner, place->economy, place->year)) return IdleReason::inside;
    const auto published = publishedImports(data, *place, Measured::mass);
    if (!published) return lackOfTrade(data, *place, Measured::mass);
    const Flows flows = flowsAt(data, *place, published->publisher, Measured::mass);
    if (flows.sum > 0.0) {
        scaleMass(data.trade, flows, assumed.central);
        return std::nullopt;
    }
    if (flows.all.empty() || isBloc(data, place->economy) || isBloc(data, place->partner)) return IdleReason::noFlow;
    addFlow(data, flows, place->partner, Measured::mass, assumed.central);
    return std::nullopt;
}

std::optional<IdleReason> replaceTradeValue(Dataset& data, const Assumed& assumed) {
    const auto place = placeOf(data, assumed);
    if (!place) return IdleReason::noTrade;
    if (isIn(data, place->partner, place->economy, place->year)) return IdleReason::inside;
    const auto published = publishedImports(data, *place, Measured::value);
    if (!published) return lackOfTrade(data, *place, Measured::value);
    Flows flows = flowsAt(data, *place, published->publisher, Measured::value);
    const bool isListed = flows.sum > 0.0;
    if (!isListed && (isBloc(data, place->economy) || isBloc(data, place->partner))) return IdleReason::noFlow;
    data.trade.assumedUsd.resize(data.trade.size());
    if (isListed) {
        setValues(data.trade, flows, assumed);
    } else {
        const std::size_t row = addFlow(data, flows, place->partner, Measured::value, assumed.central);
        data.trade.assumedUsd[row] = AssumedFigure{assumed.bounds, std::nullopt};
    }
    return std::nullopt;
}

std::optional<IdleReason> lackOfExports(const Dataset& data, const Assumed& assumed) {
    const auto place = placeOf(data, assumed);
    if (!place) return IdleReason::noTrade;
    if (publishedImports(data, *place, Measured::mass)) return std::nullopt;
    return lackOfTrade(data, *place, Measured::mass);
}

}  // namespace adit::workspace

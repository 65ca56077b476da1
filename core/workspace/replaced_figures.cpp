#include "core/workspace/replaced_figures.h"

#include "core/consumer/trade.h"
#include "core/workspace/assumption.h"
#include "core/workspace/replaced_control.h"
#include "core/workspace/replaced_estimates.h"
#include "core/workspace/replaced_facilities.h"
#include "core/workspace/replaced_reserves.h"
#include "core/workspace/replaced_shares.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace adit::workspace {
namespace {

struct Place {
    EconomyId economy;
    MineralId mineral;
    Stage stage = Stage::mine;
    int year = 0;
    EconomyId partner;
    double tonnes = 0.0;
};

std::optional<Place> placeOf(const Dataset& data, const Assumed& assumed) {
    const Detail detail = detailOf(assumed.what, assumed.detail);
    if (!detail.stage || !detail.year) return std::nullopt;
    Place place{assumed.economy, assumed.mineral, *detail.stage, *detail.year, EconomyId(), assumed.central};
    if (assumed.what != Assumable::imports) return place;
    const auto partner = data.economy(detail.partner);
    if (!partner) return std::nullopt;
    place.partner = *partner;
    return place;
}

bool isBloc(const Dataset& data, EconomyId economy) {
    return data[economy].kind == EconomyKind::bloc;
}

// An economy is in itself; a bloc has its members.
bool isIn(const Dataset& data, EconomyId economy, EconomyId whole, int year) {
    return economy == whole || data.isMember(economy, whole, year);
}

// ---- output ----

// An economy that the series does not list joins it.
void insertOutput(OutputTable& table, Series& series, EconomyId economy, double tonnes) {
    const std::uint32_t place = series.last;
    table.rows.insert(table.rows.begin() + place, {economy, DataFlag::assumed, tonnes, 0});
    ++series.last;
    for (Series& other : table.series) {
        if (&other == &series || other.first < place) continue;
        ++other.first;
        ++other.last;
    }
}

// Whoever makes more or less than was published moves the world's output by as much; what was missing was part of it.
void moveTotal(OutputTable& table, const Series& series, double tonnes) {
    for (std::uint32_t i = series.first; i < series.last; ++i) {
        OutputRow& row = table.rows[i];
        if (row.economy != Dataset::world || !row.tonnes || tonnes == 0.0) continue;
        row = {row.economy, DataFlag::assumed, std::max(*row.tonnes + tonnes, 0.0), row.note};
    }
}

std::optional<IdleReason> scaleMembers(Dataset& data, const Series& series, const Place& place) {
    double sum = 0.0;
    std::vector<OutputRow*> rows;
    for (std::uint32_t i = series.first; i < series.last; ++i) {
        OutputRow& row = data.production.rows[i];
        if (!row.tonnes || !data.isMember(row.economy, place.economy, place.year)) continue;
        sum += *row.tonnes;
        rows.push_back(&row);
    }
    if (sum <= 0.0) return IdleReason::noMemberOutput;
    for (OutputRow* row : rows)
        *row = {row->economy, DataFlag::assumed, *row->tonnes * (place.tonnes / sum), row->note};
    moveTotal(data.production, series, place.tonnes - sum);
    return std::nullopt;
}

std::optional<IdleReason> replaceOutput(Dataset& data, const Place& place) {
    const Series* preferred = data.seriesFor(place.mineral, place.stage, place.year);
    if (preferred == nullptr)
        return data.yearsOf(place.mineral, place.stage).empty() ? IdleReason::noOutput : IdleReason::noOutputInYear;
    Series& series = data.production.series[static_cast<std::size_t>(preferred - data.production.series.data())];
    if (isBloc(data, place.economy)) return scaleMembers(data, series, place);
    for (std::uint32_t i = series.first; i < series.last; ++i) {
        OutputRow& row = data.production.rows[i];
        if (row.economy != place.economy) continue;
        if (row.tonnes) moveTotal(data.production, series, place.tonnes - *row.tonnes);
        row = {place.economy, DataFlag::assumed, place.tonnes, 0};
        return std::nullopt;
    }
    insertOutput(data.production, series, place.economy, place.tonnes);
    return std::nullopt;
}

// ---- imports ----

// Puts x into every column of a table of flows before a row.
void insertFlow(TradeTable& t, std::size_t before, std::size_t like, EconomyId partner, double tonnes) {
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
    t.exporter[before] = partner;
    t.flag[before] = TradeFlag::none;
    t.tonnes[before] = t.contained[before] = tonnes;
    t.usd[before] = std::numeric_limits<double>::quiet_NaN();
}

// The rows of the importer's trade by mass from one publisher, and those of them that come from the partner.
struct Flows {
    std::vector<std::size_t> all;
    std::vector<std::size_t> ofPartner;
    double tonnes = 0.0;  // of the partner
};

Flows flowsAt(const Dataset& data, const Place& place, SourceId publisher) {
    const TradeTable& t = data.trade;
    const auto [first, last] = data.tradeRange(place.mineral, place.stage, place.year);
    Flows flows;
    for (std::size_t row = first; row < last; ++row) {
        if (!isIn(data, t.importer[row], place.economy, place.year) || !consumer::counts(t, row)) continue;
        if (consumer::publisherOf(data, t.source[row]) != publisher) continue;
        const double x = consumer::amount(t, row, consumer::Measured::mass);
        if (!TradeTable::has(x)) continue;
        flows.all.push_back(row);
        const EconomyId from = t.exporter[row];
        if (!isIn(data, from, place.partner, place.year)) continue;
        flows.ofPartner.push_back(row);
        flows.tonnes += x;
    }
    return flows;
}

std::optional<consumer::PartnerFlows> publishedImports(const Dataset& data, const Place& place) {
    const consumer::Question question{&data, place.economy, place.mineral, place.stage, place.year};
    return consumer::importsOf(question, consumer::Measured::mass);
}

// Why there are no imports by mass.
IdleReason lackOfTrade(const Dataset& data, const Place& place) {
    const auto years = consumer::allTradeYears(data, place.mineral, place.stage);
    if (years.empty()) return IdleReason::noTrade;
    const bool any = std::any_of(years.begin(), years.end(), [&](const auto& y) { return y.year == place.year; });
    return any ? IdleReason::noTradeByMass : IdleReason::noTradeInYear;
}

std::optional<IdleReason> replaceImports(Dataset& data, const Place& place) {
    if (isIn(data, place.partner, place.economy, place.year)) return IdleReason::inside;
    const auto published = publishedImports(data, place);
    if (!published) return lackOfTrade(data, place);
    TradeTable& t = data.trade;
    const Flows flows = flowsAt(data, place, published->publisher);
    if (flows.tonnes > 0.0) {
        const double factor = place.tonnes / flows.tonnes;
        for (const std::size_t row : flows.ofPartner) {
            t.tonnes[row] *= factor;
            t.contained[row] *= factor;
        }
        return std::nullopt;
    }
    if (flows.all.empty() || isBloc(data, place.economy) || isBloc(data, place.partner)) return IdleReason::noFlow;
    const auto later = std::find_if(flows.all.begin(), flows.all.end(),
                                    [&](std::size_t row) { return place.partner < t.exporter[row]; });
    const std::size_t before = later != flows.all.end() ? *later : flows.all.back() + 1;
    insertFlow(t, before, flows.all.front(), place.partner, place.tonnes);
    return std::nullopt;
}

// A year was settled unless there are figures of none.
std::optional<IdleReason> replaceOutputOrFlow(Dataset& data, const Assumed& assumed) {
    const bool isOutput = assumed.what == Assumable::production;
    const auto place = placeOf(data, assumed);
    if (!place) return isOutput ? IdleReason::noOutput : IdleReason::noTrade;
    if (assumed.what == Assumable::exports)
        return publishedImports(data, *place) ? std::nullopt : std::optional(lackOfTrade(data, *place));
    return isOutput ? replaceOutput(data, *place) : replaceImports(data, *place);
}

std::optional<IdleReason> unless(bool replaced, IdleReason reason) {
    return replaced ? std::nullopt : std::optional(reason);
}

}  // namespace

std::optional<IdleReason> replaceFigure(Dataset& data, const Assumed& assumed) {
    const bool isOfMembers = assumed.economy.valid() && data[assumed.economy].kind != EconomyKind::economy;
    if (isOfMembers && !traitsOf(assumed.what).ofBlocs) return IdleReason::ofMembers;
    switch (assumed.what) {
        case Assumable::production:
        case Assumable::imports:
        case Assumable::exports:
            return replaceOutputOrFlow(data, assumed);
        case Assumable::governance:
            return unless(replaceEstimate(data, assumed), IdleReason::noEstimate);
        case Assumable::reserves:
            return unless(replaceReserves(data, assumed), IdleReason::noReserves);
        case Assumable::supplyShare:
            return replaceShare(data, assumed);
        case Assumable::facilityOutput:
            return replaceFacilityOutput(data, assumed);
        case Assumable::stake:
            return replaceStake(data, assumed);
        case Assumable::controlShare:
            return replaceControl(data, assumed);
        default:
            return std::nullopt;
    }
}

}  // namespace adit::workspace

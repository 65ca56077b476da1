#include "core/workspace/replaced_figures.h"

#include "core/workspace/assumption.h"
#include "core/workspace/replaced_control.h"
#include "core/workspace/replaced_estimates.h"
#include "core/workspace/replaced_facilities.h"
#include "core/workspace/replaced_reserves.h"
#include "core/workspace/replaced_shares.h"
#include "core/workspace/replaced_trade.h"

#include <algorithm>

namespace adit::workspace {
namespace {

struct Place {
    EconomyId economy;
    MineralId mineral;
    Stage stage = Stage::mine;
    int year = 0;
    double tonnes = 0.0;
};

std::optional<Place> placeOf(const Assumed& assumed) {
    const Detail detail = detailOf(assumed.what, assumed.detail);
    if (!detail.stage || !detail.year) return std::nullopt;
    return Place{assumed.economy, assumed.mineral, *detail.stage, *detail.year, assumed.central};
}

bool isBloc(const Dataset& data, EconomyId economy) {
    return data[economy].kind == EconomyKind::bloc;
}

// An economy that the series does not list joins it.
void insertOutput(OutputTable& table, Series& series, EconomyId economy, double tonnes) {
    const std::uint32_t place = series.last;
    table.rows.insert(table.rows.begin() + place, {economy, DataFlag::assumed, tonnes, 0, true});
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

// A year was settled unless there are figures of none.
std::optional<IdleReason> replaceOutput(Dataset& data, const Assumed& assumed) {
    const auto settled = placeOf(assumed);
    if (!settled) return IdleReason::noOutput;
    const Place& place = *settled;
    const Series* preferred = data.seriesFor(place.mineral, place.stage, place.year);
    if (preferred == nullptr)
        return data.yearsOf(place.mineral, place.stage).empty() ? IdleReason::noOutput : IdleReason::noOutputInYear;
    Series& series = data.production.series[static_cast<std::size_t>(preferred - data.production.series.data())];
    if (isBloc(data, place.economy)) return scaleMembers(data, series, place);
    for (std::uint32_t i = series.first; i < series.last; ++i) {
        OutputRow& row = data.production.rows[i];
        if (row.economy != place.economy) continue;
        if (row.tonnes) moveTotal(data.production, series, place.tonnes - *row.tonnes);
        row = {place.economy, DataFlag::assumed, place.tonnes, 0, !row.tonnes};
        return std::nullopt;
    }
    insertOutput(data.production, series, place.economy, place.tonnes);
    return std::nullopt;
}

std::optional<IdleReason> unless(bool replaced, IdleReason reason) {
    return replaced ? std::nullopt : std::optional(reason);
}

}  // namespace

std::optional<IdleReason> replaceFigure(Dataset& data, const Assumed& assumed) {
    const bool isOfMembers = assumed.economy.valid() && data[assumed.economy].kind != EconomyKind::economy;
    if (isOfMembers && !traitsOf(assumed.what).ofBlocs) return IdleReason::ofMembers;
    const std::string_view only = traitsOf(assumed.what).onlyOf;
    if (!only.empty() && data[assumed.economy].code != only) return IdleReason::notDefined;
    switch (assumed.what) {
        case Assumable::production:
            return replaceOutput(data, assumed);
        case Assumable::imports:
            return replaceImports(data, assumed);
        case Assumable::exports:
            return lackOfExports(data, assumed);
        case Assumable::tradeValue:
            return replaceTradeValue(data, assumed);
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

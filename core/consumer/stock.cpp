#include "core/consumer/stock.h"

#include "core/consumer/trade.h"
#include "core/stockpiles/cover.h"

#include <algorithm>

namespace adit::consumer {
namespace {

// Of the mineral on its basis: a form that says more than what is traded is another product or another basis.
bool isOfTheMineral(const UsSalient& row) {
    const auto names = [&](std::string_view word) { return row.form.find(word) != std::string::npos; };
    return row.form.empty() || names("trade") || names("imports") || names("exports");
}

// The United States' own account. Where a source gives several forms of one year, none is the mineral's.
std::optional<ConsumptionFigure> unitedStates(const Dataset& data, MineralId mineral, int year) {
    const UsSalient* best = nullptr;
    const auto tells = [&](const UsSalient& row) {
        return row.mineral == mineral && row.consumption.value_or(0.0) > 0.0;
    };
    for (const UsSalient& row : data.usSalient) {
        if (tells(row) && row.year <= year && (best == nullptr || row.year > best->year)) best = &row;
    }
    if (best == nullptr || !isOfTheMineral(*best)) return std::nullopt;
    const auto forms = std::count_if(data.usSalient.begin(), data.usSalient.end(), [&](const UsSalient& row) {
        return tells(row) && row.year == best->year && row.source == best->source;
    });
    if (forms != 1) return std::nullopt;
    return ConsumptionFigure{*best->consumption, best->denominator, best->year, best->source};
}

}  // namespace

Stage stockedStage(const Dataset& data, MineralId mineral) {
    if (!data.production.of(mineral, Stage::refine).empty()) return Stage::refine;
    for (const TradeYear& year : allTradeYears(data, mineral, Stage::refine)) {
        for (std::size_t row = year.rows.first; row < year.rows.second; ++row)
            if (counts(data.trade, row)) return Stage::refine;
    }
    const std::vector<Stage> stages = data.stagesOf(mineral);
    const bool mined = std::find(stages.begin(), stages.end(), Stage::mine) != stages.end();
    return mined ? Stage::mine : Stage::refine;
}

std::optional<ConsumptionFigure> consumptionOf(const Dataset& data, EconomyId economy, MineralId mineral, int year) {
    std::optional<ConsumptionFigure> best;
    for (const Consumption& row : data.consumption) {
        if (row.economy != economy || row.mineral != mineral || row.year > year || !row.tonnes) continue;
        if (*row.tonnes <= 0.0 || (best && row.year <= best->year)) continue;
        best = ConsumptionFigure{*row.tonnes, row.denominator, row.year, row.source};
    }
    if (!isCoded(data, economy, "USA")) return best;
    const auto account = unitedStates(data, mineral, year);
    return account && (!best || account->year > best->year) ? account : best;
}

std::vector<ProgrammeCover> programmesOf(const Dataset& data, EconomyId economy, MineralId mineral, int year) {
    std::vector<ProgrammeCover> out;
    const auto consumption = consumptionOf(data, economy, mineral, year);
    const auto use = consumption ? std::optional(consumption->tonnes) : std::nullopt;
    for (const StockpileRow& row : data.stockpiles) {
        if (row.economy != economy || row.moneyOnly || (row.mineral.valid() && row.mineral != mineral)) continue;
        ProgrammeCover cover{&row, consumption, row.days, row.tonnes, row.days.has_value()};
        // Tonnes of a programme for all minerals together are of no single one.
        if (!row.mineral.valid()) cover.tonnes.reset();
        if (cover.days && !cover.tonnes) {
            if (const auto tonnes = stockpiles::tonnesFor(*cover.days, use)) cover.tonnes = *tonnes;
        } else if (cover.tonnes && !cover.days) {
            if (const auto days = stockpiles::daysFor(*cover.tonnes, use)) cover.days = *days;
        }
        out.push_back(std::move(cover));
    }
    return out;
}

}  // namespace adit::consumer

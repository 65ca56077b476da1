#include "core/consumer/stock.h"

#include "core/stockpiles/cover.h"

namespace adit::consumer {

std::optional<ConsumptionFigure> consumptionOf(const Dataset& data, EconomyId economy, MineralId mineral, int year) {
    std::optional<ConsumptionFigure> best;
    for (const Consumption& row : data.consumption) {
        if (row.economy != economy || row.mineral != mineral || row.year > year || !row.tonnes) continue;
        if (*row.tonnes <= 0.0 || (best && row.year <= best->year)) continue;
        best = ConsumptionFigure{*row.tonnes, row.denominator, row.year, row.source};
    }
    return best;
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

// Stockpile programmes set against consumption: days of cover and gaps. simulation.md section 3, methods.md M28.
#pragma once

#include "core/base/estimate.h"
#include "core/dataset/dataset.h"

#include <optional>
#include <vector>

namespace adit::consumer {

// At which stage a mineral is stocked and consumed: refined (simulation.md section 4), or as it is mined where neither
// output nor trade of anything refined is published, as of fluorspar and potash.
Stage stockedStage(const Dataset& data, MineralId mineral);

// A consumption figure, and what it is of.
struct ConsumptionFigure {
    double tonnes = 0.0;
    std::string denominator;  // apparent, reported, demand-estimate
    int year = 0;
    SourceId source;
};

// The latest published figure not later than the year; the United States' from their own account of the mineral.
std::optional<ConsumptionFigure> consumptionOf(const Dataset& data, EconomyId economy, MineralId mineral, int year);

// One row of the register of programmes, with days turned into tonnes or tonnes into days. Which of the two was
// published is kept; the other is absent without a consumption figure.
struct ProgrammeCover {
    const StockpileRow* row = nullptr;
    std::optional<ConsumptionFigure> consumption;
    std::optional<double> days;
    std::optional<double> tonnes;
    bool publishedInDays = false;
};

// Programmes of an economy for a mineral, those for all minerals included. Money alone is not a stock.
std::vector<ProgrammeCover> programmesOf(const Dataset& data, EconomyId economy, MineralId mineral, int year);

}  // namespace adit::consumer

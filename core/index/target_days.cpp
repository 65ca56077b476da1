#include "core/consumer/holding_figures.h"
#include "core/index/indices.h"

namespace adit::index {

const Definition target_days{
    .id = "target-days",
    .title = ADIT_TEXT("core", "Target"),
    .meaning = ADIT_TEXT("core", "Days of consumption that a programme wants to hold, as published or assumed"),
    .unit = Unit::days,
    .range = {0.0, unbounded},
    .better = Better::neither,
    .method = "M28",
    .citation = "International Energy Agency, policies database: stockpiling in days of consumption",
    .needsEconomy = true,
    .reads = {Register::output, Register::trade, Register::consumption},
    .compute = consumer::targetFigure,
};

}  // namespace adit::index

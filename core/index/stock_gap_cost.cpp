#include "core/consumer/holding_figures.h"
#include "core/index/indices.h"

namespace adit::index {

const Definition stock_gap_cost{
    .id = "stock-gap-cost",
    .title = ADIT_TEXT("core", "Cost of the gap"),
    .meaning = ADIT_TEXT("core", "What the missing tonnes cost at the price"),
    .unit = Unit::usd,
    .range = {0.0, unbounded},
    .better = Better::lower,
    .method = "M28",
    .citation = "own definition",
    .needsEconomy = true,
    .reads = {Register::output, Register::trade, Register::consumption},
    .compute = consumer::gapCostFigure,
};

}  // namespace adit::index

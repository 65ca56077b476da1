#include "core/consumer/holding_figures.h"
#include "core/index/indices.h"

namespace adit::index {

const Definition stock_gap{
    .id = "stock-gap",
    .title = ADIT_TEXT("core", "Gap to the target"),
    .meaning = ADIT_TEXT("core", "Tonnes that the stock lacks to its target in days"),
    .unit = Unit::tonnes,
    .range = {0.0, unbounded},
    .better = Better::lower,
    .method = "M28",
    .citation = "International Energy Agency, policies database: stockpiling in days of consumption",
    .needsEconomy = true,
    .reads = {Register::output, Register::trade, Register::consumption},
    .compute = consumer::gapFigure,
};

}  // namespace adit::index

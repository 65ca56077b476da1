#include "core/consumer/holding_figures.h"
#include "core/index/indices.h"

namespace adit::index {

const Definition stock{
    .id = "stock",
    .title = ADIT_TEXT("core", "Stock"),
    .meaning = ADIT_TEXT("core", "Tonnes that an economy holds, as published or assumed"),
    .unit = Unit::tonnes,
    .range = {0.0, unbounded},
    .better = Better::higher,
    .method = "M28",
    .citation = "own definition",
    .needsEconomy = true,
    .reads = {Register::output, Register::trade, Register::consumption},
    .compute = consumer::stockFigure,
};

}  // namespace adit::index

#include "core/consumer/holding_figures.h"
#include "core/index/indices.h"

namespace adit::index {

const Definition days_of_cover{
    .id = "days-of-cover",
    .title = ADIT_TEXT("core", "Days of cover"),
    .meaning = ADIT_TEXT("core", "Days that the stock above its floor lasts when all supply stops"),
    .unit = Unit::days,
    .range = {0.0, unbounded},
    .better = Better::higher,
    .method = "M28",
    .citation = "International Energy Agency, policies database: stockpiling in days of consumption",
    .needsEconomy = true,
    .reads = {Register::output, Register::trade, Register::consumption},
    .compute = consumer::coverFigure,
};

}  // namespace adit::index

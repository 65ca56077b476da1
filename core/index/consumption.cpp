#include "core/consumer/holding_figures.h"
#include "core/index/indices.h"

namespace adit::index {

const Definition consumption{
    .id = "consumption",
    .title = ADIT_TEXT("core", "Consumption"),
    .meaning = ADIT_TEXT("core", "Published, else production plus imports minus exports of the latest year"),
    .unit = Unit::tonnesPerYear,
    .range = {0.0, unbounded},
    .better = Better::neither,
    .method = "M28",
    .citation = "U.S. Geological Survey, Mineral Commodity Summaries: apparent consumption",
    .needsEconomy = true,
    .reads = {Register::output, Register::trade, Register::consumption},
    .compute = consumer::consumptionFigure,
};

}  // namespace adit::index

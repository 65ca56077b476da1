#include "core/consumer/holding_figures.h"
#include "core/index/indices.h"

namespace adit::index {

const Definition net_cover{
    .id = "net-cover",
    .title = ADIT_TEXT("core", "Days of cover, net"),
    .meaning = ADIT_TEXT("core",
                         "Days that the stock covers what is lost when the largest supplier stops and nobody steps in"),
    .unit = Unit::days,
    .range = {0.0, unbounded},
    .better = Better::higher,
    .method = "M28",
    .citation = "own definition, closed form of a constant loss",
    .needsEconomy = true,
    .reads = {Register::output, Register::trade, Register::consumption},
    .compute = consumer::netCoverFigure,
};

}  // namespace adit::index

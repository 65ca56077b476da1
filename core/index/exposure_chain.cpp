#include "core/exposure/exposure_figures.h"
#include "core/index/indices.h"

namespace adit::index {

const Definition exposure_chain{
    .id = "exposure-chain",
    .title = ADIT_TEXT("core", "Exposure through the chain"),
    .meaning = ADIT_TEXT("core",
                         "Share of a consumer's supply that a measure can take at any stage: on its way from the mine "
                         "as well as from the refinery"),
    .unit = Unit::one,
    .range = {0.0, 1.0},
    .better = Better::lower,
    .method = "M27",
    .citation = "OECD, Inventory of Export Restrictions on Industrial Raw Materials",
    .needsEconomy = true,
    .reads = {Register::chain},
    .compute = exposure::chainFigure,
};

}  // namespace adit::index

#include "core/exposure/exposure_figures.h"
#include "core/index/indices.h"

namespace adit::index {

const Definition exposure_binary{
    .id = "exposure-binary",
    .title = ADIT_TEXT("core", "Supply under export measures"),
    .meaning =
        ADIT_TEXT("core", "Share of a consumer's supply from economies with a measure in force at the year's end"),
    .unit = Unit::one,
    .range = {0.0, 1.0},
    .better = Better::lower,
    .method = "M27",
    .citation = "OECD, Inventory of Export Restrictions on Industrial Raw Materials",
    .needsEconomy = true,
    .reads = {Register::output, Register::trade, Register::measures},
    .compute = exposure::binaryFigure,
};

}  // namespace adit::index

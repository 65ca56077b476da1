#include "core/exposure/exposure_figures.h"
#include "core/index/indices.h"

namespace adit::index {

const Definition exposure_world{
    .id = "exposure-world",
    .title = ADIT_TEXT("core", "World output under export measures"),
    .meaning =
        ADIT_TEXT("core", "Share of world output located in economies with a measure in force at the year's end"),
    .unit = Unit::one,
    .range = {0.0, 1.0},
    .better = Better::lower,
    .method = "M27",
    .citation = "OECD, Inventory of Export Restrictions on Industrial Raw Materials",
    .reads = {Register::output, Register::measures},
    .compute = exposure::worldFigure,
};

}  // namespace adit::index

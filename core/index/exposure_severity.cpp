#include "core/exposure/exposure_figures.h"
#include "core/index/indices.h"

namespace adit::index {

const Definition exposure_severity{
    .id = "exposure-severity",
    .title = ADIT_TEXT("core", "Supply under export measures, by severity"),
    .meaning = ADIT_TEXT("core", "The same share with each measure weighed by how hard its kind is judged to bite"),
    .unit = Unit::one,
    .range = {0.0, 1.0},
    .better = Better::lower,
    .method = "M27",
    .citation = "OECD, Inventory of Export Restrictions on Industrial Raw Materials",
    .needsEconomy = true,
    .reads = {Register::output, Register::trade, Register::measures},
    .compute = exposure::severityFigure,
};

}  // namespace adit::index

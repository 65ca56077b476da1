#include "core/consumer/planning.h"
#include "core/index/indices.h"

namespace adit::index {

const Definition planning_requirement{
    .id = "planning-requirement",
    .title = ADIT_TEXT("core", "Planning requirement"),
    .meaning = ADIT_TEXT("core",
                         "Tonnes that consumption lacks in four years in which the largest supplier stops and the "
                         "others send what they send now"),
    .unit = Unit::tonnes,
    .range = {0.0, unbounded},
    .better = Better::lower,
    .method = "M31",
    .citation = "IDA, RAMF-SM (Schwartz & Thomason 2022, P-22696)",
    .needsEconomy = true,
    .reads = {Register::output, Register::trade, Register::consumption},
    .compute = consumer::planningFigure,
};

}  // namespace adit::index

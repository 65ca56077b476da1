#include "core/consumer/chain_figures.h"
#include "core/index/indices.h"

namespace adit::index {

const Definition chokepoint{
    .id = "chokepoint",
    .title = ADIT_TEXT("core", "Largest chokepoint"),
    .meaning = ADIT_TEXT("core", "Share of a consumer's supply that passes one other economy, as metal or as ore"),
    .unit = Unit::one,
    .range = {0.0, 1.0},
    .better = Better::lower,
    .method = "M23",
    .citation = "Baldwin, Freeman & Theodorakopoulos 2023 (Brookings Papers on Economic Activity)",
    .needsEconomy = true,
    .reads = {Register::chain},
    .compute = consumer::chokepointFigure,
};

}  // namespace adit::index

#include "core/consumer/switching.h"
#include "core/index/indices.h"

namespace adit::index {

const Definition redirectable_cover{
    .id = "redirectable-cover",
    .title = ADIT_TEXT("core", "Cover by other suppliers"),
    .meaning = ADIT_TEXT("core",
                         "Part of what the largest supplier sends that others could replace with a fifth of what "
                         "they export elsewhere"),
    .unit = Unit::one,
    .range = {0.0, 1.0},
    .better = Better::higher,
    .method = "M25",
    .citation = "own definition; the fifth is an assumption",
    .needsEconomy = true,
    .reads = {Register::trade, Register::worldTrade},
    .compute = consumer::redirectableFigure,
};

}  // namespace adit::index

#include "core/consumer/network_of.h"
#include "core/index/indices.h"

namespace adit::index {

const Definition betweenness{
    .id = "betweenness",
    .title = ADIT_TEXT("core", "Betweenness in trade"),
    .meaning = ADIT_TEXT("core",
                         "Part of the shortest ways between two other economies in the world's trade that lead "
                         "through this one"),
    .unit = Unit::one,
    .plain = true,
    .range = {0.0, 1.0},
    .better = Better::neither,
    .method = "M24",
    .citation = "Freeman 1977; Brandes 2001",
    .needsEconomy = true,
    .reads = {Register::worldTrade},
    .compute = consumer::betweennessFigure,
};

}  // namespace adit::index

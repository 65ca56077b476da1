#include "core/index/largest.h"

namespace adit::index {
namespace {

void fill(const Case& c, Figure& figure) {
    fillLargest(c, figure, 4);
}

Figure compute(const Query& query) {
    return figureOf(query, Unit::one, fill);
}

}  // namespace

const Definition cr4{
    .id = "cr4",
    .title = ADIT_TEXT("core", "Share of the four largest"),
    .meaning = ADIT_TEXT("core", "Output of the four largest producers over the world's: concentration ratio CR4"),
    .unit = Unit::one,
    .range = {0.0, 1.0},
    .better = Better::lower,
    .method = "M04",
    .citation = "Rosenbluth 1955; US Census Bureau concentration ratios",
    .compute = compute,
};

}  // namespace adit::index

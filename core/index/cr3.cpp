#include "core/index/largest.h"

namespace adit::index {
namespace {

void fill(const Case& c, Figure& figure) {
    fillLargest(c, figure, 3);
}

Figure compute(const Query& query) {
    return figureOf(query, Unit::one, fill);
}

}  // namespace

const Definition cr3{
    .id = "cr3",
    .title = ADIT_TEXT("core", "Share of the three largest"),
    .meaning = ADIT_TEXT("core", "Output of the three largest producers over the world's: concentration ratio CR3"),
    .unit = Unit::one,
    .range = {0.0, 1.0},
    .better = Better::lower,
    .method = "M04",
    .citation = "Rosenbluth 1955; US Census Bureau concentration ratios",
    .compute = compute,
};

}  // namespace adit::index

#include "core/index/largest.h"

namespace adit::index {
namespace {

void fill(const Case& c, Figure& figure) {
    fillLargest(c, figure, 5);
}

Figure compute(const Query& query) {
    return figureOf(query, Unit::one, fill);
}

}  // namespace

const Definition cr5{
    .id = "cr5",
    .title = ADIT_TEXT("core", "Share of the five largest"),
    .meaning = ADIT_TEXT("core", "Output of the five largest producers over the world's: concentration ratio CR5"),
    .unit = Unit::one,
    .range = {0.0, 1.0},
    .better = Better::lower,
    .method = "M04",
    .citation = "Rosenbluth 1955; US Census Bureau concentration ratios",
    .compute = compute,
};

}  // namespace adit::index

#include "core/base/number_words.h"
#include "core/index/terms.h"
#include "core/index/total_of.h"

namespace adit::index {
namespace {

void fill(const Case& c, Figure& figure) {
    const TotalOf own = totalOf(c.query, c.market);
    figure.value = own.tonnes;
    figure.bounds = own.tonnesBounds;
    figure.reason = own.tonnes ? std::string{} : own.reason;
    if (!own.tonnesBounds || !c.query.explained()) return;
    figure.formula = {"output as published"};
    if (own.parts > 1) figure.formula = {"output = Σ output_{member}, " + words::count(own.parts) + " members"};
    figure.formula.push_back(resultLine(figure));
    settleRule(figure);
}

Figure compute(const Query& query) {
    if (!query.economy) return Figure::absent(Unit::tonnes, "which economy's output was not said");
    return figureOf(query, Unit::tonnes, fill);
}

}  // namespace

const Definition output{
    .id = "output",
    .title = ADIT_TEXT("core", "Output"),
    .meaning = ADIT_TEXT("core", "What the economy made, or what its firms control, in tonnes of the basis"),
    .unit = Unit::tonnes,
    .range = {0.0, unbounded},
    .better = Better::neither,
    .method = "M01",
    .citation = "as published by the source of the series",
    .needsEconomy = true,
    .compute = compute,
};

}  // namespace adit::index

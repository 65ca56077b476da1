#include "core/base/number_words.h"
#include "core/index/concentration.h"
#include "core/index/terms.h"

#include <cmath>

namespace adit::index {
namespace {

void fill(const Case& c, Figure& figure) {
    Spread spread = c.spread;
    spread.others = othersOf(*c.query.data, c.market);
    const double entropy = *concentration::entropy(c.quantities, c.market.total);
    Bounds bounds = entropyBounds(spread);
    bounds.range = {std::exp(bounds.range.lo), std::exp(bounds.range.hi)};
    const bool counted = c.market.residual == ResidualRule::none;
    setValue(figure, c, counted ? std::optional(std::exp(entropy)) : std::nullopt, bounds);
    if (!c.query.explained()) return;
    figure.formula = {"N_{eff,1} = e^{H}"};
    if (figure.value) figure.formula.push_back("= e^{" + words::grouped(entropy, 4) + "}");
    addBoundLines(c, figure);
    figure.formula.push_back(resultLine(figure));
}

Figure compute(const Query& query) {
    return figureOf(query, Unit::count, fill);
}

}  // namespace

const Definition effective_suppliers_entropy{
    .id = "effective-suppliers-entropy",
    .title = ADIT_TEXT("core", "Effective suppliers by entropy"),
    .meaning = ADIT_TEXT(
        "core",
        "How many equal producers would be as spread out: e to the entropy; small ones count more than in 1 / HHI"),
    .unit = Unit::count,
    .range = {1.0, unbounded},
    .better = Better::higher,
    .method = "M04",
    .citation = "Hill 1973 (Ecology 54, 427-432)",
    .compute = compute,
};

}  // namespace adit::index

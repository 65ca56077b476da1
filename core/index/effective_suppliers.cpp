#include "core/base/number_words.h"
#include "core/index/concentration.h"
#include "core/index/terms.h"

namespace adit::index {
namespace {

void fill(const Case& c, Figure& figure) {
    const double hhi = *concentration::hhi(c.quantities, c.market.total);
    Bounds bounds = hhiBounds(c.spread);
    bounds.range = {1.0 / bounds.range.hi, bounds.range.lo > 0.0 ? 1.0 / bounds.range.lo : unbounded};
    setValue(figure, c, hhi > 0.0 ? std::optional(1.0 / hhi) : std::nullopt, bounds);
    if (!c.query.explained()) return;
    figure.formula = {"N_{eff} = 1 / HHI"};
    if (figure.value) figure.formula.push_back("= 1 / " + words::grouped(hhi, 4));
    addBoundLines(c, figure);
    figure.formula.push_back(resultLine(figure));
}

Figure compute(const Query& query) {
    return figureOf(query, Unit::count, fill);
}

}  // namespace

const Definition effective_suppliers{
    .id = "effective-suppliers",
    .title = ADIT_TEXT("core", "Effective suppliers"),
    .meaning = ADIT_TEXT("core", "How many equal producers would be as concentrated: 1 / HHI"),
    .unit = Unit::count,
    .range = {1.0, unbounded},
    .better = Better::higher,
    .method = "M04",
    .citation = "Hill 1973 (Ecology 54, 427-432)",
    .compute = compute,
};

}  // namespace adit::index

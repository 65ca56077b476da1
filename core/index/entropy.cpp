#include "core/base/number_words.h"
#include "core/index/concentration.h"
#include "core/index/terms.h"

namespace adit::index {
namespace {

// Spread over ever more producers the entropy of a rest has no end: it is bounded by the economies there are.
void fill(const Case& c, Figure& figure) {
    Spread spread = c.spread;
    spread.others = othersOf(*c.query.data, c.market);
    const bool counted = c.market.residual == ResidualRule::none;
    setValue(figure, c, counted ? concentration::entropy(c.quantities, c.market.total) : std::nullopt,
             entropyBounds(spread));
    if (!c.query.explained()) return;
    figure.formula = {"H = −Σ share_{i} · ln share_{i}", entropyTerms(c)};
    addBoundLines(c, figure);
    figure.formula.push_back(resultLine(figure));
}

Figure compute(const Query& query) {
    return figureOf(query, Unit::nat, fill);
}

}  // namespace

const Definition entropy{
    .id = "entropy",
    .title = ADIT_TEXT("core", "Shannon entropy"),
    .meaning = ADIT_TEXT("core", "How evenly and among how many output is spread; 0 is a single producer"),
    .unit = Unit::nat,
    .range = {0.0, unbounded},
    .better = Better::higher,
    .method = "M04",
    .citation = "Shannon 1948; Hill 1973 (Ecology 54, 427-432)",
    .compute = compute,
};

}  // namespace adit::index

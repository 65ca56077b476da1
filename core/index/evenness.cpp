#include "core/base/number_words.h"
#include "core/index/concentration.h"
#include "core/index/terms.h"

#include <algorithm>

namespace adit::index {
namespace {

void fill(const Case& c, Figure& figure) {
    Spread spread = c.spread;
    spread.others = othersOf(*c.query.data, c.market);
    const double entropy = *concentration::entropy(c.quantities, c.market.total);
    const std::size_t n = concentration::producers(c.quantities);
    const bool counted = c.market.residual == ResidualRule::none;
    setValue(
        figure, c,
        counted ? std::optional(std::min(concentration::evenness(entropy, static_cast<double>(n)), 1.0)) : std::nullopt,
        evennessBounds(spread));
    if (!c.query.explained()) return;
    figure.formula = {"J = H / ln N"};
    if (figure.value && n > 1) {
        figure.formula.push_back("= " + words::grouped(entropy, 4) + " / ln " +
                                 words::grouped(static_cast<double>(n), 0));
    } else if (figure.value) {
        figure.formula.emplace_back("one producer: 1 by convention");
    }
    addBoundLines(c, figure);
    figure.formula.push_back(resultLine(figure));
}

Figure compute(const Query& query) {
    return figureOf(query, Unit::one, fill);
}

}  // namespace

const Definition evenness{
    .id = "evenness",
    .title = ADIT_TEXT("core", "Evenness"),
    .meaning = ADIT_TEXT("core", "Entropy over its largest possible value: 1 is equal producers"),
    .unit = Unit::one,
    .plain = true,
    .range = {0.0, 1.0},
    .better = Better::higher,
    .method = "M04",
    .citation = "Pielou 1966; Hill 1973 (Ecology 54, 427-432)",
    .compute = compute,
};

}  // namespace adit::index

#include "core/base/number_words.h"
#include "core/index/concentration.h"
#include "core/index/terms.h"

namespace adit::index {
namespace {

// Without a figure of demand, demand is taken to be the world's output.
void fill(const Case& c, Figure& figure) {
    const Bounds top = largestBounds(c.spread, 1);
    const std::optional<double> share = concentration::largest(c.quantities, c.market.total, 1);
    setValue(figure, c, 1.0 - *share, {{1.0 - top.range.hi, 1.0 - top.range.lo}, top.approx});
    figure.flags.add(Flag::noDemand);
    if (!c.query.explained()) return;
    figure.formula = {"N−1 = (output − largest) / demand, with demand = output"};
    if (!c.market.holders.empty() && c.market.holders.front().share) {
        figure.formula.push_back("= 1 − " + words::grouped(*share, 4) + ", without " +
                                 nameOf(*c.query.data, c.market.holders.front().economy));
    }
    addBoundLines(c, figure);
    figure.formula.push_back(resultLine(figure));
}

Figure compute(const Query& query) {
    return figureOf(query, Unit::one, fill);
}

}  // namespace

const Definition n_1{
    .id = "n-1",
    .title = ADIT_TEXT("core", "Supply without the largest"),
    .meaning = ADIT_TEXT("core", "What is left of the world's output when the largest producer is taken out"),
    .unit = Unit::one,
    .range = {0.0, 1.0},
    .better = Better::higher,
    .method = "M05",
    .citation = "IEA, Global Critical Minerals Outlook 2025",
    .compute = compute,
};

}  // namespace adit::index

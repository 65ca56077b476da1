#include "core/base/number_words.h"
#include "core/base/text.h"
#include "core/index/terms.h"
#include "core/index/total_of.h"

namespace adit::index {
namespace {

// "= 612 000 + 586 006 + 377 500 + 297 900 + …": the four largest.
std::string sumLine(const std::vector<double>& quantities) {
    constexpr std::size_t shown = 4;
    std::vector<std::string> terms;
    for (std::size_t i = 0; i < std::min(shown, quantities.size()); ++i)
        terms.push_back(words::plain(quantities[i]));
    if (quantities.size() > shown) terms.emplace_back("…");
    return terms.empty() ? "no figure of theirs is published" : "= " + text::join(terms, " + ");
}

void fill(const Case& c, Figure& figure) {
    const TotalOf own = totalOf(c.query, c.market);
    figure.value = own.tonnes;
    figure.bounds = own.tonnesBounds;
    figure.reason = own.tonnes ? std::string{} : own.reason;
    if (!own.tonnesBounds || !c.query.explained()) return;
    figure.formula = {"output as published"};
    const bool bloc = (*c.query.data)[*c.query.economy].kind == EconomyKind::bloc;
    if (bloc) {
        figure.formula = {"output = Σ output_{member}, " + words::count(own.parts) +
                              (own.parts == 1 ? " member listed" : " members listed"),
                          sumLine(own.quantities)};
    }
    if (!bloc && own.parts == 0)
        figure.formula = {"not listed by the source",
                          "at most what is not attributed: " + words::tonnes(c.market.unattributed)};
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
    .ofProducer = true,
    .compute = compute,
};

}  // namespace adit::index

#include "core/base/number_words.h"
#include "core/index/concentration.h"
#include "core/index/terms.h"

namespace adit::index {
namespace {

// The number of producers is not known where a part is not attributed: then only bounds remain.
void fill(const Case& c, Figure& figure) {
    Spread spread = c.spread;
    spread.others = othersOf(*c.query.data, c.market);
    const double hhi = *concentration::hhi(c.quantities, c.market.total);
    const std::size_t n = concentration::producers(c.quantities);
    const bool counted = c.market.residual == ResidualRule::none;
    setValue(figure, c, counted ? std::optional(concentration::normalised(hhi, static_cast<double>(n))) : std::nullopt,
             normalisedBounds(spread));
    if (!c.query.explained()) return;
    figure.formula = {"HHI* = (HHI − 1/N) / (1 − 1/N)"};
    if (figure.value && n > 1) {
        const std::string number = words::grouped(static_cast<double>(n), 0);
        figure.formula.push_back("= (" + words::grouped(hhi, 4) + " − 1/" + number + ") / (1 − 1/" + number + ")");
    } else if (figure.value) {
        figure.formula.emplace_back("one producer: 1 by convention");
    } else {
        figure.formula.push_back("N is not known: at least " + words::grouped(static_cast<double>(n), 0) +
                                 " producers");
    }
    addBoundLines(c, figure);
    figure.formula.push_back(resultLine(figure));
}

Figure compute(const Query& query) {
    return figureOf(query, Unit::one, fill);
}

}  // namespace

const Definition hhi_normalised{
    .id = "hhi-normalised",
    .title = ADIT_TEXT("core", "Normalised HHI"),
    .meaning = ADIT_TEXT("core", "HHI stretched so that N equal producers give 0 and a single one 1; read it with N"),
    .unit = Unit::one,
    .plain = true,
    .range = {0.0, 1.0},
    .better = Better::lower,
    .method = "M03",
    .citation = "Hirschman 1945; normalisation as in Eurostat and UNCTAD practice",
    .compute = compute,
};

}  // namespace adit::index

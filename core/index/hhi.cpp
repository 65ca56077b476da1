#include "core/index/concentration.h"
#include "core/index/terms.h"

namespace adit::index {
namespace {

// Holders without a name count in the total alone: they are taken as spread thin, which gives the low end.
void fill(const Case& c, Figure& figure) {
    const std::optional<double> value = concentration::hhi(c.quantities, c.market.total);
    Bounds bounds = hhiBounds(c.spread);
    setValue(figure, c, value, bounds);
    if (!c.query.explained()) return;
    figure.formula = {"HHI = Σ (share_{i})²"};
    for (std::string& line : squareLines(c, Unit::one))
        figure.formula.push_back(std::move(line));
    addBoundLines(c, figure);
    figure.formula.push_back(resultLine(figure));
}

Figure compute(const Query& query) {
    return figureOf(query, Unit::one, fill);
}

}  // namespace

const Definition hhi{
    .id = "hhi",
    .title = ADIT_TEXT("core", "Herfindahl-Hirschman index"),
    .meaning = ADIT_TEXT("core", "Sum of squared shares: 1 is a single producer, 1/N is N equal ones"),
    .unit = Unit::one,
    .plain = true,
    .range = {0.0, 1.0},
    .better = Better::lower,
    .method = "M02",
    .citation = "Hirschman 1945; Herfindahl 1950; US DOJ & FTC Merger Guidelines 2023, section 2.1",
    .compute = compute,
};

}  // namespace adit::index

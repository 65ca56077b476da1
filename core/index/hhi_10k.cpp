#include "core/index/concentration.h"
#include "core/index/terms.h"

namespace adit::index {
namespace {

constexpr double scale = 10000.0;

// Holders without a name count in the total alone: they are taken as spread thin, which gives the low end.
void fill(const Case& c, Figure& figure) {
    const std::optional<double> value = concentration::hhi(c.quantities, c.market.total);
    Bounds bounds = hhiBounds(c.spread);
    bounds.range = {scale * bounds.range.lo, scale * bounds.range.hi};
    setValue(figure, c, value ? std::optional(scale * *value) : std::nullopt, bounds);
    if (!c.query.explained()) return;
    figure.formula = {"HHI = Σ (share_{i})²"};
    for (std::string& line : squareLines(c, Unit::points))
        figure.formula.push_back(std::move(line));
    addBoundLines(c, figure);
    figure.formula.push_back(resultLine(figure));
}

Figure compute(const Query& query) {
    return figureOf(query, Unit::points, fill);
}

}  // namespace

const Definition hhi_10k{
    .id = "hhi-10k",
    .title = ADIT_TEXT("core", "HHI"),
    .meaning = ADIT_TEXT("core", "Sum of squared percent shares, 0 to 10 000: above 1 800 is highly concentrated"),
    .unit = Unit::points,
    .range = {0.0, 10000.0},
    .better = Better::lower,
    .method = "M02",
    .citation = "Hirschman 1945; Herfindahl 1950; US DOJ & FTC Merger Guidelines 2023, section 2.1",
    .compute = compute,
};

}  // namespace adit::index

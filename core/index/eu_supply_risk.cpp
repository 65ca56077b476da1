#include "core/consumer/eu_risk.h"
#include "core/consumer/figures.h"
#include "core/index/indices.h"

namespace adit::index {
namespace {

void addPublished(const consumer::RiskDifference& difference, Figure& figure) {
    Input input;
    input.name = "published supply risk";
    input.value = difference.published->value;
    input.unit = Unit::score;
    input.source = difference.published->source;
    input.year = difference.published->year;
    input.remark = "for comparison, not part of the figure";
    figure.inputs.push_back(std::move(input));
    for (std::string& line : consumer::linesOf(difference))
        figure.formula.push_back(std::move(line));
}

// No published trade parameters or substitution indices are in the dataset: they are 1, and 0.8 inside a bloc, but
// for a substitution index that the user assumes.
Figure compute(const Query& query) {
    if (!query.economy) return consumer::noConsumer(Unit::score);
    const auto risk = consumer::euRiskOf(query);
    if (!risk) return consumer::unanswered(Unit::score, risk.error());
    Figure figure = consumer::figureOf(risk->result.risk, Unit::score);
    const Result<consumer::Supply>& supply = *risk->supply;
    if (supply) figure.flags.add(supply->flags);
    if (!query.explained()) return figure;
    figure.inputs = consumer::factorsOf(query, *risk);
    if (supply) consumer::addSuppliers(figure, *query.data, *supply);
    figure.formula = consumer::formulaOf(*risk);
    figure.formula.push_back(consumer::resultLine(figure));
    if (const auto difference = consumer::differenceOf(query, *risk)) addPublished(*difference, figure);
    consumer::settleRule(
        figure, "Shares, governance, import reliance and recycling that are not published lie within their bounds.");
    return figure;
}

}  // namespace

const Definition eu_supply_risk{
    .id = "eu-supply-risk",
    .title = ADIT_TEXT("core", "Supply risk, EU method"),
    .meaning = ADIT_TEXT(
        "core", "Weighted concentration of world supply and of the consumer's own, by import reliance, less recycling"),
    .unit = Unit::score,
    .range = {0.0, 10.0},
    .better = Better::lower,
    .method = "M11",
    .citation = "European Commission 2017; Blengini et al. 2017 (EUR 28654)",
    .needsEconomy = true,
    .reads = {Register::output, Register::trade, Register::governance, Register::recycling},
    .compute = compute,
};

}  // namespace adit::index

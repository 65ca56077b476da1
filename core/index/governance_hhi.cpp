#include "core/consumer/figures.h"
#include "core/consumer/weighted_terms.h"
#include "core/index/explain.h"
#include "core/index/indices.h"

namespace adit::index {
namespace {

Figure compute(const Query& query) {
    const PreparedPtr ready = prepared(query);
    if (!ready->market) return Figure::absent(Unit::score, ready->market.error().text);
    const Estimate estimate = consumer::sharedWorldConcentration(query);
    Figure figure = framed(query, *ready->market, Unit::score);
    figure.value = estimate.value;
    figure.bounds = estimate.bounds;
    figure.flags.add(estimate.flags);
    if (!estimate.value) figure.reason = estimate.reason;
    if (!query.explained()) return figure;
    const governance::WeightsPtr weights = consumer::weightsFor(query, governance::Choice::allSix);
    const auto terms = consumer::worldTerms(*ready->market, *weights);
    consumer::addWeights(figure.inputs, *weights, governance::euScale);
    figure.inputs.push_back(consumer::governanceInput(query, governance::Choice::allSix, terms, governance::euScale));
    consumer::addAssumedGovernance(figure.inputs, query, governance::Choice::allSix, terms);
    figure.formula = {"HHI_{w} = Σ (share_{i})² · w_{i}, w = 2 · (2.5 − G), G the mean of six WGI dimensions",
                      consumer::squaresLine(terms), consumer::resultLine(figure)};
    consumer::settleRule(figure, "An economy without governance estimates lies between the best and the worst of all.");
    return figure;
}

}  // namespace

const Definition governance_hhi{
    .id = "governance-hhi",
    .title = ADIT_TEXT("core", "Governance-weighted concentration"),
    .meaning = ADIT_TEXT("core", "Sum of squared shares, each times the producer's governance risk from 0 to 10"),
    .unit = Unit::score,
    .range = {0.0, 10.0},
    .better = Better::lower,
    .method = "M08",
    .citation = "European Commission 2017; World Bank, Worldwide Governance Indicators",
    .needsEconomy = false,
    .reads = {Register::output, Register::governance},
    .compute = compute,
};

}  // namespace adit::index

#include "core/base/number_words.h"
#include "core/consumer/figures.h"
#include "core/criticality/import_reliance.h"
#include "core/criticality/supply_risk.h"
#include "core/index/explain.h"
#include "core/index/indices.h"

namespace adit::index {
namespace {

std::optional<double> highestRecycling(const Dataset& data) {
    std::optional<double> highest;
    for (const Mineral& mineral : data.minerals) {
        if (mineral.eolRecyclingInputRate) highest = std::max(highest.value_or(0.0), *mineral.eolRecyclingInputRate);
    }
    return highest;
}

std::optional<Estimate> reliance(const consumer::Question& question) {
    const consumer::BalancePtr shared = consumer::sharedBalance(question);
    const Result<consumer::Balance>& balance = *shared;
    if (!balance) return std::nullopt;
    const auto both = criticality::importRelianceEu(
        {balance->production, Estimate::known(balance->imports), Estimate::known(balance->exports)});
    return both.used.bounds ? std::optional(both.used) : std::nullopt;
}

// The latest supply risk that the Commission published for the mineral, to set beside ours.
void addPublished(const Query& query, Figure& figure) {
    const PublishedResult* latest = nullptr;
    for (const PublishedResult& row : query.data->published) {
        const bool ours = row.mineral == query.mineral && row.study == "EU-CRM" && row.quantity == "supply_risk";
        if (ours && (latest == nullptr || row.year > latest->year)) latest = &row;
    }
    if (latest == nullptr || *query.economy != query.data->economy("EU27")) return;
    figure.formula.push_back("published for the Union in " + std::to_string(latest->year) + ": " +
                             words::grouped(latest->value, 1));
    Input input;
    input.name = "published supply risk";
    input.value = latest->value;
    input.unit = Unit::score;
    input.source = latest->source;
    input.year = latest->year;
    input.remark = "for comparison, not part of the figure";
    figure.inputs.push_back(std::move(input));
}

// No published trade parameters or substitution indices are in the dataset: they are 1, and 0.8 inside a bloc.
Figure compute(const Query& query) {
    if (!query.economy) return consumer::noConsumer(Unit::score);
    const consumer::Question question = consumer::questionOf(query);
    criticality::SupplyRiskInput input;
    const PreparedPtr ready = prepared(query);
    const Result<Market>& market = ready->market;
    const consumer::SupplyPtr shared = consumer::sharedSupply(question);
    const Result<consumer::Supply>& supply = *shared;
    if (market) input.global = consumer::sharedWorldConcentration(query);
    if (supply) {
        const governance::WeightsPtr weights = consumer::weightsFor(query, governance::Choice::allSix);
        input.sourcing = consumer::concentrationOf(*supply, weights.get());
    }
    input.importReliance = reliance(question);
    input.recyclingRate = (*query.data)[query.mineral].eolRecyclingInputRate;
    input.highestRecycling = highestRecycling(*query.data);
    const auto risk = criticality::supplyRisk(input);
    if (!risk) return consumer::unanswered(Unit::score, risk.error());
    Figure figure = consumer::figureOf(risk->risk, Unit::score);
    if (supply) figure.flags.add(supply->flags);
    if (!query.explained()) return figure;
    if (supply) consumer::addSuppliers(figure, *query.data, *supply);
    if (market && !supply)
        figure.inputs.push_back({"world output",
                                 market->total,
                                 Unit::tonnes,
                                 State::known,
                                 market->source,
                                 market->year,
                                 {},
                                 {},
                                 {},
                                 {},
                                 {}});
    figure.formula = {"SR = [HHI_{world} · IR/2 + HHI_{supply} · (1 − IR/2)] · (1 − recycling) · substitution",
                      risk->form == criticality::SupplyRiskForm::full ? "both mixes"
                      : market                                        ? "world mix only"
                                                                      : "supply mix only",
                      consumer::resultLine(figure)};
    addPublished(query, figure);
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
    .reads = {Register::output, Register::trade},
    .compute = compute,
};

}  // namespace adit::index

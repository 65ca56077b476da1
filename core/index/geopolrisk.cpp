#include "core/criticality/geopolrisk.h"

#include "core/consumer/figures.h"
#include "core/index/indices.h"

namespace adit::index {
namespace {

std::vector<criticality::WeightedImport> weighted(const consumer::Balance& balance,
                                                  const governance::Weights& weights) {
    std::vector<criticality::WeightedImport> out;
    for (const chain::Flow& flow : balance.partners)
        out.push_back({flow.tonnes, weights.of(flow.from), false});
    return out;
}

Figure compute(const Query& query) {
    if (!query.economy) return consumer::noConsumer(Unit::one);
    const consumer::Question question = consumer::questionOf(query);
    const consumer::BalancePtr shared = consumer::sharedBalance(question);
    const Result<consumer::Balance>& balance = *shared;
    if (!balance) return consumer::unanswered(Unit::one, balance.error());
    const governance::WeightsPtr weights = consumer::weightsFor(query, governance::Choice::politicalStability);
    const auto imports = criticality::importRisk(weighted(*balance, *weights));
    const Interval own = balance->production.bounds.value_or(Interval{0.0, unbounded});
    Estimate score =
        criticality::geoPolRisk(consumer::sharedWorldHhi(query), imports, balance->production.value.value_or(own.lo));
    if (!balance->production.value) score.value.reset();
    if (!balance->production.value) score.reason = "own output is not known";
    Figure figure = consumer::figureOf(score, Unit::one);
    figure.flags.add(balance->flags);
    if (!query.explained()) return figure;
    consumer::addBalance(figure, question, *balance);
    figure.formula = {"GPR = HHI · Σ w_{i} · imports_{i} / (production + imports), w from political stability",
                      consumer::resultLine(figure)};
    consumer::settleRule(figure, "World concentration and governance that is not published lie within their bounds.");
    return figure;
}

}  // namespace

const Definition geopolrisk{
    .id = "geopolrisk",
    .title = ADIT_TEXT("core", "GeoPolRisk"),
    .meaning = ADIT_TEXT("core", "World concentration times the political instability of the consumer's imports"),
    .unit = Unit::one,
    .range = {0.0, 1.0},
    .better = Better::lower,
    .method = "M15",
    .citation = "Gemechu et al. 2015; Koyamparambath et al. 2024",
    .needsEconomy = true,
    .reads = {Register::output, Register::trade},
    .compute = compute,
};

}  // namespace adit::index

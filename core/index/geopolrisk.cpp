#include "core/criticality/geopolrisk.h"

#include "core/consumer/figures.h"
#include "core/consumer/trade.h"
#include "core/index/bounds.h"
#include "core/index/concentration.h"
#include "core/index/explain.h"
#include "core/index/indices.h"

namespace adit::index {
namespace {

std::vector<criticality::WeightedImport> weighted(const consumer::PartnerFlows& flows,
                                                  const governance::Weights& weights) {
    std::vector<criticality::WeightedImport> out;
    for (const chain::Flow& flow : flows.imports)
        out.push_back({flow.tonnes, weights.of(flow.from), false});
    return out;
}

Estimate worldHhi(const Query& query) {
    const Figure figure = hhi.compute(query);
    return {figure.value, figure.bounds, figure.flags, "world concentration is not known"};
}

Figure compute(const Query& query) {
    if (!query.economy) return consumer::noConsumer(Unit::one);
    consumer::Question question = consumer::questionOf(query);
    const auto balance = consumer::balanceOf(question);
    if (!balance) return consumer::unanswered(Unit::one, balance.error());
    question.memberYear = question.year;
    question.year = balance->year;
    const auto flows = consumer::flowsOf(question, consumer::Measured::mass);
    const auto market = index::market(query);
    const governance::Weights weights =
        consumer::weightsFor(query, governance::Choice::politicalStability, market ? &*market : nullptr);
    const auto imports = criticality::importRisk(weighted(*flows, weights));
    const Interval own = balance->production.bounds.value_or(Interval{0.0, unbounded});
    Estimate score = criticality::geoPolRisk(worldHhi(query), imports, balance->production.value.value_or(own.lo));
    if (!balance->production.value) score.value.reset();
    if (!balance->production.value) score.reason = "own output is not known";
    Figure figure = consumer::figureOf(score, Unit::one);
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
    .compute = compute,
};

}  // namespace adit::index

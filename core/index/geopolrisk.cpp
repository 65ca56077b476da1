#include "core/criticality/geopolrisk.h"

#include "core/base/number_words.h"
#include "core/base/weighted_mean.h"
#include "core/consumer/figures.h"
#include "core/consumer/weighted_terms.h"
#include "core/index/explain.h"
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

// What is imported from whom, and own output, within their ranges.
std::optional<Interval> meanWithin(const consumer::Balance& balance, const governance::Weights& weights) {
    if (balance.ranges.empty() || !balance.production.bounds) return std::nullopt;
    std::vector<WeightedAmount> rows{{*balance.production.bounds, {0.0, 0.0}}};
    for (std::size_t i = 0; i < balance.partners.size(); ++i) {
        const Estimate weight = weights.of(balance.partners[i].from);
        rows.push_back({balance.ranges[i], weight.bounds.value_or(Interval{0.0, 1.0})});
    }
    return weightedMean(rows);
}

// Own output that is known within bounds alone: the more of it, the lower the risk.
Estimate scoreOf(const Query& query, const consumer::Balance& balance, const governance::Weights& weights) {
    const auto imports = criticality::importRisk(weighted(balance, weights));
    const Estimate hhi = consumer::sharedWorldHhi(query);
    const Interval own = balance.production.bounds.value_or(Interval{0.0, unbounded});
    Estimate score = criticality::geoPolRisk(hhi, imports, balance.production.value.value_or(own.lo));
    const Estimate most = criticality::geoPolRisk(hhi, imports, own.lo);
    const Estimate least = criticality::geoPolRisk(hhi, imports, own.hi);
    if (most.bounds && least.bounds) score.bounds = Interval{least.bounds->lo, most.bounds->hi};
    const auto mean = meanWithin(balance, weights);
    if (mean && hhi.bounds) score.bounds = Interval{hhi.bounds->lo * mean->lo, hhi.bounds->hi * mean->hi};
    if (!balance.production.value) {
        score.value.reset();
        score.reason = "own output is not known";
    }
    return score;
}

void explain(const Query& query, const consumer::Balance& balance, const governance::Weights& weights, Figure& figure) {
    const consumer::Question question = consumer::questionOf(query);
    const auto imports = criticality::importRisk(weighted(balance, weights));
    const Estimate hhi = consumer::sharedWorldHhi(query);
    const PreparedPtr ready = prepared(query);
    consumer::addBalance(figure, question, balance);
    if (ready->market) {
        figure.inputs.push_back(
            consumer::derivedInput("HHI of world output", hhi, Unit::one, ready->market->source, ready->market->year));
    }
    std::vector<consumer::WeightedTerm> terms;
    for (const chain::Flow& flow : balance.partners)
        terms.push_back({flow.from, flow.tonnes / balance.imports, weights.of(flow.from), 1.0});
    figure.inputs.push_back(consumer::governanceInput(query, governance::Choice::politicalStability, terms, 1.0));
    consumer::addAssumedGovernance(figure.inputs, query, governance::Choice::politicalStability, terms);
    const std::size_t first = figure.inputs.size();
    consumer::addPartners(figure, question, balance);
    consumer::addWeights(std::span(figure.inputs).subspan(first), weights, 1.0);
    figure.formula = {"GPR = HHI · Σ w_{i} · imports_{i} / (production + imports), w from political stability",
                      "= " + consumer::put(hhi, 4) + " · " + consumer::put(imports.weighted, 0) + " / (" +
                          consumer::put(balance.production, 0) + " + " + words::grouped(balance.imports, 0) + ")",
                      consumer::resultLine(figure)};
    if (query.stage != Stage::mine) {
        figure.formula.emplace_back("HHI and trade are both of this stage; the published method takes mine output");
    }
    consumer::settleRule(figure,
                         "Own output, world concentration and governance that is not published lie within their "
                         "bounds.");
}

Figure compute(const Query& query) {
    if (!query.economy) return consumer::noConsumer(Unit::one);
    const consumer::BalancePtr shared = consumer::sharedBalance(consumer::questionOf(query));
    const Result<consumer::Balance>& balance = *shared;
    if (!balance) return consumer::unanswered(Unit::one, balance.error());
    const governance::WeightsPtr weights = consumer::weightsFor(query, governance::Choice::politicalStability);
    Figure figure = consumer::figureOf(scoreOf(query, *balance, *weights), Unit::one);
    figure.flags.add(balance->flags);
    if (query.explained()) explain(query, *balance, *weights, figure);
    return figure;
}

}  // namespace

const Definition geopolrisk{
    .id = "geopolrisk",
    .title = ADIT_TEXT("core", "GeoPolRisk"),
    .meaning = ADIT_TEXT("core", "World concentration times the political instability of the consumer's imports"),
    .unit = Unit::one,
    .plain = true,
    .range = {0.0, 1.0},
    .better = Better::lower,
    .method = "M15",
    .citation = "Gemechu et al. 2015; Koyamparambath et al. 2024",
    .needsEconomy = true,
    .reads = {Register::output, Register::trade, Register::governance},
    .compute = compute,
};

}  // namespace adit::index

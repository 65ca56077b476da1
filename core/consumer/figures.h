// From the answers about a consumer to Figures that explain themselves.
#pragma once

#include "core/consumer/supply.h"
#include "core/governance/at.h"
#include "core/index/market.h"

#include <string>

namespace adit::consumer {

// The question behind an index query; its economy must be set.
Question questionOf(const index::Query& query);
// The same of a figure that is about the supply mix: with the query's choice of hubs.
Question mixQuestionOf(const index::Query& query);

Input inputOf(const Dataset& data, const Supply& supply, const Supplier& supplier);

// A figure of an estimate, with the suppliers as inputs.
Figure figureOf(const Estimate& estimate, Unit unit);
void addSuppliers(Figure& figure, const Dataset& data, const Supply& supply);
void addBalance(Figure& figure, const Question& question, const Balance& balance);
// What was imported from whom, largest first.
void addPartners(Figure& figure, const Question& question, const Balance& balance);
// What the user set of a flow by value, of no source.
Input valueInput(const Dataset& data, const Assumed& assumed);
// Each that stands in the flows of a source's publisher in a year.
void addAssumedValues(Figure& figure, const Question& question, int year, SourceId source);
// A number computed from published ones, which stands for them in a formula.
Input derivedInput(std::string name, const Estimate& value, Unit unit, SourceId source, int year);
// As it stands in a formula: "0.4532", "(0.37 to 0.56)", "not known".
std::string put(const Estimate& value, int decimals);
// "shares: imports by value, 2024, baci-v202601"; of the direct supply where hubs are looked through.
std::string groundLine(const Dataset& data, const Supply& supply);
// Below the formula's first line: the ground, and which hubs were looked through where that was asked for.
void addGround(Figure& figure, const Dataset& data, const Supply& supply);
// "= 0.756² + 0.086² + …": the four largest.
std::string squaresLine(const Supply& supply);
// "= 0.45" or "= 0.37 to 0.56"
std::string resultLine(const Figure& figure);

// Says where bounds come from, if there are any and nothing has said it; an exact figure has no rule.
void settleRule(Figure& figure, std::string_view rule);

// What the shares leave open are other economies, none larger than the smallest that is named.
double smallestShare(const Supply& supply);

inline constexpr std::string_view boundsBehindHubs =
    "What is not sure to come from one economy, by its own figures and those of the hubs, may be of any.";

// HHI of a supply mix, with the consumer as one supplier. With governance weights 0..10 each member of a bloc counts
// for itself, as in the EU method, with the trade parameter of supply inside it.
Estimate concentrationOf(const Supply& supply, const governance::Weights* weights);
// Of world output, weighted.
Estimate worldConcentration(const index::Market& market, const governance::Weights& weights);

// HHI of world output by economy, as the index gives it.
Estimate worldHhi(const index::Query& query);
// The last two for the query's market, from its memo where it has one; nothing known where there is no market.
Estimate sharedWorldConcentration(const index::Query& query);
Estimate sharedWorldHhi(const index::Query& query);

// Weights centred on the market's production where an economy has none.
std::vector<governance::Output> productionOf(const index::Market* market);
governance::WeightsPtr weightsFor(const index::Query& query, governance::Choice choice);

// What an index answers when the consumer is not said, or nothing is published.
Figure unanswered(Unit unit, const Error& error);
Figure noConsumer(Unit unit);

}  // namespace adit::consumer

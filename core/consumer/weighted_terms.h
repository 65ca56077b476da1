// The terms of a governance-weighted figure as its explanation shows them: shares, weights, and where these are from.
#pragma once

#include "core/consumer/supply.h"
#include "core/governance/at.h"

#include <span>
#include <string>
#include <vector>

namespace adit::consumer {

// One economy's part of a weighted sum.
struct WeightedTerm {
    EconomyId economy;
    std::optional<double> share;
    Estimate weight;     // as the figure takes it: 0..1 or 0..10
    double trade = 1.0;  // trade parameter
};

// Of world output, largest first.
std::vector<WeightedTerm> worldTerms(const index::Market& market, const governance::Weights& weights);
// Of a consumer's supply, each member of a bloc for itself, largest first.
std::vector<WeightedTerm> supplyTerms(const Supply& supply, const governance::Weights& weights);

// "= 0.430² · 5.9 + 0.083² · 2.4 + …": the four largest.
std::string squaresLine(std::span<const WeightedTerm> terms);

// The estimates behind the weights as one input: their mean by share, with edition and year. `scale` is 1 or 10.
Input governanceInput(const index::Query& query, governance::Choice choice, std::span<const WeightedTerm> terms,
                      double scale);
// The user's estimates among those behind the weights, each as an input; of every economy where one of the terms has
// none of its own.
void addAssumedGovernance(std::vector<Input>& inputs, const index::Query& query, governance::Choice choice,
                          std::span<const WeightedTerm> terms);
Input inputOf(const Dataset& data, const GovernanceRow& row);  // one that the user assumes
// Writes each economy's weight beside its input.
void addWeights(std::span<Input> inputs, const governance::Weights& weights, double scale);

}  // namespace adit::consumer

// The EU supply risk of a consumer on published figures: what goes into the formula, where each input is from, and why
// the result differs from the one that the Commission published for the Union. methods.md M11, M36.
#pragma once

#include "core/base/result.h"
#include "core/consumer/weighted_terms.h"
#include "core/criticality/supply_risk.h"

#include <vector>

namespace adit::consumer {

struct EuRisk {
    criticality::SupplyRiskInput input;
    criticality::SupplyRisk result;
    SupplyPtr supply;
    BalancePtr balance;
};

// The query's consumer must be set.
Result<EuRisk> euRiskOf(const index::Query& query);

// The factors as inputs: concentration of the world and of the supply, reliance, recycling, substitution, governance.
std::vector<Input> factorsOf(const index::Query& query, const EuRisk& risk);

// The general formula of the risk's form, then the one with numbers put in.
std::vector<std::string> formulaOf(const EuRisk& risk);

// One input of which the study tells its own value, and what ours would be with it.
struct RiskStep {
    std::string input;
    Unit unit = Unit::one;         // of the values: shares as the weighted HHI that they give, a year as a count
    std::optional<double> ours;    // not known: ours does without it
    std::optional<double> theirs;  // likewise
    double part = 0.0;             // of the difference
    SourceId source;               // of theirs
};

struct RiskDifference {
    const PublishedResult* published = nullptr;
    std::string stage;  // at which the study found it; empty where it does not say
    double ours = 0.0;
    std::vector<RiskStep> steps;
    double withTheirs = 0.0;           // ours with every input switched that the data hold
    double unexplained = 0.0;          // published less that
    std::vector<std::string> missing;  // what it comes from: the study's inputs that the data do not hold
    // The substitution index that, in place of ours, would take `withTheirs` to the published one; none above 1.
    std::optional<double> closing;

    double difference() const { return published->value - ours; }
    bool agrees() const;  // within the published decimal
};

// Nothing for others than the Union, without a published value, or without a value of ours.
std::optional<RiskDifference> differenceOf(const index::Query& query, const EuRisk& risk);
// "published for the Union in 2023: 1.8, ...", and what the difference comes from.
std::vector<std::string> linesOf(const RiskDifference& difference);

}  // namespace adit::consumer

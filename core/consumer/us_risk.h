// The supply risk of the United States' method on published figures. How able and willing producers are to supply, and
// how vulnerable the using industries are, is not published here: it is the user's, or lies between 0 and 1.
// methods.md M16; Nassar et al. 2020; Nassar & Fortier 2021.
#pragma once

#include "core/consumer/net_reliance.h"
#include "core/criticality/us_risk.h"

#include <map>
#include <string>
#include <vector>

namespace adit::consumer {

// What no publication gives, beside what the workspace says of it, which it goes before: 0 able or willing .. 1 unable
// or unwilling; vulnerability 0..1.
struct UsRiskInputs {
    criticality::Combination combination = criticality::Combination::product;
    std::map<EconomyId, Interval> inability;
    std::map<EconomyId, Interval> unwillingness;
    std::optional<Interval> vulnerability;
};

struct UsRisk {
    Estimate concentration;  // HHI of world output
    Estimate disruption;
    Estimate exposure;
    Estimate vulnerability;
    Estimate risk;
    std::optional<NetReliance> reliance;  // behind the exposure; else the EU form
    SourceId outputSource;                // none where world output is not published
    int outputYear = 0;
    SourceId exposureSource;
    int exposureYear = 0;
    // Those of the workspace that it takes, where the query is explained.
    std::vector<Input> assumedOfProducers;
    std::optional<Input> assumedVulnerability;
};

// An error of code `missing` where neither world output nor the consumer's reliance is published.
Result<UsRisk> usRiskOf(const index::Query& query, const UsRiskInputs& inputs = {});

// Figure with factors as inputs and the formula with numbers put in.
Figure usRiskFigure(const index::Query& query, const UsRisk& risk, const UsRiskInputs& inputs);

std::string_view describe(criticality::Combination combination);  // "product"

}  // namespace adit::consumer

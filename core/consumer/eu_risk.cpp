#include "core/consumer/eu_risk.h"

#include "core/base/number_words.h"
#include "core/consumer/figures.h"
#include "core/consumer/recycling.h"
#include "core/consumer/studies.h"
#include "core/criticality/import_reliance.h"
#include "core/criticality/trade_parameter.h"
#include "core/index/explain.h"

namespace adit::consumer {
namespace {

constexpr std::string_view study = "EU-CRM";

bool isUnion(const index::Query& query) {
    return isCoded(*query.data, query.economy, "EU27");
}

// What the study published for the Union at this stage: where trade by mass is missing it stands for ours.
const PublishedResult* publishedReliance(const index::Query& query) {
    if (!isUnion(query)) return nullptr;
    const PublishedResult* row = latest(*query.data, study, "import_reliance_pct", query.mineral);
    return row != nullptr && row->stage == id(query.stage) ? row : nullptr;
}

std::optional<Estimate> relianceOf(const index::Query& query, const Result<Balance>& balance) {
    if (balance) {
        const auto both =
            criticality::importRelianceEu({balance->production, balance->imported(), balance->exported()});
        return both.used.bounds ? std::optional(both.used) : std::nullopt;
    }
    const PublishedResult* row = publishedReliance(query);
    return row != nullptr ? std::optional(Estimate::known(row->value / 100.0)) : std::nullopt;
}

Input inputOf(std::string name, double value, SourceId source, int year) {
    Input input;
    input.name = std::move(name);
    input.value = value;
    input.unit = Unit::one;
    input.source = source;
    input.year = year;
    return input;
}

Input assumed(std::string name, double value, std::string_view assumption, std::string remark) {
    Input input = inputOf(std::move(name), value, {}, 0);
    input.state = State::assumed;
    input.assumption = assumption;
    input.remark = std::move(remark);
    return input;
}

std::optional<Input> relianceInput(const index::Query& query, const EuRisk& risk) {
    if (!risk.input.importReliance) return std::nullopt;
    const Result<Balance>& balance = *risk.balance;
    if (balance)
        return derivedInput("import reliance", *risk.input.importReliance, Unit::one, balance->source, balance->year);
    const PublishedResult* row = publishedReliance(query);
    return inputOf("import reliance", row->value / 100.0, row->source, row->year);
}

}  // namespace

Result<EuRisk> euRiskOf(const index::Query& query) {
    EuRisk risk;
    const Question question = questionOf(query);
    risk.supply = sharedSupply(question);
    risk.balance = sharedBalance(question);
    if (index::prepared(query)->market) risk.input.global = sharedWorldConcentration(query);
    if (const Result<Supply>& supply = *risk.supply) {
        const governance::WeightsPtr weights = weightsFor(query, governance::Choice::allSix);
        risk.input.sourcing = concentrationOf(*supply, weights.get());
    }
    risk.input.importReliance = relianceOf(query, *risk.balance);
    risk.input.recyclingRate = recyclingOf(*query.data, query.mineral);
    risk.input.highestRecycling = highestRecycling(*query.data);
    risk.input.substitutionIndex = substitutionOf(*query.data, query.mineral);
    const auto result = criticality::supplyRisk(risk.input);
    if (!result) return result.error();
    risk.result = *result;
    return risk;
}

std::vector<Input> factorsOf(const index::Query& query, const EuRisk& risk) {
    const index::PreparedPtr ready = index::prepared(query);
    const governance::WeightsPtr weights = weightsFor(query, governance::Choice::allSix);
    const Result<Supply>& supply = *risk.supply;
    std::vector<Input> out;
    if (ready->market) {
        out.push_back(derivedInput("HHI of world output, weighted", *risk.input.global, Unit::score,
                                   ready->market->source, ready->market->year));
    }
    if (supply) {
        out.push_back(
            derivedInput("HHI of supply, weighted", *risk.input.sourcing, Unit::score, supply->source, supply->year));
    }
    if (auto reliance = relianceInput(query, risk)) out.push_back(std::move(*reliance));
    out.push_back(recyclingInput(*query.data, query.mineral, query.year));
    out.push_back(substitutionInput(*query.data, query.mineral));
    if (supply && supply->isBloc) {
        out.push_back(assumed("trade parameter inside the bloc", criticality::insideUnion, "trade-parameter",
                              "of supply from a member; 1 for all others"));
    }
    const auto terms = ready->market ? worldTerms(*ready->market, *weights) : supplyTerms(*supply, *weights);
    out.push_back(governanceInput(query, governance::Choice::allSix, terms, governance::euScale));
    auto weighted = supply ? supplyTerms(*supply, *weights) : std::vector<WeightedTerm>{};
    weighted.insert(weighted.end(), terms.begin(), terms.end());
    addAssumedGovernance(out, query, governance::Choice::allSix, weighted);
    return out;
}

std::vector<std::string> formulaOf(const EuRisk& risk) {
    using criticality::SupplyRiskForm;
    const criticality::SupplyRiskInput& in = risk.input;
    const Estimate reliance = in.importReliance.value_or(Estimate::within({0.0, 1.0}));
    const Estimate recycling = in.recyclingRate.value_or(Estimate::within({0.0, in.highestRecycling.value_or(1.0)}));
    const std::string substitution = in.substitutionIndex ? put(*in.substitutionIndex, 2) : "1";
    const std::string rest = " · (1 − " + put(recycling, 2) + ") · " + substitution;
    switch (risk.result.form) {
        case SupplyRiskForm::globalOnly:
            return {"world mix only: SR = HHI_{world} · (1 − recycling) · substitution",
                    "= " + put(*in.global, 4) + rest};
        case SupplyRiskForm::sourcingOnly:
            return {"supply mix only: SR = HHI_{supply} · (1 − recycling) · substitution",
                    "= " + put(*in.sourcing, 4) + rest};
        case SupplyRiskForm::full:
            break;
    }
    const std::string half = put(reliance, 4) + "/2";
    return {"SR = [HHI_{world} · IR/2 + HHI_{supply} · (1 − IR/2)] · (1 − recycling) · substitution",
            "= [" + put(*in.global, 4) + " · " + half + " + " + put(*in.sourcing, 4) + " · (1 − " + half + ")]" + rest};
}

bool RiskDifference::agrees() const {
    constexpr double halfDecimal = 0.05;
    return std::fabs(difference()) <= halfDecimal + 1e-9;
}

}  // namespace adit::consumer

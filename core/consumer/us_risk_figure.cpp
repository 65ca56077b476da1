#include "core/base/number_words.h"
#include "core/consumer/figures.h"
#include "core/consumer/us_risk.h"
#include "core/index/explain.h"

namespace adit::consumer {
namespace {

Input openInput(std::string name, const std::optional<Interval>& given, std::string_view assumption,
                std::string remark) {
    Input input;
    input.name = std::move(name);
    input.unit = Unit::one;
    input.bounds = given.value_or(Interval{0.0, 1.0});
    input.state = given ? State::assumed : State::unknown;
    if (given) input.assumption = assumption;
    if (given && given->exact()) input.value = given->lo;
    input.remark = given ? "" : std::move(remark);
    return input;
}

void addProducers(const index::Query& query, const UsRisk& risk, const UsRiskInputs& inputs, Figure& figure) {
    const auto add = [&](const std::map<EconomyId, Interval>& values, std::string_view what) {
        for (const auto& [economy, value] : values) {
            Input input = openInput(std::string(what) + " of " + index::nameOf(*query.data, economy), value, what, {});
            input.economy = economy;
            figure.inputs.push_back(std::move(input));
        }
    };
    add(inputs.inability, "inability");
    add(inputs.unwillingness, "unwillingness");
    figure.inputs.insert(figure.inputs.end(), risk.assumedOfProducers.begin(), risk.assumedOfProducers.end());
    figure.inputs.push_back(openInput("inability to supply of other producers", {}, {}, "not published: from 0 to 1"));
    figure.inputs.push_back(
        openInput("unwillingness to supply of other producers", {}, {}, "not published: from 0 to 1"));
}

std::string exposureText(const UsRisk& risk) {
    if (!risk.exposure.bounds) return "net import reliance is not published: from 0 to 1";
    if (risk.reliance && risk.reliance->assumed != nullptr) return "net import reliance, within 0 and 1";
    return risk.reliance ? "net imports over " + risk.reliance->denominator + " consumption, within 0 and 1"
                         : "net imports over production and net imports, within 0 and 1";
}

std::string factor(const Estimate& estimate) {
    return estimate.bounds ? put(estimate, 4) : "(0 to 1)";
}

// Which terms make the width, and how to give them.
std::string openTerms(const UsRisk& risk, const UsRiskInputs& inputs) {
    std::string terms = "inability (--inability) and unwillingness (--unwillingness) to supply of each producer";
    if (!inputs.vulnerability && !risk.assumedVulnerability) terms += ", economic vulnerability (--vulnerability)";
    return "Not published, and between 0 and 1 where not given: " + terms +
           ". Assume them, or give them to `adit-cli us-risk`.";
}

}  // namespace

Figure usRiskFigure(const index::Query& query, const UsRisk& risk, const UsRiskInputs& inputs) {
    Figure figure = figureOf(risk.risk, Unit::one);
    if (!query.explained()) return figure;
    if (risk.outputSource.valid()) {
        figure.inputs.push_back(
            derivedInput("HHI of world output", risk.concentration, Unit::one, risk.outputSource, risk.outputYear));
        figure.inputs.push_back(
            derivedInput("disruption potential", risk.disruption, Unit::one, risk.outputSource, risk.outputYear));
        addProducers(query, risk, inputs, figure);
    } else {
        figure.inputs.push_back(openInput("disruption potential", {}, {}, "world output is not published"));
    }
    Input exposure = derivedInput("trade exposure", risk.exposure, Unit::one, risk.exposureSource, risk.exposureYear);
    exposure.remark = exposureText(risk);
    figure.inputs.push_back(std::move(exposure));
    if (risk.reliance && risk.reliance->assumed != nullptr)
        figure.inputs.push_back(assumedInput(*risk.reliance, *query.economy));
    figure.inputs.push_back(risk.assumedVulnerability ? *risk.assumedVulnerability
                                                      : openInput("economic vulnerability", inputs.vulnerability,
                                                                  "vulnerability", "not published: from 0 to 1"));
    figure.formula = {
        "SR = ∛(DP · TE · EV), DP = Σ (share_{i})² · φ(inability_{i}, unwillingness_{i}), φ the " +
            std::string(describe(inputs.combination)),
        "= ∛(" + factor(risk.disruption) + " · " + factor(risk.exposure) + " · " + factor(risk.vulnerability) + ")",
        resultLine(figure), "the published way of combining the two could not be read: not a USGS value"};
    settleRule(figure, openTerms(risk, inputs));
    return figure;
}

}  // namespace adit::consumer

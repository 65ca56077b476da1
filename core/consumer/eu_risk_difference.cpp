#include "core/base/number_words.h"
#include "core/base/text.h"
#include "core/consumer/eu_risk.h"
#include "core/consumer/studies.h"
#include "core/ranges/decomposition.h"

namespace adit::consumer {
namespace {

constexpr std::string_view study = "EU-CRM";

// The stage at which the study of that year assessed the material, where one of its rows says so.
std::string assessedAt(const Dataset& data, const PublishedResult& published) {
    for (const PublishedResult& row : data.published) {
        const bool same =
            row.study == published.study && row.mineral == published.mineral && row.year == published.year;
        if (same && !row.stage.empty()) return row.stage;
    }
    return {};
}

// The inputs of which the study's own value is in the dataset, switched from ours to its.
std::vector<ranges::Switched> switched(const index::Query& query, const EuRisk& risk, const std::string& stage) {
    std::vector<ranges::Switched> out;
    const auto add = [&](std::string_view quantity, std::string name, std::optional<double> ours) {
        const PublishedResult* row = latest(*query.data, study, quantity, query.mineral);
        if (row == nullptr || !ours) return;
        out.push_back({std::move(name), *ours, row->value / 100.0});
    };
    add("eol_rir_pct", "recycling", risk.input.recyclingRate);
    if (risk.result.form == criticality::SupplyRiskForm::full && stage == id(query.stage))
        add("import_reliance_pct", "import reliance", risk.input.importReliance->value);
    return out;
}

// Ours with some inputs replaced.
std::optional<double> riskWith(const EuRisk& risk, std::span<const ranges::Switched> inputs,
                               std::span<const double> values) {
    criticality::SupplyRiskInput in = risk.input;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        if (inputs[i].id == "recycling") in.recyclingRate = values[i];
        if (inputs[i].id == "import reliance") in.importReliance = Estimate::known(values[i]);
    }
    const auto result = criticality::supplyRisk(in);
    return result ? result->risk.value : std::nullopt;
}

}  // namespace

std::optional<RiskDifference> differenceOf(const index::Query& query, const EuRisk& risk) {
    if (query.economy != query.data->economy("EU27") || !risk.result.risk.value) return std::nullopt;
    RiskDifference out;
    out.published = latest(*query.data, study, "supply_risk", query.mineral);
    if (out.published == nullptr) return std::nullopt;
    out.stage = assessedAt(*query.data, *out.published);
    out.ours = *risk.result.risk.value;
    out.unexplained = out.difference();
    const auto inputs = switched(query, risk, out.stage);
    const auto parts =
        ranges::decompose(inputs, [&](std::span<const double> values) { return riskWith(risk, inputs, values); });
    for (std::size_t i = 0; parts && i < inputs.size(); ++i) {
        if (inputs[i].before == inputs[i].after) continue;
        out.steps.push_back({inputs[i].id, inputs[i].before, inputs[i].after, parts->parts[i]});
        out.unexplained -= parts->parts[i];
    }
    const double withTheirs = out.published->value - out.unexplained;
    if (withTheirs > 0.0 && out.published->value <= withTheirs) out.closing = out.published->value / withTheirs;
    return out;
}

std::vector<std::string> linesOf(const RiskDifference& d) {
    const auto signedText = [](double x) { return (x < 0.0 ? "" : "+") + words::grouped(x, 2); };
    std::string line = "published for the Union in " + std::to_string(d.published->year) + ": " +
                       words::grouped(d.published->value, 1);
    if (!d.stage.empty()) line += ", at the " + d.stage + " stage";
    if (d.agrees()) return {line + ": the same to its one decimal"};
    line += "; it less ours: " + signedText(d.difference());
    std::vector<std::string> parts;
    for (const RiskStep& step : d.steps) {
        parts.push_back(signedText(step.part) + " " + step.input + " " + words::percent(step.theirs) + " for " +
                        words::percent(step.ours));
    }
    parts.push_back(signedText(d.unexplained) + " what the study took for shares, governance, trade and substitution" +
                    (d.closing ? " (an index of " + words::grouped(*d.closing, 2) + " alone would do it)" : ""));
    return {line, "of it: " + text::join(parts, "; ")};
}

}  // namespace adit::consumer

#include "core/criticality/us_risk.h"

#include "core/base/sum.h"

namespace adit::criticality {
namespace {

double combined(double ability, double willingness, Combination combination) {
    switch (combination) {
        case Combination::geometricMean:
            return std::sqrt(ability * willingness);
        case Combination::largest:
            return std::max(ability, willingness);
        case Combination::product:
            break;
    }
    return ability * willingness;
}

Estimate orAnything(const Estimate& factor) {
    if (factor.bounds) return factor;
    Estimate open = Estimate::within({0.0, 1.0}, factor.flags);
    open.reason = factor.reason.empty() ? "a factor is not known" : factor.reason;
    return open;
}

}  // namespace

Estimate disruptionPotential(std::span<const ProducerRisk> producers, Combination combination) {
    Sum central;
    Sum lo;
    Sum hi;
    Estimate out;
    bool known = true;
    for (const ProducerRisk& producer : producers) {
        const double square = producer.share * producer.share;
        const Estimate weight = through(
            std::array{orAnything(producer.ability), orAnything(producer.willingness)}, "",
            [combination](const std::array<double, 2>& x) { return std::optional(combined(x[0], x[1], combination)); });
        out.flags.add(weight.flags);
        known = known && weight.value;
        central.add(square * weight.value.value_or(0.0));
        lo.add(square * weight.bounds->lo);
        hi.add(square * weight.bounds->hi);
    }
    out.bounds = Interval{lo.value(), hi.value()};
    if (known) out.value = central.value();
    if (!known) out.reason = "ability or willingness of a producer is not known";
    return out;
}

Estimate usSupplyRisk(const Estimate& disruption, const Estimate& exposure, const Estimate& vulnerability) {
    Estimate out = through(std::array{orAnything(disruption), orAnything(exposure), orAnything(vulnerability)}, "",
                           [](const std::array<double, 3>& x) { return std::optional(std::cbrt(x[0] * x[1] * x[2])); });
    if (!out.value && out.bounds && out.bounds->hi == 0.0) {
        out.value = 0.0;
        out.reason = {};
    }
    return out;
}

Result<double> recencyMean(std::span<const double> values, std::span<const double> weights) {
    if (values.empty()) return Error::missing("yearly values");
    if (weights.size() < values.size()) return Error::badInput("a weight for each year is needed");
    const auto newest = weights.last(values.size());
    Sum weighted;
    for (std::size_t i = 0; i < values.size(); ++i)
        weighted.add(values[i] * newest[i]);
    const double total = sumOf(newest);
    if (total <= 0.0) return Error::badInput("weights add up to nothing");
    return weighted.value() / total;
}

Result<ExpectedLoss> expectedLoss(std::span<const LossScenario> scenarios) {
    if (scenarios.empty()) return Error::missing("scenarios");
    ExpectedLoss out;
    Sum sum;
    const auto part = [&](std::size_t i) { return std::fabs(scenarios[i].probability * scenarios[i].effect); };
    for (std::size_t i = 0; i < scenarios.size(); ++i) {
        const double p = scenarios[i].probability;
        if (!(p >= 0.0 && p <= 1.0)) return Error::badInput("a probability lies outside 0..1");
        sum.add(p * scenarios[i].effect);
        if (scenarios[i].effect < scenarios[out.worst].effect) out.worst = i;
        if (part(i) > part(out.contributesMost)) out.contributesMost = i;
    }
    out.expected = sum.value();
    return out;
}

}  // namespace adit::criticality

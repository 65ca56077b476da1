#include "core/criticality/supply_risk.h"

#include "core/base/sum.h"

namespace adit::criticality {
namespace {

constexpr double attributionSlack = 0.05;

Estimate recyclingOf(const SupplyRiskInput& input) {
    if (input.recyclingRate) return *input.recyclingRate;
    return Estimate::about(0.0, {0.0, input.highestRecycling.value_or(1.0)}, {Flag::defaultInterval});
}

Estimate substitutionOf(const SupplyRiskInput& input) {
    return input.substitutionIndex.value_or(Estimate::known(1.0, {Flag::assumed}));
}

Estimate unknownReliance() {
    Estimate e = Estimate::within({0.0, 1.0});
    e.reason = "import reliance is not known";
    return e;
}

}  // namespace

Result<SupplyRisk> supplyRisk(const SupplyRiskInput& input) {
    if (!input.global && !input.sourcing) return Error::missing("the world's and the consumer's supply mix");
    SupplyRisk out;
    out.recyclingMissing = !input.recyclingRate;
    out.substitutionMissing = !input.substitutionIndex;
    out.form = !input.sourcing ? SupplyRiskForm::globalOnly
               : !input.global ? SupplyRiskForm::sourcingOnly
                               : SupplyRiskForm::full;
    const Estimate recycling = recyclingOf(input);
    const Estimate substitution = substitutionOf(input);
    if (out.form != SupplyRiskForm::full) {
        out.risk = through(std::array{input.global ? *input.global : *input.sourcing, recycling, substitution}, "",
                           [](const std::array<double, 3>& x) { return std::optional(x[0] * (1.0 - x[1]) * x[2]); });
        return out;
    }
    const Estimate reliance = input.importReliance ? *input.importReliance : unknownReliance();
    out.risk = through(std::array{*input.global, *input.sourcing, reliance, recycling, substitution}, "",
                       [](const std::array<double, 5>& x) {
                           const double mix = x[0] * x[2] / 2.0 + x[1] * (1.0 - x[2] / 2.0);
                           return std::optional(mix * (1.0 - x[3]) * x[4]);
                       });
    return out;
}

std::optional<std::size_t> headline(std::span<const SupplyRisk> stages) {
    std::optional<std::size_t> best;
    double highest = 0.0;
    for (std::size_t i = 0; i < stages.size(); ++i) {
        const Estimate& risk = stages[i].risk;
        if (!risk.value && !risk.bounds) continue;
        const double x = risk.value ? *risk.value : risk.bounds->hi;
        if (best && x <= highest) continue;
        best = i;
        highest = x;
    }
    return best;
}

Result<Estimate> economicImportance(std::span<const EndUse> uses, double largestValueAdded, double substitutionIndex) {
    if (largestValueAdded <= 0.0) return Error::missing("value added of the largest sector");
    Sum shares;
    Sum low;
    Sum high;
    bool open = false;
    for (const EndUse& use : uses) {
        shares.add(use.share);
        low.add(use.share * use.valueAdded.value_or(0.0));
        high.add(use.share * use.valueAdded.value_or(largestValueAdded));
        open = open || !use.valueAdded;
    }
    const double rest = 1.0 - shares.value();
    if (std::fabs(rest) > attributionSlack) return Error::badInput("shares of end uses do not add up to 1");
    const double scale = substitutionIndex * 10.0 / largestValueAdded;
    Estimate out = Estimate::known(scale * low.value());
    if (rest > 1e-9) out.flags.add(Flag::partialCoverage);
    if (rest < -1e-9) out.flags.add(Flag::partsExceedTotal);
    out.bounds = rest < 0.0 ? Interval{scale * low.value() / shares.value(), scale * high.value()}
                            : Interval{scale * low.value(), scale * (high.value() + rest * largestValueAdded)};
    if (open) {
        out.value.reset();
        out.reason = "value added of a sector is not known";
    }
    return out;
}

}  // namespace adit::criticality

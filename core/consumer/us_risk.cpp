#include "core/consumer/us_risk.h"

#include "core/consumer/figures.h"
#include "core/criticality/import_reliance.h"
#include "core/index/explain.h"

#include <algorithm>

namespace adit::consumer {
namespace {

constexpr std::string_view notPublished =
    "ability and willingness to supply and economic vulnerability are not published";

Estimate given(const std::map<EconomyId, Interval>& values, EconomyId economy) {
    const auto found = values.find(economy);
    if (found == values.end()) return Estimate::absent(notPublished);
    Estimate out = Estimate::within(found->second, {Flag::assumed});
    if (found->second.exact()) out.value = found->second.lo;
    if (!out.value) out.reason = "an assumption is a range";
    return out;
}

Estimate disruptionOf(const index::Market& market, const Estimate& hhi, const UsRiskInputs& inputs) {
    std::vector<criticality::ProducerRisk> central;
    std::vector<criticality::ProducerRisk> least;
    double squares = 0.0;
    double above = 0.0;  // that shares at their upper ends add to the upper end
    for (const index::Holder& holder : market.holders) {
        const Estimate inability = given(inputs.inability, holder.economy);
        const Estimate unwillingness = given(inputs.unwillingness, holder.economy);
        central.push_back({holder.share.value_or(0.0), inability, unwillingness});
        least.push_back({holder.shareBounds.lo, inability, unwillingness});
        squares += holder.shareBounds.lo * holder.shareBounds.lo;
    }
    Estimate out = criticality::disruptionPotential(central, inputs.combination);
    const Estimate low = criticality::disruptionPotential(least, inputs.combination);
    // What lies beyond the squares of known shares may belong to the least able and willing.
    if (hhi.bounds) above = std::max(0.0, hhi.bounds->hi - squares);
    out.bounds = Interval{low.bounds->lo, std::min(low.bounds->hi + above, 1.0)};
    if (!market.central()) out.value.reset();
    if (out.value) out.bounds = Interval{std::min(out.bounds->lo, *out.value), std::max(out.bounds->hi, *out.value)};
    if (!out.value) out.reason = notPublished;
    out.flags.add(market.flags);
    return out;
}

void addExposure(const index::Query& query, UsRisk& risk) {
    risk.reliance = netRelianceOf(query);
    if (risk.reliance) {
        risk.exposure = risk.reliance->used();
        risk.exposureSource = risk.reliance->source;
        risk.exposureYear = risk.reliance->year;
        if (risk.exposure.bounds) return;
    }
    const BalancePtr balance = sharedBalance(questionOf(query));
    if (!*balance) {
        risk.exposure = Estimate::absent("net import reliance is not published");
        return;
    }
    risk.reliance.reset();
    risk.exposure =
        criticality::importRelianceEu({(*balance)->production, (*balance)->imported(), (*balance)->exported()}).used;
    risk.exposureSource = (*balance)->source;
    risk.exposureYear = (*balance)->year;
}

}  // namespace

std::string_view describe(criticality::Combination combination) {
    switch (combination) {
        case criticality::Combination::geometricMean:
            return "geometric-mean";
        case criticality::Combination::largest:
            return "max";
        case criticality::Combination::product:
            break;
    }
    return "product";
}

Result<UsRisk> usRiskOf(const index::Query& query, const UsRiskInputs& inputs) {
    UsRisk risk;
    const index::PreparedPtr ready = index::prepared(query);
    if (ready->market && ready->market->total > 0.0) {
        risk.concentration = sharedWorldHhi(query);
        risk.disruption = disruptionOf(*ready->market, risk.concentration, inputs);
        risk.outputSource = ready->market->source;
        risk.outputYear = ready->market->year;
    } else {
        risk.disruption = Estimate::absent("world output is not published");
    }
    addExposure(query, risk);
    if (!risk.disruption.bounds && !risk.exposure.bounds) return Error::missing("world output and net import reliance");
    risk.vulnerability = Estimate::absent(notPublished);
    if (inputs.vulnerability) {
        risk.vulnerability = Estimate::within(*inputs.vulnerability, {Flag::assumed});
        if (inputs.vulnerability->exact()) risk.vulnerability.value = inputs.vulnerability->lo;
    }
    risk.risk = criticality::usSupplyRisk(risk.disruption, risk.exposure, risk.vulnerability);
    return risk;
}

}  // namespace adit::consumer

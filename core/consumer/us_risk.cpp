#include "core/consumer/us_risk.h"

#include "core/consumer/assumed_input.h"
#include "core/consumer/figures.h"
#include "core/criticality/import_reliance.h"
#include "core/index/explain.h"

#include <algorithm>

namespace adit::consumer {
namespace {

constexpr std::string_view notPublished =
    "ability and willingness to supply and economic vulnerability are not published";

Estimate given(const index::Query& query, const std::map<EconomyId, Interval>& values, Assumable what,
               EconomyId economy) {
    const auto found = values.find(economy);
    if (found == values.end()) {
        const Assumed* assumed = query.data->assumedFor(what, economy, MineralId());
        return assumed != nullptr ? estimateOf(*assumed) : Estimate::absent(notPublished);
    }
    Estimate out = Estimate::within(found->second, {Flag::assumed});
    if (found->second.exact()) out.value = found->second.lo;
    if (!out.value) out.reason = "an assumption is a range";
    return out;
}

Estimate disruptionOf(const index::Query& query, const index::Market& market, const Estimate& hhi,
                      const UsRiskInputs& inputs) {
    std::vector<criticality::ProducerRisk> central;
    std::vector<criticality::ProducerRisk> least;
    double squares = 0.0;
    double above = 0.0;  // that shares at their upper ends add to the upper end
    for (const index::Holder& holder : market.holders) {
        const Estimate inability = given(query, inputs.inability, Assumable::inability, holder.economy);
        const Estimate unwillingness = given(query, inputs.unwillingness, Assumable::unwillingness, holder.economy);
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

// By the order of the market.
void addAssumed(const index::Query& query, const index::Market& market, const UsRiskInputs& inputs, UsRisk& risk) {
    if (!query.explained() || query.data->assumed.empty()) return;
    for (const Assumable what : {Assumable::inability, Assumable::unwillingness}) {
        const auto& values = what == Assumable::inability ? inputs.inability : inputs.unwillingness;
        for (const index::Holder& holder : market.holders) {
            const Assumed* assumed = query.data->assumedFor(what, holder.economy, MineralId());
            if (assumed == nullptr || values.contains(holder.economy)) continue;
            const std::string name = std::string(id(what)) + " of " + index::nameOf(*query.data, holder.economy);
            risk.assumedOfProducers.push_back(assumedInput(*assumed, name, Unit::one));
        }
    }
}

void addVulnerability(const index::Query& query, const UsRiskInputs& inputs, UsRisk& risk) {
    risk.vulnerability = Estimate::absent(notPublished);
    if (inputs.vulnerability) {
        risk.vulnerability = Estimate::within(*inputs.vulnerability, {Flag::assumed});
        if (inputs.vulnerability->exact()) risk.vulnerability.value = inputs.vulnerability->lo;
        return;
    }
    const Assumed* assumed = query.data->assumedFor(Assumable::economicVulnerability, *query.economy, query.mineral);
    if (assumed == nullptr) return;
    risk.vulnerability = estimateOf(*assumed);
    risk.assumedVulnerability = assumedInput(*assumed, "economic vulnerability", Unit::one);
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
        risk.disruption = disruptionOf(query, *ready->market, risk.concentration, inputs);
        addAssumed(query, *ready->market, inputs, risk);
        risk.outputSource = ready->market->source;
        risk.outputYear = ready->market->year;
    } else {
        risk.disruption = Estimate::absent("world output is not published");
    }
    addExposure(query, risk);
    if (!risk.disruption.bounds && !risk.exposure.bounds) return Error::missing("world output and net import reliance");
    addVulnerability(query, inputs, risk);
    risk.risk = criticality::usSupplyRisk(risk.disruption, risk.exposure, risk.vulnerability);
    return risk;
}

}  // namespace adit::consumer

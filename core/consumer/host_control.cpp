#include "core/consumer/host_control.h"

#include "core/base/sum.h"
#include "core/consumer/supply_ends.h"
#include "core/index/explain.h"

#include <algorithm>

namespace adit::consumer {
namespace {

constexpr int oldest = 10;  // years that ownership may be old

}  // namespace

HostControl::HostControl(const Dataset& data, index::Query query, const index::Market& located)
    : m_data(&data), m_query(query), m_located(located) {
    Flags flags;
    m_claims = index::hostClaims(query, located, flags);
    m_isAssumed = flags.has(Flag::assumed);
    for (const index::HostClaim& claim : m_claims) {
        if (!claim.source.valid()) continue;
        if (std::find(m_sources.begin(), m_sources.end(), claim.source) == m_sources.end())
            m_sources.push_back(claim.source);
    }
}

// Its part of what the hosts make together, where that is least, over its largest output: what turns tonnes of that
// output into a share. Nothing where it makes none.
double HostControl::perTonne(EconomyId host, std::span<const EconomyId> hosts) const {
    const index::Holder* own = m_located.find(host);
    const Interval output = own != nullptr ? index::outputRange(*own) : Interval{};
    if (output.hi <= 0.0) return 0.0;
    Sum others;
    for (const EconomyId other : hosts) {
        const index::Holder* holder = other != host ? m_located.find(other) : nullptr;
        if (holder != nullptr) others.add(index::outputRange(*holder).hi);
    }
    if (others.value() <= 0.0) return 1.0 / output.hi;
    return output.lo / (output.lo + others.value()) / output.hi;
}

chain::Mix HostControl::of(EconomyId host) const {
    const std::vector<EconomyId> hosts = m_data->members(host, m_query.year);
    chain::Mix mix;
    for (const index::HostClaim& claim : m_claims) {
        if (std::find(hosts.begin(), hosts.end(), claim.host) == hosts.end()) continue;
        const double share = claim.sureOfMost * perTonne(claim.host, hosts);  // of a range what is sure
        if (share > 0.0) mix.push_back({claim.controller, share});
    }
    mix = chain::tidy(std::move(mix));
    if (const double open = chain::unknownShare(mix); open > 0.0) mix.push_back({EconomyId{}, open});
    return mix;
}

Interval HostControl::shareOf(EconomyId host, std::span<const EconomyId> controllers) const {
    const chain::Mix mix = of(host);
    Sum known;
    for (const EconomyId controller : controllers)
        known.add(chain::shareOf(mix, controller));
    return {known.value(), std::min(1.0, known.value() + chain::unknownShare(mix))};
}

std::vector<EconomyId> HostControl::controllers() const {
    std::vector<EconomyId> out;
    for (const index::HostClaim& claim : m_claims)
        out.push_back(claim.controller);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

Result<HostControl> hostControlOf(const Question& question, index::ControlRule rule) {
    index::Query query;
    query.data = question.data;
    query.mineral = question.mineral;
    query.stage = question.stage;
    query.rule = rule;
    for (query.year = question.year; query.year > question.year - oldest; --query.year) {
        const index::PreparedPtr ready = index::prepared(query);
        if (!ready->market) continue;
        HostControl control(*question.data, query, *ready->market);
        if (!control.empty()) return control;
    }
    return Error::missing("who controls " + (*question.data)[question.mineral].slug + " at the " +
                          std::string(id(question.stage)) + " stage");
}

chain::Mix byController(const chain::Mix& located, const HostControl& control) {
    chain::Mix parts;
    for (const chain::Source& source : located) {
        if (!source.from.valid()) {
            parts.push_back(source);
            continue;
        }
        for (const chain::Source& part : control.of(source.from))
            parts.push_back({part.from, source.share * part.share});
    }
    return chain::tidy(std::move(parts));
}

Result<Supply> controlledSupplyOf(const Question& question, index::ControlRule rule) {
    const SupplyPtr located = sharedSupply(question);
    if (!*located) return located->error();
    const auto control = hostControlOf(question, rule);
    if (!control) return control.error();
    Supply out = **located;
    const auto controlledBy = [&](const chain::Mix& shares) {
        chain::Mix mix = byController(shares, *control);
        for (chain::Source& source : mix) {
            const bool own =
                source.from.valid() && question.data->isMember(source.from, question.consumer, question.membersIn());
            if (own) source.from = question.consumer;
        }
        return chain::tidy(std::move(mix));
    };
    const chain::Mix mix = controlledBy(out.mix());
    const double open = chain::unknownShare(mix);
    // Of shares that the user leaves open, what is sure; the rest may be anyone's.
    const chain::Mix sure = isRanged(out) ? controlledBy(out.least()) : mix;
    const double most = chain::unknownShare(sure);
    out.suppliers.clear();
    out.own.clear();
    out.production.reset();
    out.scope = "by controller, " + std::to_string(control->year());
    if (open > 0.0) out.flags.add(Flag::unattributedControl);
    if (control->isAssumed()) out.flags.add(Flag::assumed);
    const SourceId from = control->sources().empty() ? SourceId() : control->sources().front();
    for (const chain::Source& source : mix) {
        if (!source.from.valid()) continue;
        const auto share = open > 0.0 ? std::nullopt : std::optional(source.share);
        const double least = chain::shareOf(sure, source.from);
        out.suppliers.push_back(
            {source.from, share, {least, least + most}, std::nullopt, from, source.from == question.consumer});
    }
    std::stable_sort(out.suppliers.begin(), out.suppliers.end(),
                     [](const Supplier& a, const Supplier& b) { return a.bounds.lo > b.bounds.lo; });
    return out;
}

}  // namespace adit::consumer

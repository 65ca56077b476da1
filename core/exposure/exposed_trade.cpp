#include "core/exposure/exposed_trade.h"

#include "core/base/sum.h"
#include "core/consumer/trade.h"

#include <algorithm>

namespace adit::exposure {
namespace {

constexpr std::string_view nothing = "no trade is published";

// The largest part of the imports from a partner that one of the measures takes.
Estimate partUnder(const consumer::Question& q, std::span<const Hit> hits, EconomyId partner) {
    Estimate most = Estimate::known(0.0);
    for (const Hit& hit : hits) {
        if (!hit.counts() || !standsUnder(*q.data, partner, hit.measure->imposer, q.membersIn())) continue;
        const Estimate& part = hit.targetedShare;
        most.value = std::max(*most.value, *part.value);
        most.bounds = Interval{std::max(most.bounds->lo, part.bounds->lo), std::max(most.bounds->hi, part.bounds->hi)};
        most.flags.add(part.flags);
        if (hit.measure->own) most.flags.add(Flag::assumed);
    }
    return most;
}

Estimate sumOf(const consumer::Question& q, std::span<const Hit> hits, const consumer::PartnerFlows& flows) {
    Sum central;
    Sum least;
    Sum most;
    Flags flags = flows.flags;
    for (const chain::Flow& flow : flows.imports) {
        const Estimate part = partUnder(q, hits, flow.from);
        const Interval range = flows.boundsOf(flow);
        central.add(flow.tonnes * *part.value);
        least.add(range.lo * part.bounds->lo);
        most.add(range.hi * part.bounds->hi);
        flags.add(part.flags);
    }
    if (flows.full) return Estimate::about(central.value(), {least.value(), most.value()}, flags);
    flags.add(Flag::partialCoverage);
    Estimate open = Estimate::within({least.value(), unbounded}, flags);
    open.reason = "the largest partners alone are published";
    return open;
}

}  // namespace

ExposedTrade exposedTrade(const consumer::Question& question, std::span<const Hit> hits) {
    ExposedTrade out;
    out.tonnes = out.usd = Estimate::absent(nothing);
    consumer::Question then = question;
    then.memberYear = question.membersIn();
    for (const int year : consumer::tradeYears(question)) {
        then.year = year;
        const consumer::FlowsPtr byValue = consumer::sharedFlows(then, consumer::Measured::value);
        if (!*byValue) continue;
        out.year = year;
        out.source = (*byValue)->source;
        out.usd = sumOf(then, hits, **byValue);
        const consumer::FlowsPtr byMass = consumer::sharedFlows(then, consumer::Measured::mass);
        if (*byMass) out.tonnes = sumOf(then, hits, **byMass);
        return out;
    }
    return out;
}

}  // namespace adit::exposure

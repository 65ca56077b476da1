#include "core/exposure/through_chain.h"

#include "core/consumer/supply_ends.h"
#include "core/cube/memo.h"

#include <algorithm>
#include <chrono>

namespace adit::exposure {
namespace {

// The border crossings of one stage: who sends, and to whom.
struct Crossing {
    Stage stage = Stage::refine;
    bool atConsumer = false;
    std::vector<EconomyId> from;
    std::vector<EconomyId> to;
};

void add(std::vector<EconomyId>& list, EconomyId economy) {
    if (std::find(list.begin(), list.end(), economy) == list.end()) list.push_back(economy);
}

std::vector<Crossing> crossingsOf(const consumer::ConsumerChain& chain, EconomyId consumer) {
    std::vector<Crossing> out;
    for (const Stage stage : chain.stages)
        out.push_back({stage, out.empty(), {}, {}});
    for (const chain::Source& source : chain.chain.direct) {
        if (source.from.valid()) add(out[0].from, source.from);
    }
    out[0].to = {consumer};
    for (std::size_t s = 0; s < chain.chain.feeds.size(); ++s) {
        for (const chain::Feed& feed : chain.chain.feeds[s]) {
            add(out[s + 1].to, feed.node);
            for (const chain::Source& source : feed.sources) {
                if (source.from.valid()) add(out[s + 1].from, source.from);
            }
        }
    }
    return out;
}

// What stands on the day at every crossing, and what may stand.
struct Bites {
    std::vector<Bite> least;  // as the central ones, on the least of a bloc that the user's ranges leave
    std::vector<Bite> central;
    std::vector<Bite> upper;
    std::vector<const Measure*> counted;
    bool isAssumed = false;  // whether a value of the user's says how much of a bloc is hit
    bool isOpen = false;     // whether it has a range
};

class Collector {
public:
    Collector(const Request& request, int tradeYear)
        : m_request(request),
          m_data(*request.supply.data),
          m_tradeYear(tradeYear),
          m_year(static_cast<int>(std::chrono::year_month_day(request.day).year())) {}

    void measures(const Crossing& at) {
        consumer::Question q = m_request.supply;
        q.stage = at.stage;
        const std::vector<Listed> all = q.memo != nullptr ? q.memo->measures(q) : listed(m_data, q.mineral, q.stage);
        for (const Listed& entry : all) {
            if (!m_request.imposer || entry.measure->imposer == *m_request.imposer) measure(entry, at);
        }
    }

    void banned(const Crossing& at) {
        for (const Bite& bite : potential(bannedEconomies(m_request), at.stage)) {
            m_bites.least.push_back(bite);
            m_bites.central.push_back(bite);
            m_bites.upper.push_back(bite);
        }
    }

    Bites take() { return std::move(m_bites); }

private:
    void measure(const Listed& entry, const Crossing& at) {
        const Measure& m = *entry.measure;
        const controls::Standing standing = controls::standingOn(m, m_request.day);
        if (!controls::mayCount(standing)) return;
        const auto targets = targetsOf(m, at);
        if (targets.empty()) return;
        const Estimate share = at.atConsumer ? targetedShareOf(m_request, m, m_tradeYear) : Estimate::known(1.0);
        const bool counts = controls::counts(standing) && entry.reach == controls::Reach::whole && share.value;
        const Interval ends = share.value ? *share.bounds : Interval{1.0, 1.0};
        m_bites.isOpen = m_bites.isOpen || !ends.exact();
        const auto own = m.severity ? std::optional(Severity{*m.severity, m.severityRange}) : std::nullopt;
        for (const EconomyId from : at.from) {
            if (!standsUnder(m_data, from, m.imposer, m_year)) continue;
            m_bites.isAssumed = m_bites.isAssumed || share.flags.has(Flag::assumed);
            Bite bite{from, at.stage, m.kind, false, targets, ends.hi, own};
            m_bites.upper.push_back(bite);
            if (!counts) continue;
            bite.targetedShare = ends.lo;
            m_bites.least.push_back(bite);
            bite.targetedShare = *share.value;
            m_bites.central.push_back(bite);
            if (m_bites.counted.empty() || m_bites.counted.back() != &m) m_bites.counted.push_back(&m);
        }
    }

    std::vector<EconomyId> targetsOf(const Measure& m, const Crossing& at) const {
        std::vector<EconomyId> out;
        for (const EconomyId to : at.to) {
            if (controls::targets(m_data, m, to, m_year)) out.push_back(to);
        }
        return out;
    }

    const Request& m_request;
    const Dataset& m_data;
    int m_tradeYear;
    int m_year;
    Bites m_bites;
};

// With every bite whole, the upper end of a severity is that of the binary exposure.
std::vector<Bite> whole(std::vector<Bite> bites) {
    for (Bite& bite : bites)
        bite.own = Severity{1.0, {1.0, 1.0}};
    return bites;
}

// Of shares of the direct supply that the user leaves open, as in the direct exposure.
void widen(const Request& request, const consumer::ConsumerChain& chain, const Bites& bites,
           const Severities& severities, ThroughChain& out) {
    const auto exposed = [&](chain::Mix direct, const std::vector<Bite>& those) {
        chain::Chain with = chain.chain;
        with.direct = std::move(direct);
        return throughChain(with, chain.stages, request.supply.consumer, those, severities);
    };
    const chain::Mix sure = chain.direct.least();
    const chain::Mix upper = consumer::mostOf(chain.direct);
    const Exposure least = exposed(sure, bites.least);
    const auto most = [&](const std::vector<Bite>& those) {
        return std::min({exposed(sure, those).range.hi, exposed(upper, those).range.hi, 1.0});
    };
    out.binaryRange.lo = std::min(out.binaryRange.lo, least.binary);
    out.binaryRange.hi = std::max(out.binaryRange.hi, most(whole(bites.upper)));
    out.severityRange.lo = std::min(out.severityRange.lo, least.range.lo);
    out.severityRange.hi = std::max(out.severityRange.hi, most(bites.upper));
}

}  // namespace

Result<ThroughChain> throughChainAt(const Request& request) {
    ThroughChain out;
    out.chain = consumer::sharedChain(request.supply);
    const Result<consumer::ConsumerChain>& found = *out.chain;
    if (!found) return found.error();
    Collector collector(request, found->direct.year);
    for (const Crossing& at : crossingsOf(*found, request.supply.consumer)) {
        if (request.banned.empty()) {
            collector.measures(at);
        } else {
            collector.banned(at);
        }
    }
    Bites bites = collector.take();
    const Severities severities = request.severities.value_or(severitiesOf(*request.supply.data));
    const auto exposed = [&](const std::vector<Bite>& those) {
        return throughChain(found->chain, found->stages, request.supply.consumer, those, severities);
    };
    const Exposure central = exposed(bites.central);
    const Exposure most = exposed(bites.upper);
    out.binary = central.binary;
    const Exposure least = bites.isOpen ? exposed(bites.least) : central;
    out.binaryRange = {least.binary, std::min(1.0, exposed(whole(bites.upper)).range.hi)};
    out.severity = central.severity;
    out.severityRange = {least.range.lo, most.range.hi};
    if (consumer::isRanged(found->direct)) widen(request, *found, bites, severities, out);
    out.counted = std::move(bites.counted);
    out.isAssumed = bites.isAssumed;
    return out;
}

}  // namespace adit::exposure

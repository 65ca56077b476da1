#include "core/exposure/at_date.h"

#include "core/consumer/supply_ends.h"
#include "core/cube/memo.h"
#include "core/exposure/controlled.h"

#include <algorithm>
#include <chrono>

namespace adit::exposure {
namespace {

using controls::Reach;
using controls::Standing;

int yearOf(controls::Day day) {
    return static_cast<int>(std::chrono::year_month_day(day).year());
}

bool isTarget(const Dataset& data, const Measure& measure, EconomyId economy, int year) {
    return std::any_of(measure.targets.begin(), measure.targets.end(),
                       [&](EconomyId target) { return target == economy || data.isMember(economy, target, year); });
}

std::vector<EconomyId> suppliersUnder(const Dataset& data, const Measure& measure, const consumer::Supply& supply,
                                      int year) {
    std::vector<EconomyId> out;
    for (const consumer::Supplier& supplier : supply.suppliers) {
        if (standsUnder(data, supplier.economy, measure.imposer, year)) out.push_back(supplier.economy);
    }
    return out;
}

double shareUnder(const consumer::Supply& supply, const std::vector<EconomyId>& suppliers) {
    const chain::Mix mix = supply.mix();
    double share = 0.0;
    for (const EconomyId supplier : suppliers)
        share += chain::shareOf(mix, supplier);
    return share;
}

std::vector<Hit> hitsOf(const Request& r, const consumer::Supply& supply) {
    const Dataset& data = *r.supply.data;
    const consumer::Question& q = r.supply;
    std::vector<Hit> hits;
    if (!r.banned.empty()) return hits;
    for (const auto& [entry, reach] : q.memo != nullptr ? q.memo->measures(q) : listed(data, q.mineral, q.stage)) {
        const Measure& measure = *entry;
        if (r.imposer && measure.imposer != *r.imposer) continue;
        if (!controls::targets(data, measure, r.supply.consumer, yearOf(r.day))) continue;
        const auto under = suppliersUnder(data, measure, supply, yearOf(r.day));
        hits.push_back({&measure, controls::standingOn(measure, r.day), reach, targetedShareOf(r, measure, supply.year),
                        shareUnder(supply, under)});
    }
    std::stable_sort(hits.begin(), hits.end(),
                     [](const Hit& a, const Hit& b) { return a.supplyShare > b.supplyShare; });
    return hits;
}

// Which measures bite, and on how much of a bloc: at the ends of what the user gives a range.
enum class Case { least, central, most };

double shareIn(Case which, const Estimate& share) {
    if (!share.value || which == Case::central) return share.value.value_or(1.0);
    return which == Case::least ? share.bounds->lo : share.bounds->hi;
}

std::vector<Bite> bitesOf(const Request& r, const AtDate& result, Case which) {
    if (!r.banned.empty()) return potential(bannedEconomies(r), r.supply.stage);
    std::vector<Bite> bites;
    for (const Hit& hit : result.hits) {
        if (which == Case::most ? !hit.mayCount() : !hit.counts()) continue;
        const auto own = hit.measure->severity
                             ? std::optional(Severity{*hit.measure->severity, hit.measure->severityRange})
                             : std::nullopt;
        for (const EconomyId supplier : suppliersUnder(*r.supply.data, *hit.measure, result.supply, yearOf(r.day))) {
            bites.push_back(
                {supplier, r.supply.stage, hit.measure->kind, true, {}, shareIn(which, hit.targetedShare), own});
        }
    }
    return bites;
}

// US dollars, with what the user gives them for a range.
struct RangedValue {
    double usd = 0.0;
    Interval range;
    bool isAssumed = false;

    void add(const TradeTable& t, std::size_t row) {
        const AssumedFigure* assumed = t.assumedUsdAt(row);
        const Interval bounds = assumed != nullptr ? assumed->bounds : Interval{t.usd[row], t.usd[row]};
        usd += t.usd[row];
        range = {range.lo + bounds.lo, range.hi + bounds.hi};
        isAssumed = isAssumed || assumed != nullptr;
    }
};

// Of shares that the user leaves open, what is sure is hit at least; at most all that is not, and no supplier beyond
// the upper end of its share.
void widen(const Request& request, const Severities& severities, AtDate& out) {
    const auto exposed = [&](const chain::Mix& mix, Case which) {
        return direct(mix, request.supply.stage, request.supply.consumer, bitesOf(request, out, which), severities);
    };
    const chain::Mix sure = out.supply.least();
    const Exposure least = exposed(sure, Case::least);
    const Exposure most = exposed(sure, Case::most);
    const Exposure whole = exposed(consumer::mostOf(out.supply), Case::most);
    const double open = chain::unknownShare(sure);
    out.binaryRange.lo = std::min(out.binaryRange.lo, least.binary);
    out.binaryRange.hi = std::max(out.binaryRange.hi, std::min({most.binary + open, whole.binary, 1.0}));
    out.severityRange.lo = std::min(out.severityRange.lo, least.range.lo);
    out.severityRange.hi = std::max(out.severityRange.hi, std::min({most.range.hi, whole.range.hi, 1.0}));
}

}  // namespace

Estimate targetedShareOf(const Request& r, const Measure& measure, int tradeYear) {
    const Dataset& data = *r.supply.data;
    const EconomyId consumer = r.supply.consumer;
    const int year = yearOf(r.day);
    const bool isBloc = data[consumer].kind == EconomyKind::bloc;
    if (measure.againstAll || !isBloc || isTarget(data, measure, consumer, year)) return Estimate::known(1.0);
    const auto [first, last] = data.tradeRange(r.supply.mineral, r.supply.stage, tradeYear);
    RangedValue hit;
    RangedValue spared;
    for (std::size_t row = first; row < last; ++row) {
        const EconomyId importer = data.trade.importer[row];
        if (data.trade.exporter[row] != measure.imposer || !data.isMember(importer, consumer, year)) continue;
        if (data.trade.role[row] != TradeRole::product || !TradeTable::has(data.trade.usd[row])) continue;
        (isTarget(data, measure, importer, year) ? hit : spared).add(data.trade, row);
    }
    const Flags flags = hit.isAssumed || spared.isAssumed ? Flags{Flag::assumed} : Flags{};
    const double all = hit.usd + spared.usd;
    if (all <= 0.0) return Estimate::absent("no trade by value with it is published", flags);
    const auto share = [](double in, double out) { return in > 0.0 ? in / (in + out) : 0.0; };
    const double central = hit.usd / all;
    if (flags.empty()) return Estimate::known(central);
    return Estimate::about(central, {share(hit.range.lo, spared.range.hi), share(hit.range.hi, spared.range.lo)},
                           flags);
}

// A bloc that is banned stands for its members as well.
std::vector<EconomyId> bannedEconomies(const Request& request) {
    const Dataset& data = *request.supply.data;
    std::vector<EconomyId> out = request.banned;
    for (const EconomyId economy : request.banned) {
        const auto members = data.members(economy, yearOf(request.day));
        out.insert(out.end(), members.begin(), members.end());
    }
    return out;
}

bool standsUnder(const Dataset& data, EconomyId economy, EconomyId imposer, int year) {
    return economy == imposer || data.isMember(economy, imposer, year);
}

bool Hit::counts() const {
    return controls::counts(standing) && reach == Reach::whole && targetedShare.value.has_value();
}

bool Hit::mayCount() const {
    return controls::mayCount(standing);
}

std::vector<Listed> listed(const Dataset& data, MineralId mineral, Stage stage) {
    std::vector<Listed> out;
    for (const Measure& measure : data.measures) {
        const Reach reach = controls::reachOf(data, measure, mineral);
        if (reach != Reach::none && controls::coversStage(data, measure, mineral, stage))
            out.push_back({&measure, reach});
    }
    return out;
}

AtDatePtr sharedExposure(const consumer::Question& question, controls::Day day) {
    if (question.memo != nullptr) return question.memo->exposure(question, day);
    return std::make_shared<const Result<AtDate>>(exposureAt({question, day, {}, {}}));
}

Result<AtDate> exposureAt(const Request& request) {
    const consumer::SupplyPtr supply = consumer::sharedSupply(request.supply);
    if (!*supply) return supply->error();
    return exposureOf(request, **supply);
}

AtDate exposureOf(const Request& request, consumer::Supply supply) {
    AtDate out;
    out.supply = std::move(supply);
    out.hits = hitsOf(request, out.supply);
    const chain::Mix mix = out.supply.mix();
    const Severities severities = request.severities.value_or(severitiesOf(*request.supply.data));
    const auto exposed = [&](const std::vector<Bite>& bites) {
        return direct(mix, request.supply.stage, request.supply.consumer, bites, severities);
    };
    const auto upper = bitesOf(request, out, Case::most);
    out.central = exposed(bitesOf(request, out, Case::central));
    const Exposure most = exposed(upper);
    const bool isOpen = std::ranges::any_of(
        out.hits, [](const Hit& hit) { return hit.targetedShare.value && !hit.targetedShare.exact(); });
    const Exposure least = isOpen ? exposed(bitesOf(request, out, Case::least)) : out.central;
    const double unknown = upper.empty() ? 0.0 : chain::unknownShare(mix);
    out.binary = out.central.binary;
    out.binaryRange = {least.binary, std::min(1.0, most.binary + unknown)};
    out.severity = out.central.severity;
    out.severityRange = {least.range.lo, most.range.hi};
    if (consumer::isRanged(out.supply)) widen(request, severities, out);
    return out;
}

}  // namespace adit::exposure

#include "core/consumer/supply.h"

#include "core/base/sum.h"
#include "core/consumer/published_shares.h"
#include "core/consumer/supply_through.h"
#include "core/consumer/trade.h"
#include "core/cube/memo.h"

#include <algorithm>
#include <span>

namespace adit::consumer {
namespace {

bool isInside(const Question& q, EconomyId economy) {
    return economy == q.consumer || q.data->isMember(economy, q.consumer, q.membersIn());
}

// Of a whole that has the part in it: the least is the part's own least with the most of the others.
Interval shareOf(const Interval& part, const Interval& whole) {
    if (part.exact()) return {part.lo / whole.hi, part.lo / whole.lo};
    const auto share = [](double own, double others) { return own > 0.0 ? own / (own + others) : 0.0; };
    return {share(part.lo, whole.hi - part.hi), share(part.hi, whole.lo - part.lo)};
}

// From whom the user set the imports by mass.
std::vector<EconomyId> partnersSet(const Question& q, const PartnerFlows& flows) {
    std::vector<EconomyId> out;
    for (const chain::Flow& flow : flows.imports) {
        if (assumedImports(q, flow.from) != nullptr) out.push_back(flow.from);
    }
    return out;
}

// Shares of own output and imports; bounds from what is known of the output.
void shareOut(const Question& q, const PartnerFlows& flows, const Estimate& own, Supply& supply,
              std::span<const EconomyId> assumed) {
    const Interval output = own.bounds.value_or(Interval{});
    const double lowTotal = flows.importBounds.lo + output.lo;
    const double highTotal = flows.importBounds.hi + output.hi;
    const auto total = own.value ? std::optional(flows.importTotal + *own.value) : std::nullopt;
    for (const chain::Flow& flow : flows.imports) {
        const Interval tonnes = flows.boundsOf(flow);
        if (tonnes.hi <= 0.0) continue;
        supply.suppliers.push_back({flow.from, total ? std::optional(flow.tonnes / *total) : std::nullopt,
                                    shareOf(tonnes, {lowTotal, highTotal}), flow.tonnes, flows.source, false,
                                    std::ranges::find(assumed, flow.from) != assumed.end()});
        if (!tonnes.exact()) supply.suppliers.back().range = tonnes;
    }
    if (output.hi > 0.0) {
        supply.suppliers.push_back({q.consumer, total ? std::optional(*own.value / *total) : std::nullopt,
                                    shareOf(output, {lowTotal, highTotal}), own.value, supply.source, true,
                                    own.flags.has(Flag::assumed)});
    }
    sortBySize(*q.data, supply.suppliers);
}

std::optional<Supply> byMass(const Question& q) {
    const FlowsPtr shared = sharedFlows(q, Measured::mass);
    const std::optional<PartnerFlows>& flows = *shared;
    if (!flows) return std::nullopt;
    Supply supply;
    supply.year = supply.firstYear = q.year;
    supply.source = flows->source;
    supply.flags = flows->flags;
    supply.imports = flows->importTotal;
    supply.exports = flows->exports;
    supply.dropped = flows->dropped;
    const OwnOutput output = ownOutput(q);
    const Estimate& own = output.total;
    supply.own = output.parts;
    supply.ground = own.bounds ? Ground::supplyByMass : Ground::importsByMass;
    if (own.bounds) supply.production = own;
    supply.flags.add(own.flags);
    shareOut(q, *flows, own.bounds ? own : Estimate::known(0.0), supply, partnersSet(q, *flows));
    for (Supplier& supplier : supply.suppliers) {
        if (supplier.isOwn) supplier.source = output.source;
    }
    return supply;
}

std::optional<Supply> byValue(const Question& q) {
    const FlowsPtr shared = sharedFlows(q, Measured::value);
    const std::optional<PartnerFlows>& flows = *shared;
    if (!flows) return std::nullopt;
    Supply supply;
    supply.ground = Ground::importsByValue;
    supply.year = supply.firstYear = q.year;
    supply.source = flows->source;
    supply.flags = flows->flags;
    shareOut(q, *flows, Estimate::known(0.0), supply, flows->assumed);
    for (Supplier& supplier : supply.suppliers) {
        supplier.tonnes.reset();
        if (supplier.range) supplier.range = supplier.bounds;
    }
    return supply;
}

// What a question can be answered from in its own year, best first.
std::optional<Supply> inYear(const Question& q) {
    if (auto supply = byMass(q)) return supply;
    const auto byTrade = byValue(q);
    const auto published = publishedShares(q);
    const bool covers = !published.empty() && published.front().to() >= q.year;
    if (byTrade && (!covers || !byTrade->flags.has(Flag::partialCoverage))) return byTrade;
    if (covers) return supplyFrom(q, published.front());
    return byTrade;
}

// Of a published share, and of one that the user's, its own or another's, gives a range.
Interval rangeOf(const SupplierShare& row) {
    if (!row.percent) return {0.0, (row.assumed ? row.assumed->percent.hi : *row.below) / 100.0};
    if (row.assumed) return {row.assumed->percent.lo / 100.0, row.assumed->percent.hi / 100.0};
    return {*row.percent / 100.0, *row.percent / 100.0};
}

// A supplier, or own output, one of whose shares is the user's.
void mark(Supplier& supplier, const SupplierShare& row) {
    supplier.isAssumed = supplier.isAssumed || (row.assumed && row.assumed->own);
    if (supplier.row == nullptr || (row.assumed && row.assumed->own)) supplier.row = &row;
}

// Shares of known origin and what they leave open; published shares are rounded and may add up to more than 1.
chain::Mix mixOf(chain::Mix shares) {
    Sum known;
    for (const chain::Source& part : shares)
        known.add(part.share);
    const double scale = known.value() > 1.0 ? known.value() : 1.0;
    for (chain::Source& part : shares)
        part.share /= scale;
    chain::Mix mix = chain::tidy(std::move(shares));
    const double open = chain::unknownShare(mix);
    if (open > 0.0) mix.push_back({EconomyId{}, open});
    return mix;
}

}  // namespace

void sortBySize(const Dataset& data, std::vector<Supplier>& suppliers) {
    std::stable_sort(suppliers.begin(), suppliers.end(), [&](const Supplier& a, const Supplier& b) {
        const double left = a.share.value_or(a.bounds.hi);
        const double right = b.share.value_or(b.bounds.hi);
        return left != right ? left > right : data[a.economy].code < data[b.economy].code;
    });
}

Supply supplyFrom(const Question& q, const PublishedShares& shares) {
    Supply supply;
    supply.ground = shares.ground;
    supply.firstYear = shares.from();
    supply.year = std::min(shares.to(), q.year);
    supply.source = shares.rows.front()->source;
    supply.scope = shares.rows.front()->scope;
    Supplier own{q.consumer, 0.0, {0.0, 0.0}, std::nullopt, supply.source, true};
    for (const SupplierShare* row : shares.rows) {
        if (row->supplier == Dataset::other || row->supplier == Dataset::world) continue;
        if (!row->percent && !row->below) continue;
        const Interval range = rangeOf(*row);
        const auto share = row->percent ? std::optional(*row->percent / 100.0) : std::nullopt;
        if (!row->percent) supply.flags.add(Flag::rounded);
        if (row->assumed) supply.flags.add(Flag::assumed);
        if (isInside(q, row->supplier)) {
            own.share = own.share && share ? std::optional(*own.share + *share) : std::nullopt;
            own.bounds = {own.bounds.lo + range.lo, own.bounds.hi + range.hi};
            supply.own.push_back({row->supplier, {share, range, {}, "a share is not known"}});
            mark(own, *row);
        } else {
            supply.suppliers.push_back({row->supplier, share, range, std::nullopt, row->source, false});
            mark(supply.suppliers.back(), *row);
        }
    }
    if (own.bounds.hi > 0.0) supply.suppliers.push_back(own);
    sortBySize(*q.data, supply.suppliers);
    if (supply.unknownShare() > 0.005) supply.flags.add(Flag::partialCoverage);
    return supply;
}

std::string_view describe(Ground ground) {
    switch (ground) {
        case Ground::supplyByMass:
            return "own output and imports by mass";
        case Ground::importsByMass:
            return "imports by mass";
        case Ground::sourcing:
            return "published sourcing, own output included";
        case Ground::publishedImports:
            return "published shares of imports";
        case Ground::importsByValue:
            break;
    }
    return "imports by value";
}

chain::Mix Supply::mix() const {
    chain::Mix shares;
    for (const Supplier& supplier : suppliers)
        shares.push_back({supplier.economy, supplier.share.value_or(supplier.bounds.lo)});
    return mixOf(std::move(shares));
}

chain::Mix Supply::least() const {
    chain::Mix shares;
    for (const Supplier& supplier : suppliers)
        shares.push_back({supplier.economy, supplier.bounds.lo});
    return mixOf(std::move(shares));
}

bool Supply::isCentral() const {
    return std::all_of(suppliers.begin(), suppliers.end(), [](const Supplier& s) { return s.share.has_value(); });
}

bool Supply::isThroughHubs() const {
    return behind != nullptr && behind->changes();
}

double Supply::unknownShare() const {
    return chain::unknownShare(mix());
}

const Supplier* Supply::find(EconomyId economy) const {
    for (const Supplier& supplier : suppliers) {
        if (supplier.economy == economy) return &supplier;
    }
    return nullptr;
}

Result<Supply> supplyOf(const Question& question) {
    if (question.hubs.any()) return supplyThrough(question);
    std::vector<int> years = tradeYears(question);
    for (const PublishedShares& shares : publishedShares(question))
        years.push_back(std::min(shares.to(), question.year));
    std::sort(years.rbegin(), years.rend());
    years.erase(std::unique(years.begin(), years.end()), years.end());
    for (const int year : years) {
        Question then = question;
        then.memberYear = question.membersIn();
        then.year = year;
        auto supply = inYear(then);
        if (!supply) continue;
        supply->isBloc = (*question.data)[question.consumer].kind == EconomyKind::bloc;
        if (supply->year != question.year) supply->flags.add(Flag::yearMismatch);
        return *supply;
    }
    return Error::missing("the suppliers of " + (*question.data)[question.consumer].name + mixedCodesAside(question));
}

SupplyPtr sharedSupply(const Question& question) {
    if (question.memo != nullptr) return question.memo->supply(question);
    return std::make_shared<const Result<Supply>>(supplyOf(question));
}

BalancePtr sharedBalance(const Question& question) {
    if (question.memo != nullptr) return question.memo->balance(question);
    return std::make_shared<const Result<Balance>>(balanceOf(question));
}

Estimate apparentConsumption(const Balance& balance) {
    return through(std::array{balance.production, balance.imported(), balance.exported()}, balance.production.reason,
                   [](const std::array<double, 3>& x) { return std::optional(x[0] + x[1] - x[2]); });
}

Result<Balance> balanceOf(const Question& question) {
    for (const int year : tradeYears(question)) {
        Question then = question;
        then.memberYear = question.membersIn();
        then.year = year;
        const FlowsPtr shared = sharedFlows(then, Measured::mass);
        const std::optional<PartnerFlows>& flows = *shared;
        if (!flows) continue;
        Balance out;
        const OwnOutput output = ownOutput(then);
        out.production = output.total;
        out.productionSource = output.source;
        out.imports = flows->importTotal;
        out.exports = flows->exports;
        out.partners = flows->imports;
        out.importBounds = flows->importBounds;
        out.exportBounds = flows->exportBounds;
        for (const chain::Flow& flow : flows->open.empty() ? std::vector<chain::Flow>{} : flows->imports)
            out.ranges.push_back(flows->boundsOf(flow));
        out.year = year;
        out.source = flows->source;
        out.flags = flows->flags;
        out.flags.add(flows->exportFlags);
        if (flows->flags.has(Flag::assumed)) out.importFlags.add(Flag::assumed);
        out.exportFlags = flows->exportFlags;
        if (year != question.year) out.flags.add(Flag::yearMismatch);
        return out;
    }
    return Error::missing("trade by mass of " + (*question.data)[question.consumer].name + mixedCodesAside(question));
}

}  // namespace adit::consumer

#include "core/consumer/trade.h"

#include "core/base/number_words.h"
#include "core/base/sum.h"
#include "core/cube/memo.h"
#include "core/dataset/assumed_in.h"

#include <algorithm>
#include <map>
#include <ranges>

namespace adit::consumer {
namespace {

constexpr double tolerable = 0.005;  // of the value: what may be left out without a flag
constexpr int oldest = 15;           // years that trade may be old

// Rows [first, last) of the trade table.
using Range = std::pair<std::size_t, std::size_t>;

bool isInside(std::span<const EconomyId> members, EconomyId economy) {
    return std::binary_search(members.begin(), members.end(), economy);
}

// The rows of one importer among those of a mineral, stage and year, which lie by importer.
Range rowsOf(const TradeTable& t, Range range, EconomyId importer) {
    const auto begin = t.importer.begin();
    const auto [first, last] = std::equal_range(begin + static_cast<std::ptrdiff_t>(range.first),
                                                begin + static_cast<std::ptrdiff_t>(range.second), importer);
    return {static_cast<std::size_t>(first - begin), static_cast<std::size_t>(last - begin)};
}

struct Publisher {
    double value = 0.0;  // of the consumer's imports
    bool full = false;
};

double publishedValue(const TradeTable& t, std::size_t row) {
    const double usd = t.publishedUsd(row);
    return TradeTable::has(usd) ? usd : 0.0;
}

// Who publishes the consumer's imports: full coverage first, then the larger value. A value of the user's makes nobody
// else answer.
std::optional<SourceId> publisher(const Question& q, std::span<const EconomyId> members, Range range) {
    const TradeTable& t = q.data->trade;
    std::map<SourceId, Publisher> found;
    for (const EconomyId member : members) {
        const Range own = rowsOf(t, range, member);
        for (std::size_t row = own.first; row < own.second; ++row) {
            if (!counts(t, row)) continue;
            Publisher& p = found[publisherOf(*q.data, t.source[row])];
            p.value += publishedValue(t, row);
            p.full = p.full || t.coverage[row] == TradeCoverage::full;
        }
    }
    std::optional<SourceId> best;
    for (const auto& [source, p] : found) {
        const bool better = !best || std::pair(p.full, p.value) > std::pair(found[*best].full, found[*best].value);
        if (better) best = source;
    }
    return best;
}

// What was seen while adding up, and from how much of the value.
struct Tally {
    std::vector<std::pair<EconomyId, Sum>> imports;  // by partner
    Sum dropped;
    double value = 0.0;
    double leftOut = 0.0;
    bool converted = false;
    bool full = true;
    SourceId source;
};

// Rows of one importer come by exporter: mostly the last partner again, or a new one after it.
Sum& from(Tally& tally, EconomyId partner) {
    auto& imports = tally.imports;
    if (imports.empty() || imports.back().first < partner) return imports.emplace_back(partner, Sum{}).second;
    const auto place = std::lower_bound(imports.begin(), imports.end(), partner,
                                        [](const auto& entry, EconomyId wanted) { return entry.first < wanted; });
    return place->first == partner ? place->second : imports.insert(place, {partner, Sum{}})->second;
}

void addImport(Tally& tally, const TradeTable& t, std::size_t row, Measured measured) {
    const double value = publishedValue(t, row);
    const double x = amount(t, row, measured);
    tally.value += value;
    tally.full = tally.full && t.coverage[row] != TradeCoverage::top6;
    if (!TradeTable::has(x)) {
        tally.leftOut += value;
        return;
    }
    from(tally, t.exporter[row]).add(x);
    tally.converted = tally.converted || (measured == Measured::mass && t.contained[row] != t.tonnes[row]);
    if (!tally.source.valid() || value > 0.0) tally.source = t.source[row];
}

Tally tallyOf(const Question& q, std::span<const EconomyId> members, Range range, SourceId publisher,
              Measured measured) {
    const TradeTable& t = q.data->trade;
    Tally tally;
    for (const EconomyId member : members) {
        const Range own = rowsOf(t, range, member);
        for (std::size_t row = own.first; row < own.second; ++row) {
            if (!counts(t, row) || publisherOf(*q.data, t.source[row]) != publisher) continue;
            if (!isInside(members, t.exporter[row])) {
                addImport(tally, t, row, measured);
            } else if (const double x = amount(t, row, measured); TradeTable::has(x)) {
                tally.dropped.add(x);
            }
        }
    }
    return tally;
}

// A sum within the ranges that the user gives to what it adds up.
struct RangedSum {
    Sum sum;
    Sum least;
    Sum most;
    bool isAssumed = false;

    void add(const TradeTable& t, std::size_t row, double x, Measured measured) {
        const AssumedFigure* assumed = measured == Measured::value ? t.assumedUsdAt(row) : nullptr;
        sum.add(x);
        least.add(assumed != nullptr ? assumed->bounds.lo : x);
        most.add(assumed != nullptr ? assumed->bounds.hi : x);
        isAssumed = isAssumed || assumed != nullptr;
    }
    Estimate estimate() const {
        if (!isAssumed) return Estimate::known(sum.value());
        return Estimate::about(sum.value(), {least.value(), most.value()}, {Flag::assumed});
    }
};

// What leaves the members, but not for one another.
Estimate exportsOf(const Question& q, std::span<const EconomyId> members, Range range, SourceId publisher,
                   Measured measured) {
    const TradeTable& t = q.data->trade;
    RangedSum exports;
    const auto add = [&](std::size_t row) {
        if (isInside(members, t.importer[row]) || !counts(t, row)) return;
        if (publisherOf(*q.data, t.source[row]) != publisher) return;
        if (const double x = amount(t, row, measured); TradeTable::has(x)) exports.add(t, row, x, measured);
    };
    if (q.memo != nullptr && members.size() == 1) {
        for (const std::uint32_t row : q.memo->rowsFrom(members.front(), range))
            add(row);
        return exports.estimate();
    }
    for (std::size_t row = range.first; row < range.second; ++row) {
        if (isInside(members, t.exporter[row])) add(row);
    }
    return exports.estimate();
}

// Imports, where what is known of them by the measure is most of their value.
std::optional<PartnerFlows> accepted(const Tally& tally, SourceId publisher) {
    if (tally.imports.empty() || tally.leftOut > 0.5 * tally.value) return std::nullopt;
    PartnerFlows out;
    out.publisher = publisher;
    Sum total;
    for (const auto& [partner, sum] : tally.imports) {
        out.imports.push_back({partner, sum.value()});
        total.add(sum.value());
    }
    out.importTotal = total.value();
    out.importBounds = {out.importTotal, out.importTotal};
    out.dropped = tally.dropped.value();
    out.droppedBounds = {out.dropped, out.dropped};
    out.source = tally.source.valid() ? tally.source : publisher;
    out.full = tally.full;
    if (tally.leftOut > tolerable * tally.value || !tally.full) out.flags.add(Flag::partialCoverage);
    if (tally.converted) out.flags.add(Flag::basisConverted);
    if (out.importTotal <= 0.0) return std::nullopt;
    return out;
}

Range rangeOf(const Question& q) {
    if (q.memo == nullptr) return q.data->tradeRange(q.mineral, q.stage, q.year);
    for (const TradeYear& year : q.memo->tradeYears(q)) {
        if (year.year == q.year) return year.rows;
    }
    return {};
}

// "refine/2023", as the details of assumptions begin.
std::string placeOf(const Question& q) {
    return std::string(id(q.stage)) + '/' + std::to_string(q.year);
}

void widen(PartnerFlows& flows, const chain::Flow& flow, double below, double above) {
    auto open =
        std::find_if(flows.open.begin(), flows.open.end(), [&](const OpenFlow& o) { return o.from == flow.from; });
    if (open == flows.open.end()) open = flows.open.insert(open, {flow.from, {flow.tonnes, flow.tonnes}});
    below = std::min(below, open->tonnes.lo);
    open->tonnes = {open->tonnes.lo - below, open->tonnes.hi + above};
    flows.importBounds = {std::max(flows.importBounds.lo - below, 0.0), flows.importBounds.hi + above};
}

// Whether the user set imports of the question's mineral, stage and year that are the consumer's own, or a member's.
bool isOwn(const Question& q, std::span<const EconomyId> members, const Assumed& a) {
    return a.economy == q.consumer || isInside(members, a.economy);
}

// Of a bloc that takes in a member, which has its part of them.
bool isShared(const Question& q, std::span<const EconomyId> members, const Assumed& a) {
    return std::ranges::any_of(members, [&](EconomyId m) { return q.data->isMember(m, a.economy, q.year); });
}

std::vector<const Assumed*> assumedBehind(const Question& q, std::span<const EconomyId> members) {
    std::vector<const Assumed*> out;
    if (q.data->assumed.empty()) return out;
    const std::string place = placeOf(q) + '/';
    for (const Assumed& a : assumedOf(*q.data, Assumable::imports)) {
        if (a.mineral != q.mineral || !a.detail.starts_with(place)) continue;
        if (isOwn(q, members, a) || isShared(q, members, a)) out.push_back(&a);
    }
    return out;
}

// What the user's ranges add to the flows; that of a bloc's deliveries is its members' in proportion, and so is that of
// what a bloc takes.
void addRanges(const Question& q, std::span<const EconomyId> members, std::span<const Assumed* const> behind,
               PartnerFlows& flows) {
    for (const Assumed* a : behind) {
        if (a->bounds.exact()) continue;
        const auto partner = q.data->economy(std::string_view(a->detail).substr(placeOf(q).size() + 1));
        if (!partner) continue;
        const auto isOf = [&](const chain::Flow& flow) {
            return flow.from == *partner || q.data->isMember(flow.from, *partner, q.year);
        };
        double sum = 0.0;
        for (const chain::Flow& flow : flows.imports)
            sum += isOf(flow) ? flow.tonnes : 0.0;
        if (!isOwn(q, members, *a)) sum = a->central;  // the whole bloc's
        for (const chain::Flow& flow : flows.imports) {
            if (!isOf(flow)) continue;
            const bool isWhole = flow.from == *partner && isOwn(q, members, *a);
            const double part = isWhole ? 1.0 : (sum > 0.0 ? flow.tonnes / sum : 0.0);
            widen(flows, flow, part * (a->central - a->bounds.lo), part * (a->bounds.hi - a->central));
        }
    }
}

// What the user set by value, row by row.
void addValues(const Question& q, std::span<const EconomyId> members, Range range, PartnerFlows& flows) {
    const TradeTable& t = q.data->trade;
    if (t.assumedUsd.empty()) return;
    for (const EconomyId member : members) {
        const Range own = rowsOf(t, range, member);
        for (std::size_t row = own.first; row < own.second; ++row) {
            const AssumedFigure* assumed = t.assumedUsdAt(row);
            if (assumed == nullptr || !counts(t, row)) continue;
            if (publisherOf(*q.data, t.source[row]) != flows.publisher) continue;
            flows.flags.add(Flag::assumed);
            const double below = t.usd[row] - assumed->bounds.lo;
            const double above = assumed->bounds.hi - t.usd[row];
            const EconomyId from = t.exporter[row];
            if (isInside(members, from)) {
                flows.droppedBounds = {flows.droppedBounds.lo - below, flows.droppedBounds.hi + above};
                continue;
            }
            const auto flow = std::ranges::find(flows.imports, from, &chain::Flow::from);
            if (flow == flows.imports.end()) continue;
            if (std::ranges::find(flows.assumed, from) == flows.assumed.end()) flows.assumed.push_back(from);
            if (!assumed->bounds.exact()) widen(flows, *flow, below, above);
        }
    }
}

std::vector<EconomyId> membersOf(const Question& q) {
    return q.memo != nullptr ? q.memo->members(q) : consumer::membersOf(*q.data, q.consumer, q.membersIn());
}

}  // namespace

Interval PartnerFlows::boundsOf(const chain::Flow& flow) const {
    for (const OpenFlow& one : open) {
        if (one.from == flow.from) return one.tonnes;
    }
    return {flow.tonnes, flow.tonnes};
}

const Assumed* assumedImports(const Question& q, EconomyId partner) {
    if (q.data->assumed.empty()) return nullptr;
    return q.data->assumedFor(Assumable::imports, q.consumer, q.mineral, placeOf(q) + '/' + (*q.data)[partner].code);
}

const Assumed* assumedExports(const Question& q) {
    if (q.data->assumed.empty()) return nullptr;
    return q.data->assumedFor(Assumable::exports, q.consumer, q.mineral, placeOf(q));
}

std::vector<const Assumed*> assumedValues(const Question& q, SourceId publisher) {
    std::vector<const Assumed*> out;
    const TradeTable& t = q.data->trade;
    if (t.assumedUsd.empty()) return out;
    const std::string place = placeOf(q) + '/';
    const Range range = rangeOf(q);
    const auto isIn = [&](EconomyId economy, EconomyId whole) {
        return economy == whole || q.data->isMember(economy, whole, q.year);
    };
    for (const Assumed& a : assumedOf(*q.data, Assumable::tradeValue)) {
        if (a.mineral != q.mineral || !a.detail.starts_with(place)) continue;
        const auto partner = q.data->economy(std::string_view(a.detail).substr(place.size()));
        for (std::size_t row = range.first; partner && row < range.second; ++row) {
            if (t.assumedUsdAt(row) == nullptr || publisherOf(*q.data, t.source[row]) != publisher) continue;
            if (!isIn(t.importer[row], a.economy) || !isIn(t.exporter[row], *partner)) continue;
            out.push_back(&a);
            break;
        }
    }
    return out;
}

std::string mixedCodesAside(const Question& q) {
    std::vector<std::string> codes;
    for (const MixedCode& code : q.data->mixedCodes) {
        if (code.mineral != q.mineral || code.stage != q.stage) continue;
        const std::string digits = std::to_string(1'000'000 + code.hs6).substr(1);
        codes.push_back("HS " + digits + ", " + code.description + ",");
    }
    if (codes.empty()) return {};
    return " (" + words::list(codes) + (codes.size() == 1 ? " is" : " are") + " not split by mineral and not counted)";
}

std::vector<EconomyId> membersOf(const Dataset& data, EconomyId consumer, int year) {
    std::vector<EconomyId> members = data.members(consumer, year);
    std::sort(members.begin(), members.end());
    return members;
}

FlowsPtr sharedFlows(const Question& q, Measured measured) {
    if (q.memo != nullptr) return q.memo->flows(q, measured);
    return std::make_shared<const std::optional<PartnerFlows>>(measured == Measured::mass ? flowsOf(q, measured)
                                                                                          : importsOf(q, measured));
}

SourceId publisherOf(const Dataset& data, SourceId source) {
    const Source& s = data[source];
    return s.parts.empty() ? source : s.parts.front();
}

bool counts(const TradeTable& t, std::size_t row) {
    return t.role[row] == TradeRole::product && t.coverage[row] != TradeCoverage::chinaOnly;
}

double amount(const TradeTable& t, std::size_t row, Measured measured) {
    if (measured == Measured::value) return t.usd[row];
    return t.flag[row] == TradeFlag::unitValue ? std::numeric_limits<double>::quiet_NaN() : t.contained[row];
}

std::optional<PartnerFlows> importsOf(const Question& q, Measured measured) {
    const std::vector<EconomyId> members = membersOf(q);
    const Range range = rangeOf(q);
    const auto from = publisher(q, members, range);
    if (!from) return std::nullopt;
    auto flows = accepted(tallyOf(q, members, range, *from, measured), *from);
    if (flows && measured == Measured::mass) {
        const std::vector<const Assumed*> behind = assumedBehind(q, members);
        if (!behind.empty()) flows->flags.add(Flag::assumed);
        addRanges(q, members, behind, *flows);
    }
    if (flows && measured == Measured::value) addValues(q, members, range, *flows);
    return flows;
}

std::optional<PartnerFlows> flowsOf(const Question& q, Measured measured) {
    auto flows = importsOf(q, measured);
    if (!flows) return flows;
    const Estimate exports = exportsBy(q, flows->publisher, measured);
    flows->exports = *exports.value;
    flows->exportBounds = *exports.bounds;
    flows->exportFlags = exports.flags;
    if (measured != Measured::mass) return flows;
    if (const Assumed* own = assumedExports(q)) {
        flows->exports = own->central;
        flows->exportBounds = own->bounds;
        flows->exportFlags.add(Flag::assumed);
    }
    return flows;
}

Estimate exportsBy(const Question& q, SourceId publisher, Measured measured) {
    return exportsOf(q, membersOf(q), rangeOf(q), publisher, measured);
}

std::vector<TradeYear> allTradeYears(const Dataset& data, MineralId mineral, Stage stage) {
    const TradeTable& t = data.trade;
    const auto before = [&](std::size_t row) {
        return std::pair(t.mineral[row], t.stage[row]) < std::pair(mineral, stage);
    };
    const auto all = std::views::iota(std::size_t{0}, t.size());
    std::size_t row = *std::ranges::partition_point(all, before);
    std::vector<TradeYear> years;
    while (row < t.size() && t.mineral[row] == mineral && t.stage[row] == stage) {
        years.push_back({t.year[row], data.tradeRange(mineral, stage, t.year[row])});
        row = years.back().rows.second;
    }
    std::reverse(years.begin(), years.end());
    return years;
}

std::vector<int> tradeYears(const Question& q) {
    std::vector<int> years;
    const auto all = q.memo != nullptr ? std::vector<TradeYear>{} : allTradeYears(*q.data, q.mineral, q.stage);
    for (const TradeYear& year : q.memo != nullptr ? q.memo->tradeYears(q) : all) {
        if (year.year <= q.year && year.year >= q.year - oldest) years.push_back(year.year);
    }
    return years;
}

}  // namespace adit::consumer

#include "core/consumer/trade.h"

#include "core/base/sum.h"

#include <algorithm>
#include <map>

namespace adit::consumer {
namespace {

constexpr double tolerable = 0.005;  // of the value: what may be left out without a flag

bool isInside(std::span<const EconomyId> members, EconomyId economy) {
    return std::binary_search(members.begin(), members.end(), economy);
}

// A publication or the first part of a combination: figures of one may be added up.
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

struct Publisher {
    double value = 0.0;  // of the consumer's imports
    bool full = false;
};

// Who publishes the consumer's imports: full coverage first, then the larger value.
std::optional<SourceId> publisher(const Question& q, std::span<const EconomyId> members,
                                  std::pair<std::size_t, std::size_t> range) {
    const TradeTable& t = q.data->trade;
    std::map<SourceId, Publisher> found;
    for (std::size_t row = range.first; row < range.second; ++row) {
        if (!counts(t, row) || !isInside(members, t.importer[row])) continue;
        Publisher& p = found[publisherOf(*q.data, t.source[row])];
        p.value += TradeTable::has(t.usd[row]) ? t.usd[row] : 0.0;
        p.full = p.full || t.coverage[row] == TradeCoverage::full;
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
    std::map<EconomyId, Sum> imports;
    Sum exports;
    Sum dropped;
    double value = 0.0;
    double leftOut = 0.0;
    bool converted = false;
    bool full = true;
    SourceId source;
};

void addImport(Tally& tally, const TradeTable& t, std::size_t row, Measured measured) {
    const double value = TradeTable::has(t.usd[row]) ? t.usd[row] : 0.0;
    const double x = amount(t, row, measured);
    tally.value += value;
    tally.full = tally.full && t.coverage[row] != TradeCoverage::top6;
    if (!TradeTable::has(x)) {
        tally.leftOut += value;
        return;
    }
    tally.imports[t.exporter[row]].add(x);
    tally.converted = tally.converted || (measured == Measured::mass && t.contained[row] != t.tonnes[row]);
    if (!tally.source.valid() || value > 0.0) tally.source = t.source[row];
}

Tally tallyOf(const Question& q, std::span<const EconomyId> members, std::pair<std::size_t, std::size_t> range,
              SourceId from, Measured measured) {
    const TradeTable& t = q.data->trade;
    Tally tally;
    for (std::size_t row = range.first; row < range.second; ++row) {
        const bool in = isInside(members, t.importer[row]);
        const bool out = isInside(members, t.exporter[row]);
        if ((!in && !out) || !counts(t, row) || publisherOf(*q.data, t.source[row]) != from) continue;
        const double x = amount(t, row, measured);
        if (in && out) tally.dropped.add(TradeTable::has(x) ? x : 0.0);
        if (in && !out) addImport(tally, t, row, measured);
        if (out && !in && TradeTable::has(x)) tally.exports.add(x);
    }
    return tally;
}

}  // namespace

std::optional<PartnerFlows> flowsOf(const Question& q, Measured measured) {
    std::vector<EconomyId> members = q.data->members(q.consumer, q.membersIn());
    std::sort(members.begin(), members.end());
    const auto range = q.data->tradeRange(q.mineral, q.stage, q.year);
    const auto from = publisher(q, members, range);
    if (!from) return std::nullopt;
    const Tally tally = tallyOf(q, members, range, *from, measured);
    if (tally.imports.empty() || tally.leftOut > 0.5 * tally.value) return std::nullopt;
    PartnerFlows out;
    Sum total;
    for (const auto& [partner, sum] : tally.imports) {
        out.imports.push_back({partner, sum.value()});
        total.add(sum.value());
    }
    out.importTotal = total.value();
    out.exports = tally.exports.value();
    out.dropped = tally.dropped.value();
    out.source = tally.source.valid() ? tally.source : *from;
    out.full = tally.full;
    if (tally.leftOut > tolerable * tally.value || !tally.full) out.flags.add(Flag::partialCoverage);
    if (tally.converted) out.flags.add(Flag::basisConverted);
    if (out.importTotal <= 0.0) return std::nullopt;
    return out;
}

std::vector<int> tradeYears(const Question& q) {
    std::vector<int> years;
    for (int year = q.year; year >= q.year - 15; --year) {
        const auto range = q.data->tradeRange(q.mineral, q.stage, year);
        if (range.first < range.second) years.push_back(year);
    }
    return years;
}

}  // namespace adit::consumer

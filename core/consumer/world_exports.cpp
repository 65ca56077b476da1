#include "core/consumer/world_exports.h"

#include "core/base/sum.h"
#include "core/consumer/trade.h"
#include "core/cube/memo.h"
#include "core/index/bounds.h"

#include <algorithm>
#include <map>

namespace adit::consumer {
namespace {

struct Part {
    Sum sum;
    Sum least;
    Sum most;
};

Interval boundsOf(const std::map<EconomyId, Part>& parts, double hhi) {
    std::vector<Interval> amounts;
    for (const auto& [exporter, part] : parts)
        amounts.push_back({part.least.value(), part.most.value()});
    return hhiWithin(amounts, hhi);
}

}  // namespace

Interval hhiWithin(std::span<const Interval> amounts, double hhi) {
    if (std::ranges::all_of(amounts, &Interval::exact)) return {hhi, hhi};
    index::Spread spread;
    for (const Interval& amount : amounts)
        spread.parts.push_back({amount});
    const Interval range = index::hhiBounds(spread).range;
    return {std::min(range.lo, hhi), std::max(range.hi, hhi)};
}

std::optional<WorldExports> worldExportsOf(const Question& q, SourceId publisher) {
    const TradeTable& t = q.data->trade;
    const auto [first, last] = q.data->tradeRange(q.mineral, q.stage, q.year);
    std::map<EconomyId, Part> by;
    Sum total;
    WorldExports out;
    out.full = true;
    for (std::size_t row = first; row < last; ++row) {
        if (!counts(t, row) || publisherOf(*q.data, t.source[row]) != publisher) continue;
        const double usd = amount(t, row, Measured::value);
        out.full = out.full && t.coverage[row] == TradeCoverage::full && TradeTable::has(usd);
        if (!TradeTable::has(usd)) continue;
        const AssumedFigure* assumed = t.assumedUsdAt(row);
        out.isAssumed = out.isAssumed || assumed != nullptr;
        Part& part = by[t.exporter[row]];
        part.sum.add(usd);
        part.least.add(assumed != nullptr ? assumed->bounds.lo : usd);
        part.most.add(assumed != nullptr ? assumed->bounds.hi : usd);
        total.add(usd);
    }
    out.total = total.value();
    if (out.total <= 0.0) return std::nullopt;
    Sum squares;
    for (const auto& [exporter, part] : by) {
        const double share = part.sum.value() / out.total;
        squares.add(share * share);
        if (share <= out.largestShare) continue;
        out.largest = exporter;
        out.largestShare = share;
    }
    out.hhi = squares.value();
    out.hhiBounds = out.isAssumed ? boundsOf(by, out.hhi) : Interval{out.hhi, out.hhi};
    return out;
}

std::optional<WorldExports> sharedWorldExports(const Question& question, SourceId publisher) {
    return question.memo != nullptr ? question.memo->worldExports(question, publisher)
                                    : worldExportsOf(question, publisher);
}

}  // namespace adit::consumer

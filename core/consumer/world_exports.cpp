#include "core/consumer/world_exports.h"

#include "core/base/sum.h"
#include "core/consumer/trade.h"
#include "core/cube/memo.h"

#include <map>

namespace adit::consumer {

std::optional<WorldExports> worldExportsOf(const Question& q, SourceId publisher) {
    const TradeTable& t = q.data->trade;
    const auto [first, last] = q.data->tradeRange(q.mineral, q.stage, q.year);
    std::map<EconomyId, Sum> by;
    Sum total;
    WorldExports out;
    out.full = true;
    for (std::size_t row = first; row < last; ++row) {
        if (!counts(t, row) || publisherOf(*q.data, t.source[row]) != publisher) continue;
        const double usd = amount(t, row, Measured::value);
        out.full = out.full && t.coverage[row] == TradeCoverage::full && TradeTable::has(usd);
        if (!TradeTable::has(usd)) continue;
        by[t.exporter[row]].add(usd);
        total.add(usd);
    }
    out.total = total.value();
    if (out.total <= 0.0) return std::nullopt;
    Sum squares;
    for (const auto& [exporter, sum] : by) {
        const double share = sum.value() / out.total;
        squares.add(share * share);
        if (share <= out.largestShare) continue;
        out.largest = exporter;
        out.largestShare = share;
    }
    out.hhi = squares.value();
    return out;
}

std::optional<WorldExports> sharedWorldExports(const Question& question, SourceId publisher) {
    return question.memo != nullptr ? question.memo->worldExports(question, publisher)
                                    : worldExportsOf(question, publisher);
}

}  // namespace adit::consumer

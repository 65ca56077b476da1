#include "core/consumer/supply.h"
#include "core/cube/memo.h"
#include "core/index/market.h"

#include <algorithm>

namespace adit::consumer {
namespace {

constexpr double complete = 0.005;  // of the total: below it nobody is left out of a list
constexpr double growth = 1.5;      // of the last known figure: the default upper end

index::PreparedPtr marketOf(const Question& q, int year, std::optional<SourceId> source) {
    index::Query query;
    query.memo = q.memo;
    query.data = q.data;
    query.mineral = q.mineral;
    query.stage = q.stage;
    query.year = year;
    query.source = source;
    return index::prepared(query);
}

bool isZero(const index::Market& market, EconomyId economy) {
    return std::find(market.zeros.begin(), market.zeros.end(), economy) != market.zeros.end();
}

std::optional<double> lastKnown(const index::Market* list, EconomyId economy) {
    if (list == nullptr) return std::nullopt;
    const index::Holder* holder = list->find(economy);
    return holder == nullptr ? std::optional(0.0) : holder->tonnes;
}

Estimate memberOutput(const index::Market& market, const index::Market* list, EconomyId economy) {
    if (const index::Holder* holder = market.find(economy)) {
        const Flags flags = holder->state == State::assumed ? Flags{Flag::assumed} : Flags{};
        return {holder->tonnes, holder->tonnesBounds, flags, "output is withheld or unknown"};
    }
    if (isZero(market, economy) || listsEveryone(market)) return Estimate::known(0.0);
    const std::optional<double> last = lastKnown(list, economy);
    if (last == 0.0) return Estimate::known(0.0, {Flag::yearMismatch});
    const double most = last ? std::min(growth * *last, market.mostUnattributed()) : market.mostUnattributed();
    const Flags flags =
        last ? Flags{Flag::est, Flag::defaultInterval, Flag::yearMismatch} : Flags{Flag::defaultInterval};
    const auto value = last ? std::optional(std::min(*last, most)) : std::nullopt;
    return {value, Interval{0.0, most}, flags, "output is not among the listed producers"};
}

}  // namespace

bool listsEveryone(const index::Market& market) {
    return market.unattributedShare() <= complete;
}

MarketPtr fullList(const Question& q) {
    if (q.memo != nullptr) return q.memo->fullList(q);
    for (int year = q.year; year > q.year - listMemory; --year) {
        for (const Series& series : q.data->production.at(q.mineral, q.stage, year)) {
            const index::PreparedPtr ready = marketOf(q, year, series.source);
            const auto& market = ready->market;
            if (market && listsEveryone(*market) && market->total > 0.0) return MarketPtr(ready, &*market);
        }
    }
    return nullptr;
}

OwnOutput ownOutput(const Question& q) {
    OwnOutput out;
    const index::PreparedPtr ready = marketOf(q, q.year, std::nullopt);
    const auto& market = ready->market;
    out.total = market ? Estimate::known(0.0) : Estimate::absent("own output is not known");
    if (!market) return out;
    out.source = market->source;
    const MarketPtr list = listsEveryone(*market) ? nullptr : fullList(q);
    double listed = 0.0;
    for (const EconomyId member : q.data->members(q.consumer, q.membersIn())) {
        const index::Holder* holder = market->find(member);
        listed += holder != nullptr ? holder->tonnesBounds.hi : 0.0;
        const Estimate part = memberOutput(*market, list.get(), member);
        if (part.bounds && part.bounds->hi > 0.0) out.parts.push_back({member, part});
        out.total = through(std::array{out.total, part}, "",
                            [](const std::array<double, 2>& x) { return std::optional(x[0] + x[1]); });
    }
    // Together the unlisted have no more than what is not attributed.
    Estimate& sum = out.total;
    const double most = listed + market->mostUnattributed();
    if (sum.bounds) sum.bounds->hi = std::min(sum.bounds->hi, std::max(most, sum.bounds->lo));
    if (sum.value && sum.bounds) sum.value = std::clamp(*sum.value, sum.bounds->lo, sum.bounds->hi);
    return out;
}

}  // namespace adit::consumer

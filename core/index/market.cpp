#include "core/index/market.h"

#include "core/cube/memo.h"
#include "core/index/control_ends.h"
#include "core/index/located.h"
#include "core/index/total_of.h"

#include <algorithm>

namespace adit::index {
namespace {

// How far the total may lie below and above its central figure.
struct Slack {
    double below = 0.0;
    double above = 0.0;
};

// The total moves with output that the user gives a range, unless it comes out of what is not attributed.
Slack slackOf(const Holder& holder, const Market& market) {
    const Interval& range = holder.tonnesBounds;
    if (!holder.tonnes) return {0.0, market.openOnTop ? range.hi : 0.0};
    const bool moves = market.view == View::located && holder.state == State::assumed && !holder.fillsRest;
    return moves ? Slack{*holder.tonnes - range.lo, range.hi - *holder.tonnes} : Slack{};
}

// Of all, with what comes on top of the total.
Slack slackOf(const Market& market) {
    Slack all{market.total - market.totalBounds.lo, market.totalBounds.hi - market.total};
    for (const Holder& holder : market.holders)
        if (!holder.tonnes) all.above += slackOf(holder, market).above;
    return all;
}

// The share of a known holder can only fall by what others may have beyond their central figures, and only grow by
// what they may lack, and by what nobody else is known to have.
Interval boundsOf(const Holder& holder, const Market& market, const Slack& all) {
    const Interval& range = holder.tonnesBounds;
    const double free = market.residual == ResidualRule::anyone ? market.unattributed : 0.0;
    const Slack own = slackOf(holder, market);
    const Slack others{all.below - own.below, all.above - own.above};
    const bool isInTotal = holder.fillsRest || (!market.openOnTop && own.below == 0.0 && own.above == 0.0);
    if (isInTotal) {
        const double most = range.hi + free;
        const double least = market.total - others.below;
        return {range.lo / (market.total + others.above), most < least ? most / least : 1.0};
    }
    const auto share = [](double part, double rest) { return part + rest > 0.0 ? part / (part + rest) : 0.0; };
    const double rest = market.total - holder.tonnes.value_or(0.0);
    return {share(range.lo, rest + others.above), share(range.hi + free, std::max(rest - free - others.below, 0.0))};
}

void insert(std::vector<Shift>& shifts, const Market& market, bool controlled) {
    for (const Holder& holder : market.holders) {
        auto it =
            std::find_if(shifts.begin(), shifts.end(), [&](const Shift& s) { return s.economy == holder.economy; });
        if (it == shifts.end()) it = shifts.insert(it, Shift{holder.economy, {}, {}, {}, {}});
        (controlled ? it->controlled : it->located) = holder.share;
        (controlled ? it->controlledBounds : it->locatedBounds) = holder.shareBounds;
    }
}

Query of(Query query, EconomyId economy) {
    query.economy = economy;
    return query;
}

double largerOf(const Shift& shift) {
    return std::max(shift.located.value_or(0.0), shift.controlled.value_or(0.0));
}

}  // namespace

bool Market::known() const {
    return std::all_of(holders.begin(), holders.end(), [](const Holder& h) { return h.tonnes.has_value(); });
}

bool Market::central() const {
    return residual != ResidualRule::anyone && known();
}

ResidualRule Market::ruleOfMost() const {
    if (restMore <= 0.0 || residual != ResidualRule::none) return residual;
    if (view == View::controlled) return ResidualRule::anyone;
    return mostUnattributed() > roundingShare * total ? ResidualRule::others : residual;
}

bool Market::hasRangedControl() const {
    if (view != View::controlled) return false;
    return restMore > 0.0 || !totalBounds.exact() ||
           std::any_of(holders.begin(), holders.end(), [](const Holder& h) { return !h.sure.exact(); });
}

const Holder* Market::find(EconomyId economy) const {
    const auto it = std::find_if(holders.begin(), holders.end(), [&](const Holder& h) { return h.economy == economy; });
    return it == holders.end() ? nullptr : &*it;
}

void setShares(Market& market) {
    if (market.total <= 0.0) return;
    const Slack all = slackOf(market);
    const bool ranged = market.hasRangedControl();
    for (Holder& holder : market.holders) {
        if (holder.tonnes) holder.share = *holder.tonnes / market.total;
        holder.shareBounds = ranged ? controlEnds(market, {&holder.economy, 1}).share : boundsOf(holder, market, all);
    }
}

void sortByShare(Market& market) {
    const auto size = [](const Holder& holder) { return holder.tonnes.value_or(-1.0); };
    std::sort(market.holders.begin(), market.holders.end(), [&](const Holder& a, const Holder& b) {
        return size(a) != size(b) ? size(a) > size(b) : a.economy < b.economy;
    });
}

Result<Market> market(const Query& query) {
    if (query.memo != nullptr) return query.memo->prepared(query)->market;
    Result<Market> located = locatedMarket(query);
    if (!located || query.view == View::located) return located;
    return controlledMarket(query, *located);
}

Result<std::vector<Shift>> shifts(const Query& query) {
    const Result<Market> located = locatedMarket(query);
    if (!located) return located.error();
    const Result<Market> controlled = controlledMarket(query, *located);
    if (!controlled) return controlled.error();
    std::vector<Shift> shifts;
    insert(shifts, *located, false);
    insert(shifts, *controlled, true);
    for (Shift& shift : shifts) {
        if (located->find(shift.economy) == nullptr) {
            const TotalOf own = totalOf(of(query, shift.economy), *located);
            shift.located = own.share;
            shift.locatedBounds = own.shareBounds.value_or(Interval{0.0, 1.0});
        }
        if (controlled->find(shift.economy) == nullptr) {
            shift.controlled = 0.0;
            shift.controlledBounds = controlEnds(*controlled, {&shift.economy, 1}).share;
        }
    }
    std::sort(shifts.begin(), shifts.end(), [](const Shift& a, const Shift& b) {
        return largerOf(a) != largerOf(b) ? largerOf(a) > largerOf(b) : a.economy < b.economy;
    });
    return shifts;
}

}  // namespace adit::index

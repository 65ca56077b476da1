#include "core/index/market.h"

#include "core/cube/memo.h"
#include "core/index/located.h"
#include "core/index/total_of.h"

#include <algorithm>

namespace adit::index {
namespace {

double openWidth(const Holder& holder) {
    return holder.tonnes ? 0.0 : holder.tonnesBounds.hi;
}

// The share of a known holder can only fall by what comes on top of the total, and only grow by what nobody
// else is known to have.
Interval boundsOf(const Holder& holder, const Market& market, double onTop) {
    const double free = market.residual == ResidualRule::anyone ? market.unattributed : 0.0;
    if (!market.openOnTop) {
        const double own = market.contested > 0.0 ? holder.tonnesBounds.lo + market.contested : holder.tonnesBounds.hi;
        const double most = std::min((own + free) / market.total, 1.0);
        return {holder.tonnesBounds.lo / market.total, most};
    }
    const double base = market.total - holder.tonnes.value_or(0.0);
    const double others = onTop - openWidth(holder);
    const auto share = [](double own, double rest) { return own + rest > 0.0 ? own / (own + rest) : 0.0; };
    return {share(holder.tonnesBounds.lo, base + others), share(holder.tonnesBounds.hi + free, base - free)};
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

const Holder* Market::find(EconomyId economy) const {
    const auto it = std::find_if(holders.begin(), holders.end(), [&](const Holder& h) { return h.economy == economy; });
    return it == holders.end() ? nullptr : &*it;
}

void setShares(Market& market) {
    if (market.total <= 0.0) return;
    double onTop = 0.0;
    for (const Holder& holder : market.holders)
        onTop += openWidth(holder);
    for (Holder& holder : market.holders) {
        if (holder.tonnes) holder.share = *holder.tonnes / market.total;
        holder.shareBounds = boundsOf(holder, market, onTop);
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
            shift.controlledBounds = {0.0, controlled->unattributedShare()};
        }
    }
    std::sort(shifts.begin(), shifts.end(), [](const Shift& a, const Shift& b) {
        return largerOf(a) != largerOf(b) ? largerOf(a) > largerOf(b) : a.economy < b.economy;
    });
    return shifts;
}

}  // namespace adit::index

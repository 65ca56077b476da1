#include "core/index/total_of.h"

#include "core/base/sum.h"

#include <algorithm>

namespace adit::index {
namespace {

struct Range {
    Sum lo;
    Sum hi;
    Interval interval(double most) const { return {lo.value(), std::min(hi.value(), most)}; }
};

bool isZero(const Market& market, EconomyId economy) {
    return std::find(market.zeros.begin(), market.zeros.end(), economy) != market.zeros.end();
}

// Nothing is said of the economy: it may have some of what is not attributed, or is simply not listed. It has
// nothing where every controller is known, and where the others make up the whole of a published total.
TotalOf unlisted(const Market& market) {
    TotalOf own;
    const bool whole = market.view == View::controlled || market.publishedTotal;
    if (market.contested > 0.0) {
        own.reason = "what is not surely another's may be its own";
        own.tonnesBounds = Interval{0.0, market.unattributed + market.contested};
        own.shareBounds = Interval{0.0, own.tonnesBounds->hi / market.total};
        return own;
    }
    if (market.residual == ResidualRule::none && whole && !market.openOnTop) {
        own.tonnes = own.share = 0.0;
        own.tonnesBounds = Interval{0.0, market.unattributed};
        own.shareBounds = Interval{0.0, market.unattributedShare()};
        return own;
    }
    own.reason = "the source has no figure for it";
    if (market.residual == ResidualRule::none) return own;
    own.tonnesBounds = Interval{0.0, market.unattributed};
    own.shareBounds = Interval{0.0, market.unattributedShare()};
    return own;
}

}  // namespace

TotalOf totalOf(const Query& query, const Market& market) {
    TotalOf own;
    Sum tonnes;
    Range inTonnes;
    Range inShares;
    bool known = true;
    bool listed = false;
    bool all = true;
    for (const EconomyId member : query.data->members(*query.economy, market.year)) {
        const Holder* holder = market.find(member);
        const bool named = holder != nullptr || isZero(market, member);
        listed = listed || named;
        all = all && named;
        if (holder == nullptr) continue;
        ++own.parts;
        if (holder->tonnes) own.quantities.push_back(*holder->tonnes);
        known = known && holder->tonnes.has_value();
        tonnes.add(holder->tonnes.value_or(0.0));
        inTonnes.lo.add(holder->tonnesBounds.lo);
        inTonnes.hi.add(market.contested > 0.0 ? holder->tonnesBounds.lo : holder->tonnesBounds.hi);
        inShares.lo.add(holder->shareBounds.lo);
        inShares.hi.add(holder->shareBounds.hi);
    }
    if (!listed) return unlisted(market);
    std::sort(own.quantities.rbegin(), own.quantities.rend());
    const bool mayHoldMore = market.residual == ResidualRule::anyone || (market.residual != ResidualRule::none && !all);
    if (mayHoldMore) inTonnes.hi.add(market.unattributed);
    inTonnes.hi.add(market.contested);
    own.tonnesBounds = inTonnes.interval(unbounded);
    own.shareBounds = inShares.interval(1.0);
    if (mayHoldMore || market.contested > 0.0) own.shareBounds->hi = std::min(inTonnes.hi.value() / market.total, 1.0);
    own.reason = known ? std::string{} : "withheld by the source";
    if (!known) return own;
    own.tonnes = tonnes.value();
    own.share = tonnes.value() / market.total;
    own.shareBounds->lo = std::min(own.shareBounds->lo, *own.share);
    own.shareBounds->hi = std::max(own.shareBounds->hi, *own.share);
    return own;
}

}  // namespace adit::index

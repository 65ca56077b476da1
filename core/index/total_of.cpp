#include "core/index/total_of.h"

#include "core/base/sum.h"
#include "core/index/control_ends.h"

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
    const bool ranged = market.hasRangedControl();
    const ControlEnds ends = ranged ? controlEnds(market, {}) : ControlEnds{{0.0, market.mostUnattributed()}, {}};
    const Interval share{0.0, std::min(ends.tonnes.hi / market.totalBounds.lo, 1.0)};
    const ResidualRule rule = market.ruleOfMost();
    if (rule == ResidualRule::none && whole && !market.openOnTop) own.tonnes = own.share = 0.0;
    if (!own.tonnes) own.reason = "the source has no figure for it";
    if (rule == ResidualRule::none && !own.tonnes) return own;
    own.tonnesBounds = ends.tonnes;
    own.shareBounds = ranged ? ends.share : share;
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
    const std::vector<EconomyId> members = query.data->members(*query.economy, market.year);
    for (const EconomyId member : members) {
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
        inTonnes.hi.add(holder->tonnesBounds.hi);
        inShares.lo.add(holder->shareBounds.lo);
        inShares.hi.add(holder->shareBounds.hi);
    }
    if (!listed) return unlisted(market);
    std::sort(own.quantities.rbegin(), own.quantities.rend());
    const ResidualRule rule = market.ruleOfMost();
    const bool mayHoldMore = rule == ResidualRule::anyone || (rule != ResidualRule::none && !all);
    if (mayHoldMore) inTonnes.hi.add(market.mostUnattributed());
    own.tonnesBounds = inTonnes.interval(unbounded);
    own.shareBounds = inShares.interval(1.0);
    if (mayHoldMore) own.shareBounds->hi = std::min(inTonnes.hi.value() / market.totalBounds.lo, 1.0);
    if (market.hasRangedControl()) {
        const ControlEnds ends = controlEnds(market, members);
        own.tonnesBounds = ends.tonnes;
        own.shareBounds = ends.share;
    }
    own.reason = known ? std::string{} : "withheld by the source";
    if (!known) return own;
    own.tonnes = tonnes.value();
    own.share = tonnes.value() / market.total;
    own.shareBounds->lo = std::min(own.shareBounds->lo, *own.share);
    own.shareBounds->hi = std::max(own.shareBounds->hi, *own.share);
    return own;
}

}  // namespace adit::index

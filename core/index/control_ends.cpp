#include "core/index/control_ends.h"

#include "core/base/sum.h"

#include <algorithm>

namespace adit::index {
namespace {

// Of what can be nobody else's: from the least output to the largest, and of the largest.
struct Sure {
    Sum lo;
    Sum ofMost;

    void add(const Holder& holder) {
        lo.add(holder.sure.lo);
        ofMost.add(holder.sureOfMost);
    }
};

double part(double own, double others) {
    return own + others > 0.0 ? std::clamp(own / (own + others), 0.0, 1.0) : 0.0;
}

}  // namespace

ControlEnds controlEnds(const Market& market, std::span<const EconomyId> economies) {
    Sure own;
    Sure others;
    for (const Holder& holder : market.holders) {
        const bool isOwn = std::find(economies.begin(), economies.end(), holder.economy) != economies.end();
        (isOwn ? own : others).add(holder);
    }
    // What one side does not surely have is largest where all output is.
    const double most = std::max(market.totalBounds.hi - others.ofMost.value(), 0.0);
    const double mostOfOthers = std::max(market.totalBounds.hi - own.ofMost.value(), 0.0);
    return {{own.lo.value(), most}, {part(own.lo.value(), mostOfOthers), part(most, others.lo.value())}};
}

}  // namespace adit::index

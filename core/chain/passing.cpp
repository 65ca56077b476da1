#include "core/chain/passing.h"

#include "core/base/sum.h"

namespace adit::chain {
namespace {

double end(const Interval& range, bool upper) {
    return upper ? range.hi : range.lo;
}

// The touched part of `mix` from its stage on.
double touched(const Mix& mix, std::size_t stage, std::span<const FeedStage> deeper, const Touch& touch, bool upper) {
    Sum sum;
    for (const Source& source : mix) {
        if (!source.from.valid()) continue;
        const double here = end(touch(stage, source.from), upper);
        double further = 0.0;
        if (!deeper.empty()) {
            const Feed* feed = feedOf(deeper.front(), source.from);
            further = feed != nullptr ? touched(feed->sources, stage + 1, deeper.subspan(1), touch, upper)
                                      : (upper ? 1.0 : 0.0);
        }
        sum.add(source.share * (1.0 - (1.0 - here) * (1.0 - further)));
    }
    sum.add(upper ? unknownShare(mix) : 0.0);
    return sum.value();
}

}  // namespace

Interval passing(const Chain& chain, const Touch& touch) {
    return {touched(chain.direct, 0, chain.feeds, touch, false), touched(chain.direct, 0, chain.feeds, touch, true)};
}

Interval directlyTouched(const Chain& chain, const Touch& touch) {
    return {touched(chain.direct, 0, {}, touch, false), touched(chain.direct, 0, {}, touch, true)};
}

}  // namespace adit::chain

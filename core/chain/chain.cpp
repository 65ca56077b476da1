#include "core/chain/chain.h"

#include "core/base/sum.h"

#include <algorithm>
#include <map>

namespace adit::chain {
namespace {

bool holds(std::span<const EconomyId> set, EconomyId economy) {
    return economy.valid() && std::find(set.begin(), set.end(), economy) != set.end();
}

// The part of `mix` whose paths touch the set from here on, with `unknown` for each path of unknown origin.
double touching(const Mix& mix, std::span<const FeedStage> deeper, std::span<const EconomyId> set, double unknown) {
    Sum sum;
    for (const Source& source : mix) {
        if (!source.from.valid()) continue;
        double further = holds(set, source.from) ? 1.0 : 0.0;
        if (further == 0.0 && !deeper.empty()) {
            const Feed* feed = feedOf(deeper.front(), source.from);
            further = feed != nullptr ? touching(feed->sources, deeper.subspan(1), set, unknown) : unknown;
        }
        sum.add(source.share * further);
    }
    sum.add(unknownShare(mix) * unknown);
    return sum.value();
}

// The paths of a chain, each ended by the economies on it, its share and whether its origin is known.
template <typename End>
void walk(const Mix& mix, std::span<const FeedStage> deeper, double weight, std::vector<EconomyId>& path,
          const End& end) {
    for (const Source& source : mix) {
        if (!source.from.valid()) continue;
        const double share = weight * source.share;
        path.push_back(source.from);
        const Feed* feed = deeper.empty() ? nullptr : feedOf(deeper.front(), source.from);
        if (feed != nullptr) {
            walk(feed->sources, deeper.subspan(1), share, path, end);
        } else {
            end(path, share, deeper.empty());
        }
        path.pop_back();
    }
    end(path, weight * unknownShare(mix), false);
}

struct Passing {
    Sum all;
    Sum unknown;  // of it, of unknown origin
    Sum direct;
};

Mix nextStage(const Mix& mix, const FeedStage& stage) {
    Mix out;
    for (const Source& source : mix) {
        const Feed* feed = source.from.valid() ? feedOf(stage, source.from) : nullptr;
        if (feed == nullptr) {
            out.push_back({EconomyId{}, source.share});
            continue;
        }
        for (const Source& part : feed->sources) {
            if (part.from.valid()) out.push_back({part.from, source.share * part.share});
        }
        const double open = unknownShare(feed->sources);
        if (open > 0.0) out.push_back({EconomyId{}, source.share * open});
    }
    return tidy(std::move(out));
}

}  // namespace

const Feed* feedOf(const FeedStage& stage, EconomyId node) {
    const auto it =
        std::lower_bound(stage.begin(), stage.end(), node, [](const Feed& feed, EconomyId n) { return feed.node < n; });
    return it != stage.end() && it->node == node ? &*it : nullptr;
}

Mix ultimateOrigin(const Chain& chain) {
    Mix mix = tidy(chain.direct);
    for (const FeedStage& stage : chain.feeds)
        mix = nextStage(mix, stage);
    return mix;
}

double knownShare(const Chain& chain) {
    return 1.0 - unknownShare(ultimateOrigin(chain));
}

Interval chokepoint(const Chain& chain, std::span<const EconomyId> set) {
    return {touching(chain.direct, chain.feeds, set, 0.0), touching(chain.direct, chain.feeds, set, 1.0)};
}

double faceValue(const Chain& chain, std::span<const EconomyId> set) {
    Sum sum;
    for (const Source& source : chain.direct)
        sum.add(holds(set, source.from) ? source.share : 0.0);
    return sum.value();
}

// A path counts once for every economy on it. What is of unknown origin may pass any of those that are not on it.
std::vector<Chokepoint> chokepoints(const Chain& chain) {
    std::map<EconomyId, Passing> passing;
    Sum unknown;
    std::vector<EconomyId> path;
    walk(chain.direct, chain.feeds, 1.0, path, [&](std::span<const EconomyId> on, double share, bool known) {
        if (!known) unknown.add(share);
        for (std::size_t i = 0; i < on.size(); ++i) {
            if (holds(on.first(i), on[i])) continue;
            Passing& at = passing[on[i]];
            at.all.add(share);
            if (!known) at.unknown.add(share);
            if (i == 0) at.direct.add(share);
        }
    });
    std::vector<Chokepoint> out;
    for (const auto& [economy, at] : passing) {
        const double lo = at.all.value();
        out.push_back({economy, at.direct.value(), {lo, lo + unknown.value() - at.unknown.value()}});
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const Chokepoint& a, const Chokepoint& b) { return a.share.lo > b.share.lo; });
    return out;
}

std::vector<Link> links(const Chain& chain) {
    std::vector<Link> out;
    Mix mix = tidy(chain.direct);
    for (const Source& source : mix)
        out.push_back({0, source.from, EconomyId{}, source.share});
    for (std::size_t s = 0; s < chain.feeds.size(); ++s) {
        for (const Source& node : mix) {
            const Mix sources = nextStage({{node.from, 1.0}}, chain.feeds[s]);
            for (const Source& source : sources)
                out.push_back({s + 1, source.from, node.from, node.share * source.share});
        }
        mix = nextStage(mix, chain.feeds[s]);
    }
    return out;
}

}  // namespace adit::chain

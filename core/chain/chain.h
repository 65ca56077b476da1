// What lies behind the direct supplier: ultimate origin and chokepoints over any number of stages. Baldwin, Freeman &
// Theodorakopoulos 2023 (face value and look-through); Leontief 1936. simulation.md section 1, methods.md M23.
#pragma once

#include "core/base/interval.h"
#include "core/chain/supply_mix.h"

#include <span>
#include <vector>

namespace adit::chain {

// What one economy's plants at a stage draw on. What the shares leave open to 1 is of unknown origin.
struct Feed {
    EconomyId node;
    Mix sources;
};

using FeedStage = std::vector<Feed>;  // by node; a node without a row draws on unknown origin

// From the consumer backwards: its direct mix, then the feed of those suppliers, then of theirs.
struct Chain {
    Mix direct;
    std::vector<FeedStage> feeds;
};

const Feed* feedOf(const FeedStage& stage, EconomyId node);  // null: unknown

// Shares by the last economy known of each path; what is not known at the last stage is unknown origin.
Mix ultimateOrigin(const Chain& chain);
double knownShare(const Chain& chain);

// Share of supply that passes one of `set` at any stage: a union, never a sum of stage shares. Unknown origin
// counts as not passing in the lower bound and as passing in the upper one.
Interval chokepoint(const Chain& chain, std::span<const EconomyId> set);

// Share of the direct mix alone.
double faceValue(const Chain& chain, std::span<const EconomyId> set);

struct Chokepoint {
    EconomyId economy;
    double faceValue = 0.0;
    Interval share;
};

// Every economy that occurs, the largest lower bound first, then by economy.
std::vector<Chokepoint> chokepoints(const Chain& chain);

// A share of the consumer's supply on its way from `from` to `to`; stage 0 ends at the direct supplier's customer.
struct Link {
    std::size_t stage = 0;
    EconomyId from;
    EconomyId to;  // none at stage 0: the consumer
    double share = 0.0;
};
std::vector<Link> links(const Chain& chain);

}  // namespace adit::chain

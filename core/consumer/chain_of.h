// The chain behind a consumer's refined supply, as far as output and trade are published. simulation.md section 1.
#pragma once

#include "core/chain/chain.h"
#include "core/consumer/supply.h"

#include <vector>

namespace adit::consumer {

// What one refining economy's plants draw on, and from which figures.
struct FeedGround {
    EconomyId refiner;
    std::string ground;  // "own mines; imports by value, 2024"; empty where the feed is not known
    SourceId source;
    Flags flags;
};

struct ConsumerChain {
    chain::Chain chain;
    Supply direct;
    std::vector<FeedGround> feeds;
    bool hasFeedTrade = false;  // ore or intermediate trade of the mineral is published at all
};

// Direct mix at the refined stage, and each supplier's feed at the mine stage: own mines as far as their output goes
// into its refinery output, the rest by its ore imports. A refiner without figures draws on unknown origin.
Result<ConsumerChain> chainOf(const Dataset& data, EconomyId consumer, MineralId mineral, int year);

}  // namespace adit::consumer

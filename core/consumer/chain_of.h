// The chain behind a consumer's supply, as far as output and trade are published: two stages, or three where the supply
// is of components. simulation.md section 1.
#pragma once

#include "core/chain/chain.h"
#include "core/consumer/supply.h"

#include <string>
#include <vector>

namespace adit::consumer {

struct ChainAsk {
    Stage stage = Stage::refine;  // of the supply: refine or component
    bool estimate = false;        // balance a feed matrix for refiners without feed data (M22)
};

// What the plants of one economy draw on, and from which figures.
struct FeedGround {
    EconomyId node;
    Stage stage = Stage::mine;  // where the feed is from
    std::string ground;         // "own mines; imports by gross mass, 2024"; empty where the feed is not known
    SourceId source;
    Flags flags;
    bool estimated = false;
};

struct ConsumerChain {
    MineralId mineral;
    chain::Chain chain;
    std::vector<Stage> stages;  // of the direct mix, then of each feed
    Supply direct;
    std::string directGround;  // what the direct shares are of
    std::vector<FeedGround> feeds;
    bool hasFeedTrade = false;  // ore or intermediate trade of the mineral is published at all
    std::string estimate;       // how the estimate came about, or why there is none; empty where none was asked for
};

// Direct mix at the stage, then each supplier's feed: of makers of components their own supply of the refined mineral,
// of refiners own mines as far as their output goes into refinery output and the rest by ore imports. One without
// figures draws on unknown origin. Everything leaves a place in proportion to what comes in.
//
// Where no supply of components is published, the makers' shares of the world's output of them stand for it, and
// `directGround` says so.
Result<ConsumerChain> chainOf(const Dataset& data, EconomyId consumer, MineralId mineral, int year,
                              const ChainAsk& ask = {});
Result<ConsumerChain> chainOf(const Question& question, bool estimate);
// Without estimates, shared with other figures where the question has a memo.
using ChainPtr = std::shared_ptr<const Result<ConsumerChain>>;
ChainPtr sharedChain(const Question& question);

}  // namespace adit::consumer

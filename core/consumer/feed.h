// What the plants of one economy draw on: the feed behind a stage, from output and trade. simulation.md section 1.
#pragma once

#include "core/consumer/chain_of.h"

#include <map>

namespace adit::consumer {

struct FeedOf {
    chain::Mix mix;  // empty: not known
    FeedGround ground;
};

// Of a refiner at the mine stage: own mines as far as their output goes into its refinery output, the rest by its ore
// imports.
FeedOf mineFeedOf(const Question& refiner);

// Of a maker of components at the refined stage: its own supply mix, where that counts its own output.
FeedOf refinedFeedOf(const Question& maker);

// The same, shared with other figures where the question has a memo.
FeedOf sharedMineFeed(const Question& refiner);
FeedOf sharedRefinedFeed(const Question& maker);

// Whether output of the mine and of the refineries is given on bases that may be set against each other: not where
// only one of them is gross weight or ore.
bool comparable(const Question& question);

bool hasFeedTrade(const Dataset& data, MineralId mineral);

// Feeds of all refiners balanced between the output of mines and the need of refineries (M22). What is known of a
// refiner's feed is its seed, everything the seed of the others. By refiner; for those without figures alone.
struct FeedEstimate {
    std::map<EconomyId, chain::Mix> mixes;
    double stocksAndLosses = 0.0;  // tonnes: need minus output, where more than 0.5 %
    int year = 0;
    std::vector<SourceId> sources;
};
Result<FeedEstimate> balancedFeeds(const Question& question);

// World output at the refined stage, for makers of components without figures.
Result<FeedOf> worldFeed(const Question& question);

}  // namespace adit::consumer

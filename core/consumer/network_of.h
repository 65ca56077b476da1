// The trade network of one mineral and stage on published flows. methods.md M24.
#pragma once

#include "core/chain/network.h"
#include "core/consumer/trade.h"
#include "core/index/market.h"

namespace adit::consumer {

struct TradeNetwork {
    chain::Network network;
    Measured measured = Measured::mass;  // tonnes of the basis, else US dollars
    double total = 0.0;                  // world trade in the measure
    int year = 0;
    SourceId source;
    Flags flags;
};

// Of the latest of the last trade years (see screen.h), not later than the one asked for, of the publication that
// covers most of its value; by mass where at least half of that value has one. An error where no trade is published.
Result<TradeNetwork> networkOf(const Dataset& data, MineralId mineral, Stage stage, int year,
                               const chain::NetworkSettings& settings = {});

// With default settings, shared with other figures where the question has a memo.
using NetworkPtr = std::shared_ptr<const Result<TradeNetwork>>;
NetworkPtr sharedNetwork(const Question& question);

// Betweenness of the query's economy, normalised; 0 where it trades, but nothing above the floor.
Figure betweennessFigure(const index::Query& query);

}  // namespace adit::consumer

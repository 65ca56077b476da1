// The trade network of one mineral and stage on published flows. methods.md M24.
#pragma once

#include "core/chain/network.h"
#include "core/consumer/trade.h"

namespace adit::consumer {

struct TradeNetwork {
    chain::Network network;
    Measured measured = Measured::mass;  // tonnes of the basis, else US dollars
    double total = 0.0;                  // world trade in the measure
    int year = 0;
    SourceId source;
    Flags flags;
};

// Of the latest year, not later than the one asked for, of the publication that covers most of its value; by mass where
// at least half of that value has one. An error where no trade is published.
Result<TradeNetwork> networkOf(const Dataset& data, MineralId mineral, Stage stage, int year,
                               const chain::NetworkSettings& settings = {});

}  // namespace adit::consumer

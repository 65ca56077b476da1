// One stock for several economies against a stock for each, when one supplier stops. simulation.md 4.7, methods.md M30.
#pragma once

#include "core/consumer/holding.h"

#include <span>
#include <vector>

namespace adit::consumer {

struct PoolMember {
    EconomyId economy;
    double stock = 0.0;           // tonnes above the floor
    double consumption = 0.0;     // tonnes a year
    double gap = 0.0;             // tonnes a day that are lost
    std::optional<double> limit;  // tonnes a day that its stock can release; none is no limit
    double alone = 0.0;           // days that its own stock lasts; unbounded where nothing is lost
};

struct Pool {
    std::vector<PoolMember> members;  // those whose stock, consumption and loss are known, as given
    std::vector<EconomyId> leftOut;   // the others: nothing is assumed for them
    double days = 0.0;                // that the pooled stock lasts, for all alike
    std::optional<double> limit;      // tonnes a day of all stocks together; none where one has none
    double stock = 0.0;
    double consumption = 0.0;

    // Share of the members' consumption that still has what it needs on a day, each on its own or all together.
    double servedAlone(double day) const;
    double servedTogether(double day) const { return day < days ? 1.0 : 0.0; }
};

// A stock whose limit is below what is lost meets demand on no day: it lasts 0 days, as in the daily simulation.
// What every member loses when `supplier` stops; all of its supply without one. A member of a bloc that is in the list
// itself is left out, so that nothing counts twice.
Pool poolOf(std::span<const Holding> holdings, std::optional<EconomyId> supplier);
// The same with the share of its supply that each loses, where that was looked up before; as many as holdings.
Pool poolOf(std::span<const Holding> holdings, std::span<const std::optional<double>> lost);

}  // namespace adit::consumer

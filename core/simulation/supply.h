// The daily supply and demand of one consumer under disruptions and responses. simulation.md sections 4.2 to 4.5.
#pragma once

#include "core/simulation/factors.h"

#include <utility>
#include <vector>

namespace adit::simulation {

// Refers to the scenario it was made from, which must outlive it.
class DailySupply {
public:
    DailySupply(const Scenario& scenario, const Consumer& consumer);
    double at(int day) const;  // tonnes

private:
    struct Feed {
        double undisturbed = 1.0;                        // unknown origin included
        std::vector<std::pair<double, Edge>> disturbed;  // share of the feed, its edge
    };
    struct Line {
        double tonnesPerDay = 0.0;
        Ramp ramp;
        Feed feed;
        Edge edge;
    };

    static Feed feedOf(const Scenario& scenario, const chain::Mix& mix, EconomyId refiner);
    double feedFactor(const Feed& feed, int day) const;

    const Consumer* m_consumer;
    int m_lag;
    std::vector<Line> m_lines;
};

double demandAt(const Consumer& consumer, int day);  // tonnes

}  // namespace adit::simulation

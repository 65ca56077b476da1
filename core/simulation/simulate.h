// The daily simulation: shortfall, release from stocks, what is not met, and when it begins. simulation.md section 4.
//
// Mass is kept to rounding: on every day demand = used + release + unmet, and the stock at the end is the stock at
// the start less releases plus refills. The stock never falls below its floor.
#pragma once

#include "core/base/run_control.h"
#include "core/simulation/scenario.h"

#include <optional>
#include <vector>

namespace adit::simulation {

// Tonnes, one number a day.
struct Series {
    std::vector<double> demand;
    std::vector<double> supply;
    std::vector<double> used;     // of the supply
    std::vector<double> release;  // from the stock, or from the pool
    std::vector<double> unmet;
    std::vector<double> refill;
    std::vector<double> stock;  // at the end of the day; empty for a member of a pool
    bool operator==(const Series&) const = default;
};

struct Course {
    Series series;
    std::optional<int> firstShortfall;  // supply below demand
    std::optional<int> exhaustion;      // at its end the stock is at the floor, having been above it at the start
    std::optional<int> firstUnmet;
    std::optional<int> netCover;  // days from the first shortfall to the first unmet demand
    double demand = 0.0;          // tonnes over the horizon
    double released = 0.0;
    double refilled = 0.0;
    double unmet = 0.0;
    double peakUnmet = 0.0;            // tonnes on the worst day
    std::optional<double> unmetShare;  // of demand
    std::optional<double> unmetValue;  // USD
    bool operator==(const Course&) const = default;
};

struct Pool {
    std::vector<double> stock;
    std::optional<int> exhaustion;
    bool operator==(const Pool&) const = default;
};

struct Outcome {
    std::vector<Course> courses;  // one for each consumer
    std::optional<Pool> pool;
    bool operator==(const Outcome&) const = default;
};

Result<Outcome> simulate(const Scenario& scenario, const RunControl& control = {});

// A pool beside the same members with separate stocks.
struct PoolComparison {
    Outcome pooled;
    Outcome separate;
    std::vector<double> unmetSaved;  // tonnes for each member; negative for who loses against keeping its own
};
Result<PoolComparison> comparePooling(Scenario scenario, const RunControl& control = {});

// Later minus first scenario; days are absent where either has none.
struct Difference {
    std::optional<int> firstUnmet;
    std::optional<int> exhaustion;
    double unmet = 0.0;
    double peakUnmet = 0.0;
    double released = 0.0;
};
std::vector<Difference> difference(const Outcome& first, const Outcome& later);

}  // namespace adit::simulation

// What the daily simulation takes: consumers with their suppliers and stocks, disruptions, responses. Tonnes of one
// mineral and basis; days count from 0; a year has 365 days. simulation.md section 4.
#pragma once

#include "core/base/result.h"
#include "core/chain/supply_mix.h"

#include <optional>
#include <string>
#include <vector>

namespace adit::simulation {

inline constexpr int longestHorizon = 36500;

// Linear from its start day, 1 after `days`: (t - start + 1) / days.
struct Ramp {
    int start = 0;
    int days = 1;
    double at(int day) const;
    bool operator==(const Ramp&) const = default;
};

enum class Bite {
    exportMeasure,  // bites on the way to others, never on the economy's own use
    outage,         // bites on everything that comes from there
};

struct Disruption {
    std::string cause;  // entries with one cause count once; empty: a cause of its own
    Bite bite = Bite::exportMeasure;
    Stage stage = Stage::refine;
    EconomyId economy;
    std::vector<EconomyId> targets;  // empty: all; outages hit all
    double severity = 1.0;           // 0..1
    Ramp ramp;
    std::optional<int> end;  // the first day on which it is over; open where absent
    bool operator==(const Disruption&) const = default;
};

// A supplier at the refined stage. Without a feed its ore is of unknown origin and never disrupted.
struct Supplier {
    EconomyId economy;
    double share = 0.0;  // of the consumer's supply
    chain::Mix feed;
    bool operator==(const Supplier&) const = default;
};

struct Stock {
    double tonnes = 0.0;
    double floor = 0.0;              // never released
    std::optional<double> limit;     // tonnes a day; none is no limit
    std::optional<double> refillTo;  // a surplus is put back up to this
    bool operator==(const Stock&) const = default;
};

// More from a supplier, or from a new plant, which follows its feed where the feed is named.
struct Addition {
    EconomyId economy;
    double tonnesPerYear = 0.0;
    Ramp ramp;
    chain::Mix feed;
    bool operator==(const Addition&) const = default;
};

struct Proportion {
    double share = 0.0;
    Ramp ramp;
    bool operator==(const Proportion&) const = default;
};

struct DemandSurge {
    double tonnesPerYear = 0.0;
    Ramp ramp;
    std::optional<int> end;
    bool operator==(const DemandSurge&) const = default;
};

struct Consumer {
    EconomyId economy;
    std::vector<EconomyId> members;  // of a bloc: their export measures do not bite on it
    std::string name;                // for messages
    double consumption = 0.0;        // tonnes a year
    double growth = 0.0;             // a year
    std::vector<Supplier> suppliers;
    Stock stock;
    std::vector<Addition> additions;    // surges of suppliers and new capacity
    std::vector<Proportion> recycling;  // extra, of consumption
    std::vector<Proportion> savings;    // cuts and substitution, of demand
    std::vector<DemandSurge> demandSurges;
    std::optional<double> usdPerTonne;
    bool operator==(const Consumer&) const = default;
};

struct Scenario {
    int horizon = 730;  // days
    int lag = 30;       // days from ore to refined supply
    std::vector<Disruption> disruptions;
    std::vector<Consumer> consumers;
    bool pooled = false;  // one stock of all consumers
    bool operator==(const Scenario&) const = default;
};

// Refuses what cannot be, naming the field.
Status check(const Scenario& scenario);

}  // namespace adit::simulation

// What producers abroad make, for the planning of stocks. methods.md M31.
#pragma once

#include "core/index/market.h"
#include "core/stockpiles/planning.h"

#include <span>
#include <vector>

namespace adit::consumer {

// The shares that nobody publishes: 1 is an assumption like any other.
struct UsableShares {
    double ability = 1.0;
    double reliability = 1.0;
    double openToUs = 1.0;
};

struct Abroad {
    EconomyId economy;
    stockpiles::ForeignOutput output;
    bool withheld = false;  // counted with the least that it can be
};

struct Supplying {
    std::vector<Abroad> abroad;  // largest first
    double domestic = 0.0;       // of the consumer, or of all members of a bloc
    bool domesticWithheld = false;
    SourceId source;
    int year = 0;
};

// World output of the query's mineral and stage, cut at the consumer's border. `inside` lie in the conflict.
Result<Supplying> supplyingOf(const index::Query& query, const UsableShares& shares, std::span<const EconomyId> inside);

}  // namespace adit::consumer

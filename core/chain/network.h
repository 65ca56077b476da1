// Measures of the trade network of one mineral and stage. (M24)
#pragma once

#include "core/base/estimate.h"
#include "core/base/ids.h"

#include <span>
#include <vector>

namespace adit::chain {

struct TradeEdge {
    EconomyId from;
    EconomyId to;
    double tonnes = 0.0;
};

enum class PathLength { hops, inverseFlow };

struct NetworkSettings {
    double floor = 0.01;  // of world trade: edges below it are dropped
    PathLength length = PathLength::hops;
};

struct Node {
    EconomyId economy;
    double imports = 0.0;  // strength, tonnes
    double exports = 0.0;
    std::size_t suppliers = 0;  // degree
    std::size_t customers = 0;
    double betweenness = 0.0;  // Freeman 1977, Brandes 2001; shortest paths of equal length share the credit
    double normalised = 0.0;   // over (n - 1)(n - 2)
};

struct Network {
    std::vector<Node> nodes;  // by economy
    double floorTonnes = 0.0;
    std::size_t dropped = 0;  // edges below the floor
};

Network measure(std::span<const TradeEdge> edges, const NetworkSettings& settings = {});

struct ImportFrom {
    double tonnes = 0.0;
    Estimate stability;  // percentile of political stability, 0..100
};

// Sum of import shares times (1 - stability / 100). Klimek, Obersteiner & Thurner 2015 (Science Advances, 1500522).
Estimate tradeVulnerability(std::span<const ImportFrom> imports);

}  // namespace adit::chain

// What reaches a consumer: imports of one mineral and stage by exporter, in tonnes. Trade inside a bloc is left
// out, publications are never added up with one another, and a year without masses is not filled in.
#pragma once

#include "core/base/result.h"
#include "core/dataset/dataset.h"

#include <vector>

namespace adit::trade {

struct FlowsQuery {
    const Dataset* data = nullptr;
    MineralId mineral;
    Stage stage = Stage::mine;
    EconomyId consumer;  // an economy or a bloc
    int year = 0;
};

struct Flow {
    EconomyId exporter;
    double tonnes = 0.0;
    bool assumed = false;  // rests on what the user assumes of the consumer's imports, its bloc's or its members'
    bool operator==(const Flow&) const = default;
};

struct Flows {
    int year = 0;  // the nearest with masses not after the one asked for, else the first after it
    SourceId source;
    TradeCoverage coverage = TradeCoverage::full;  // the weakest among the rows
    bool contained = false;                        // tonnes of the mineral's basis; else of product
    std::vector<std::uint32_t> codes;              // HS codes that are in, ascending
    std::vector<Flow> flows;                       // largest first, then by code of the exporter
    double total = 0.0;                            // tonnes
    std::size_t implausible = 0;                   // rows left out: their value per tonne is far off
};

// An error of code `missing` where no publication gives masses for the mineral and stage.
Result<Flows> flowsTo(const FlowsQuery& query);

}  // namespace adit::trade

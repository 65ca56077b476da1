// One published number replaced by another, in a dataset that its owner may change. A change is a value; applying it
// gives the one that takes it back.
#pragma once

#include "core/dataset/dataset.h"

#include <variant>

namespace adit::dataset {

// `row` is the place in the table.
struct OutputChange {
    std::size_t row = 0;  // in production
    std::optional<double> tonnes;
    DataFlag flag = DataFlag::reported;
};

struct FlowChange {
    std::size_t row = 0;  // in trade
    std::optional<double> tonnes;
    std::optional<double> contained;
    std::optional<double> usd;
};

struct ConsumptionChange {
    std::size_t row = 0;
    std::optional<double> tonnes;
    std::optional<double> netImportReliancePercent;
};

// Of the United States' own account of a mineral.
struct AccountChange {
    std::size_t row = 0;  // in usSalient
    std::optional<double> netImportReliancePercent;
    char qualifier = 0;
};

struct SupplyShareChange {
    std::size_t row = 0;  // in shares
    std::optional<double> percent;
    std::optional<double> below;
};

struct FacilityChange {
    std::size_t row = 0;  // in facilities
    std::optional<double> outputTonnes;
};

struct StakeChange {
    std::size_t row = 0;  // in stakes
    std::optional<double> equityPercent;
};

// Of a host's output.
struct ControlShareChange {
    std::size_t row = 0;  // in control
    double percent = 0.0;
};

struct MeasureChange {
    std::size_t row = 0;
    Measure measure;  // with the id that stands there
};

struct GovernanceChange {
    std::size_t row = 0;
    double estimate = 0.0;
};

// The recycling rate of a mineral's own entry.
struct RecyclingChange {
    MineralId mineral;
    std::optional<double> rate;  // 0..1
};

// A result of a study, which must be one that an index reads: others are shown beside ours.
struct StudyChange {
    std::size_t row = 0;  // in published
    double value = 0.0;   // in the unit of its quantity
};

using Change =
    std::variant<OutputChange, FlowChange, ConsumptionChange, AccountChange, SupplyShareChange, FacilityChange,
                 StakeChange, ControlShareChange, MeasureChange, GovernanceChange, RecyclingChange, StudyChange>;

// Refuses, and leaves the dataset as it is, where the row does not exist or the format forbids the figures.
Result<Change> apply(Dataset& data, const Change& change);

// The series that a row of an output table belongs to.
const Series& seriesOfRow(const OutputTable& table, std::size_t row);

}  // namespace adit::dataset

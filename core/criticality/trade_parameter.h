// The EU trade parameter t: an input for each mineral, stage, supplier and scope, 1 where none is given.
// European Commission 2017; Blengini et al. 2017 (EUR 28654). (M09)
#pragma once

#include "core/base/figure.h"
#include "core/dataset/rows.h"

#include <array>
#include <optional>
#include <span>

namespace adit::criticality {

enum class Scope : std::uint8_t { world, sourcing };

inline constexpr double neutralTrade = 1.0;
inline constexpr double insideUnion = 0.8;

struct TradeParameterRow {
    MineralId mineral;
    Stage stage = Stage::mine;
    EconomyId supplier;
    Scope scope = Scope::world;
    double value = neutralTrade;
    SourceId source;
};

struct TradeParameter {
    double value = neutralTrade;
    const TradeParameterRow* row = nullptr;  // null: no row, neutral
};

TradeParameter tradeParameter(std::span<const TradeParameterRow> rows, MineralId mineral, Stage stage,
                              EconomyId supplier, Scope scope);

// An assumption, off unless asked for: the strongest measure in force stands for the restriction. Editable.
struct DerivedParameters {
    double ban = 1.5;
    double quota = 1.3;
    double domesticProcessing = 1.3;
    double licensing = 1.2;
    double tax = 1.1;
    double other = 1.0;
};
double derivedParameter(std::span<const MeasureKind> inForce, const DerivedParameters& table = {});

}  // namespace adit::criticality

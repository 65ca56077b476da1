#include "core/criticality/trade_parameter.h"

#include <algorithm>

namespace adit::criticality {
namespace {

double of(MeasureKind kind, const DerivedParameters& table) {
    switch (kind) {
        case MeasureKind::ban:
            return table.ban;
        case MeasureKind::quota:
            return table.quota;
        case MeasureKind::licensing:
            return table.licensing;
        case MeasureKind::tax:
            return table.tax;
        case MeasureKind::domesticProcessing:
            return table.domesticProcessing;
        case MeasureKind::other:
            break;
    }
    return table.other;
}

}  // namespace

TradeParameter tradeParameter(std::span<const TradeParameterRow> rows, MineralId mineral, Stage stage,
                              EconomyId supplier, Scope scope) {
    for (const TradeParameterRow& row : rows) {
        if (row.mineral == mineral && row.stage == stage && row.supplier == supplier && row.scope == scope) {
            return {row.value, &row};
        }
    }
    return {};
}

double derivedParameter(std::span<const MeasureKind> inForce, const DerivedParameters& table) {
    double strongest = neutralTrade;
    for (const MeasureKind kind : inForce)
        strongest = std::max(strongest, of(kind, table));
    return strongest;
}

}  // namespace adit::criticality

// GeoPolRisk. Gemechu et al. 2015; Helbig et al. 2016 (domestic production); Santillán-Saldivar et al. 2021, 2022
// (midpoint); Koyamparambath et al. 2024. (M15)
#pragma once

#include "core/base/estimate.h"

#include <span>

namespace adit::criticality {

// OECD average of 2017-2021 for copper, USD/kg: the published normaliser.
inline constexpr double copperMidpoint = 0.409412948;

struct WeightedImport {
    double tonnes = 0.0;
    Estimate weight;          // political stability only, 0..1
    bool insideBloc = false;  // weighs nothing
};

struct ImportRisk {
    Estimate weighted;   // sum of weight * tonnes
    double total = 0.0;  // tonnes imported
};

ImportRisk importRisk(std::span<const WeightedImport> imports);

// HHI * sum(w * I) / (P + sum I). Absent without production and imports: nothing known is not a risk of 0.
Estimate geoPolRisk(const Estimate& hhi, const ImportRisk& imports, double production);

// Score times price, over that of copper: kg of copper equivalent a kg.
Estimate supplyPotential(const Estimate& score, double usdPerKg);

}  // namespace adit::criticality

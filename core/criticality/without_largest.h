// What is left when the largest supplier is taken out. IEA, Global Critical Minerals Outlook 2025. (M05)
#pragma once

#include "core/base/estimate.h"

#include <optional>
#include <span>

namespace adit::criticality {

// (T - largest) / demand. Demand that is not known is taken as T, with a flag.
Estimate worldWithoutLargest(std::span<const double> quantities, double total, std::optional<double> demand);

// Own output and imports without the largest foreign supplier, over consumption; over supply, with a flag, where
// consumption is not known.
Estimate supplyWithoutLargest(double production, std::span<const double> imports, std::optional<double> consumption);

}  // namespace adit::criticality

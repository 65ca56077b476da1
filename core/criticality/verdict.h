// A figure against a threshold. A verdict that flips inside the figure's bounds is uncertain.
#pragma once

#include "core/base/estimate.h"

#include <string_view>

namespace adit::criticality {

enum class Verdict { met, notMet, uncertain, unknown };
enum class Side { above, atLeast, atMost };

std::string_view id(Verdict verdict);  // "met", "not-met", "uncertain", "unknown"

Verdict judge(const Estimate& figure, Side side, double threshold);

// All of the criteria.
Verdict both(Verdict a, Verdict b);

}  // namespace adit::criticality

// How far the rank of the program's own composite rests on its weights. methods.md M20.
#pragma once

#include "core/criticality/composite.h"
#include "core/index/market.h"

#include <optional>

namespace adit::index {

// Share of draws of weights in which the query's mineral stays among the highest of all minerals with figures at its
// stage and year; an interval where indicators are missing. Takes as long as the composites of all minerals.
std::optional<Interval> compositeRobustness(const Query& query, const criticality::Robustness& settings = {});

}  // namespace adit::index

// What a stock has to hold when one supplier stops for years. methods.md M31; IDA, RAMF-SM (Schwartz & Thomason 2022,
// P-22696), simplified: every planning year is like the last one published.
#pragma once

#include "core/index/market.h"

namespace adit::consumer {

inline constexpr int planningYears = 4;

// Tonnes. Need is the consumption, supply the own output and what is imported from all but one: the query's partner,
// else the largest supplier. Needs trade by mass.
Figure planningFigure(const index::Query& query);

}  // namespace adit::consumer

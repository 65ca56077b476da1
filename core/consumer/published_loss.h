// What a study found that disruptions of a mineral cost. methods.md M17.
#pragma once

#include "core/index/market.h"

namespace adit::consumer {

inline constexpr std::string_view lossStudy = "US-2025";  // as criticality.csv names it

// At least so much, in the latest study; null where none says so.
const PublishedResult* publishedLoss(const Dataset& data, MineralId mineral);

// US dollars a year of the consumer, those of the user before the published ones, with the mines and plants that it has
// at home as inputs: where one is all that is listed at a stage, it is a single point of failure.
Figure publishedLossFigure(const index::Query& query);

}  // namespace adit::consumer

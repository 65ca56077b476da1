// Exposure as Figures that explain themselves. Measures are read as of the query's day, else the last of its year.
#pragma once

#include "core/exposure/at_date.h"
#include "core/index/market.h"

#include <span>
#include <vector>

namespace adit::exposure {

Figure binaryFigure(const index::Query& query);    // share of a consumer's supply, 0..1
Figure severityFigure(const index::Query& query);  // the same by how hard measures bite
// The first through the whole chain: see through_chain.h. Of the refined and component stages.
Figure chainFigure(const index::Query& query);
Figure worldFigure(const index::Query& query);  // share of world output, located or controlled

// Output of one imposer that comes under its measures.
struct UnderMeasure {
    EconomyId imposer;
    Estimate share;  // of world output
    std::vector<const Measure*> measures;
};
// Who has measures in force on the mineral and stage, the largest share first. Empty where output is not published.
std::vector<UnderMeasure> worldUnder(const index::Query& query, controls::Day day);

controls::Day dayOf(const index::Query& query);

}  // namespace adit::exposure

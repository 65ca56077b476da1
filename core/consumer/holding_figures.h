// The figures of a holding as Figures that explain themselves.
#pragma once

#include "core/consumer/holding.h"
#include "core/index/market.h"

namespace adit::consumer {

Figure stockFigure(const index::Query& query);        // tonnes
Figure consumptionFigure(const index::Query& query);  // tonnes a year
Figure targetFigure(const index::Query& query);       // days
Figure coverFigure(const index::Query& query);        // days
Figure netCoverFigure(const index::Query& query);     // days; the partner is who stops, else the largest supplier
Figure gapFigure(const index::Query& query);          // tonnes
// Tonnes of the stock beyond what the target takes, where that is exactly known and more than nothing.
std::optional<double> surplusOf(const Holding& holding);
Figure gapCostFigure(const index::Query& query);  // US dollars

}  // namespace adit::consumer

// The charts beside the map, as values.
#pragma once

#include "ui/common/market_charts.h"

namespace adit::ui::map {

// The largest holders as bars, the rest as one, what is not attributed as another.
render::RankingChart topSuppliers(const Setting& s, bool measures);
// HHI of the context's stage over the years.
render::LineChart concentrationStrip(const Setting& s);

}  // namespace adit::ui::map

// The table of producers (or controllers) of a market, with its last years as far as they can be compared.
#pragma once

#include "ui/common/market_charts.h"

namespace adit::ui {

// Years that may stand in one row: the same publication and basis back from the context's year without a gap.
std::vector<int> unbrokenYears(const Setting& s, std::size_t most = 5);

// For the Map page: tonnes of every year, share, trend, change, flag and the measure on the producer.
Table producersWithYears(const Setting& s);
// For the Mineral page: tonnes, share, change in percentage points, trend, flag.
Table producersWithShares(const Setting& s);

}  // namespace adit::ui

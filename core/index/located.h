// The parts of market(): output by where it stands, and by who controls it.
#pragma once

#include "core/index/market.h"

namespace adit::index {

Result<Market> locatedMarket(const Query& query);
Result<Market> controlledMarket(const Query& query, const Market& located);

// "cobalt mine output in 2030": what an error says is not there.
std::string nameOf(const Query& query);

// Shares and their bounds from tonnes, total and rest; then by share, largest first.
void setShares(Market& market);
void sortByShare(Market& market);

// Below this part of the total a difference is rounding, not missing output (methods.md 0.5).
inline constexpr double roundingShare = 0.005;

}  // namespace adit::index

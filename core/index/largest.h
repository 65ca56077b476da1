// The concentration ratios CR1 to CR5 share one computation.
#pragma once

#include "core/index/explain.h"

namespace adit::index {

void fillLargest(const Case& c, Figure& figure, std::size_t k);

}  // namespace adit::index

// The shares of a supply at the ends of the ranges that the user gives to what they rest on.
#pragma once

#include "core/consumer/supply.h"

namespace adit::consumer {

// Whether something of the user's leaves a share open.
bool isRanged(const Supply& supply);
// Every share at its upper end, together more than the whole; Supply::least() has them at their lower ends.
chain::Mix mostOf(const Supply& supply);

}  // namespace adit::consumer

// An assumption of the user on its way into a formula and its explanation.
#pragma once

#include "core/base/estimate.h"
#include "core/dataset/assumed.h"

#include <string>

namespace adit::consumer {

// Its value with its range, flagged.
Estimate estimateOf(const Assumed& assumed);
// Of no source: it names the assumption that it is.
Input assumedInput(const Assumed& assumed, std::string name, Unit unit);

}  // namespace adit::consumer

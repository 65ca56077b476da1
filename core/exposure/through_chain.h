// A consumer's exposure on a day through its whole chain: what measures take on the way from the mine to the refinery
// counts as well as on the way from the refinery to the consumer. simulation.md section 2, methods.md M27.
#pragma once

#include "core/consumer/chain_of.h"
#include "core/exposure/at_date.h"

namespace adit::exposure {

struct ThroughChain {
    consumer::ChainPtr chain;
    double binary = 0.0;
    Interval binaryRange;  // the upper end takes all supply of unknown origin as hit by what is in force at its stage
    double severity = 0.0;
    Interval severityRange;
    std::vector<const Measure*> counted;  // in force on a way that some of the supply takes
    bool isAssumed = false;               // a value of trade of the user's says how much of a bloc is hit
};

// Of the refined or component stage. An error where the supply is not published, or at the mine stage.
Result<ThroughChain> throughChainAt(const Request& request);

}  // namespace adit::exposure

// Chains as JSON: a direct mix and the feed of each supplier, stage by stage.
#pragma once

#include "core/chain/chain.h"
#include "core/verification/method.h"

namespace adit::verification {

// {"CHN": {"COD": 0.9, "AUS": 0.1}} as feeds.
std::vector<chain::Feed> feedsOf(const Json& json, std::string_view name, Inputs& in, Names& names);

// From "a", "F" and "feeds".
chain::Chain chainOf(Inputs& in, Names& names);

// "K A+B" with its bounds; the value is the lower one where unknown origin makes them differ. Names that do not
// occur are not passed.
void addChokepoint(Answers& answers, const std::string& set, const chain::Chain& chain, Names& names);

}  // namespace adit::verification

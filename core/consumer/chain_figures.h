// A consumer's chain as Figures that explain themselves. methods.md M23.
#pragma once

#include "core/consumer/chain_of.h"
#include "core/index/market.h"

#include <string>

namespace adit::consumer {

// Largest share of the supply that passes one other economy at any stage, located or by who controls what is there. Of
// the refined and component stages.
Figure chokepointFigure(const index::Query& query);

Flags flagsOf(const ConsumerChain& chain);
// What stands in the chain for the feed of a ground; null where that is not known.
const chain::Feed* feedOf(const ConsumerChain& chain, const FeedGround& ground);
// The direct suppliers, and what the plants of each economy draw on.
void addChain(Figure& figure, const Dataset& data, const ConsumerChain& chain);
// "refine ← mine; direct: imports by value, 2024, baci-v202601; 84.2 % of known origin"
std::string chainLine(const Dataset& data, const ConsumerChain& chain);

}  // namespace adit::consumer

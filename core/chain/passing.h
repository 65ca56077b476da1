// Chokepoints where an economy is touched in part only: because its firms control part of what is made somewhere.
// methods.md M21, M23.
#pragma once

#include "core/chain/chain.h"

#include <functional>

namespace adit::chain {

// The part, within bounds 0..1, of what passes `node` at a stage that is touched; stage 0 is the direct supplier's.
using Touch = std::function<Interval(std::size_t stage, EconomyId node)>;

// 1 - sum over paths of the product of what is not touched: the parts at different stages are taken as independent.
// With parts of 0 and 1 it is chokepoint(). Unknown origin is not touched in the lower bound and touched in the upper.
Interval passing(const Chain& chain, const Touch& touch);

// The same of the direct mix alone.
Interval directlyTouched(const Chain& chain, const Touch& touch);

}  // namespace adit::chain

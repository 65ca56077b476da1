// Stakes, shares of control and output of the user's behind a market by controller.
#pragma once

#include "core/index/control.h"

#include <span>
#include <string>
#include <vector>

namespace adit::index {

// "Mutanda|Glencore", as an assumption of the stake has it.
std::string detailOf(const Stake& stake);
// "mine|Mutanda"
std::string detailOf(const Facility& facility);
// Of its output; null where it is as published.
const Assumed* assumedOutput(const Dataset& data, const Facility& facility);

// Each as an input of its own: the tonnes of a controller come from many. Outputs of facilities stand among these.
void addAssumedControl(const Query& query, std::span<const Asset> owned, std::vector<Input>& inputs);

}  // namespace adit::index

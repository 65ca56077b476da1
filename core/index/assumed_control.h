// Stakes, shares of control and output of the user's behind a market by controller.
#pragma once

#include "core/index/control.h"

#include <span>
#include <string>
#include <vector>

namespace adit::index {

// "Mutanda|Glencore", as an assumption of the stake has it.
std::string detailOf(const Stake& stake);

// Each as an input of its own: the tonnes of a controller come from many.
void addAssumedControl(const Query& query, std::span<const Asset> owned, std::vector<Input>& inputs);

}  // namespace adit::index

// Stakes in facilities and shares of control that give way to assumptions. Those beside them stay as published unless
// they leave too little: then they share what is left.
#pragma once

#include "core/dataset/dataset.h"
#include "core/workspace/assumption.h"
#include "core/workspace/idle.h"

#include <optional>

namespace adit::workspace {

// The equity of an owner in a facility, in every year that lists it. Why it cannot, where it is not listed or the
// user's stakes add up to more than the whole.
std::optional<IdleReason> replaceStake(Dataset& data, const Assumed& assumed);

// The part of a host's output in a year that an economy's firms control, published or not.
std::optional<IdleReason> replaceControl(Dataset& data, const Assumed& assumed);

// 0..1, of the latest year; nothing where the owner is not listed, or not with its equity.
std::optional<double> publishedStake(const Dataset& data, const Detail& detail);
// 0..1, of the year or the latest.
std::optional<double> publishedControl(const Dataset& data, EconomyId host, MineralId mineral, const Detail& detail);

}  // namespace adit::workspace

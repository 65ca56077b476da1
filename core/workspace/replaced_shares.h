// Published shares of supply that give way to assumptions; those beside them keep their proportions.
#pragma once

#include "core/dataset/dataset.h"
#include "core/workspace/assumption.h"
#include "core/workspace/idle.h"

#include <optional>

namespace adit::workspace {

// Writes the last year of the shares that it stands among into the detail: its own, else the latest published.
void settleShare(const Dataset& data, Assumed& assumed, const Detail& detail);

// Of every publication of the importer's shares up to the year that names the supplier; where none does, it joins the
// one that is used first. What the others of a publication share is what yours leave: the same part for each as before,
// from the least to the most that the ranges leave. Why it cannot, where no shares end in the year or yours add up to
// more than the whole.
std::optional<IdleReason> replaceShare(Dataset& data, const Assumed& assumed);

// The share that a publication used first gives, 0..1: that of the year, or the latest.
std::optional<double> publishedShare(const Dataset& data, EconomyId importer, MineralId mineral, const Detail& detail);

}  // namespace adit::workspace

// Flows of trade that give way to assumptions, by mass and by value.
#pragma once

#include "core/dataset/dataset.h"
#include "core/workspace/idle.h"

#include <optional>

namespace adit::workspace {

// The flow takes its new amount in the rows of the publisher that answers for the importer, which keep their
// proportions; a partner that it does not list joins them. By value each row keeps what was published of it, so that
// who answers, and how much of the trade has a mass, stays as it is.
std::optional<IdleReason> replaceImports(Dataset& data, const Assumed& assumed);
std::optional<IdleReason> replaceTradeValue(Dataset& data, const Assumed& assumed);

// Exports have no row and count beside the importer's trade: why they cannot, where none is published.
std::optional<IdleReason> lackOfExports(const Dataset& data, const Assumed& assumed);

}  // namespace adit::workspace

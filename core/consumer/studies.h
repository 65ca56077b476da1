// What studies published about a mineral, to compute with or to set beside ours.
#pragma once

#include "core/dataset/dataset.h"

#include <optional>
#include <string_view>

namespace adit::consumer {

// The latest row of a study's quantity for the mineral; null where there is none.
const PublishedResult* latest(const Dataset& data, std::string_view study, std::string_view quantity,
                              MineralId mineral);

// The year of a publication, of the first part that has one for a combination.
std::optional<int> yearOf(const Dataset& data, SourceId source);

}  // namespace adit::consumer

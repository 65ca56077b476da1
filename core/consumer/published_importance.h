// How important the study of the Union found a mineral to be for its economy. methods.md M12.
#pragma once

#include "core/dataset/dataset.h"

namespace adit::consumer {

// The latest that is not later than the year; null where there is none.
const PublishedResult* publishedImportance(const Dataset& data, MineralId mineral, int year);

}  // namespace adit::consumer

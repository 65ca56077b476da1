// A map written down by hand, for tests that need no dataset.
#pragma once

#include "ui/map/map_value.h"

namespace adit::ui::map::samples {

MapValue cobalt();  // six producers, one withheld, one without a figure, two flows to Belgium, one under a measure

}  // namespace adit::ui::map::samples

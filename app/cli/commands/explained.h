// A figure in full, as a terminal shows it: formula, reason, bounds and every input.
#pragma once

#include "core/export/figures.h"

#include <ostream>

namespace adit::cli {

void explain(const ComputedFigure& figure, std::ostream& out);

}  // namespace adit::cli

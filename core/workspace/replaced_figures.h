// Published figures that give way to assumptions, so that every engine reads the assumption in their place.
#pragma once

#include "core/dataset/dataset.h"

namespace adit::workspace {

// Production, imports and governance with their year in the detail; others have no row and are left to who asks for
// them. False where there is nothing to stand in: no published output of the year, no trade by mass of the importer, a
// bloc for governance.
bool replaceFigure(Dataset& data, const Assumed& assumed);

}  // namespace adit::workspace

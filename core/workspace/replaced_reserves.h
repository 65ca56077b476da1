// Reserves that give way to assumptions, in the publication whose others stand beside them.
#pragma once

#include "core/dataset/dataset.h"
#include "core/workspace/assumption.h"

namespace adit::workspace {

// Writes the year that it stands for into the detail: its own, else the latest with reserves of the mineral.
void settleReserves(const Dataset& data, Assumed& assumed, const Detail& detail);

// False where no reserves of the mineral are published for the year.
bool replaceReserves(Dataset& data, const Assumed& assumed);

}  // namespace adit::workspace

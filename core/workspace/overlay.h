// A workspace laid over the baseline: the dataset that every engine and view then reads. The baseline stays as it is.
#pragma once

#include "core/dataset/dataset.h"
#include "core/workspace/idle.h"
#include "core/workspace/workspace.h"

#include <vector>

namespace adit::workspace {

struct Overlay {
    DatasetPtr data;         // the baseline itself where there is nothing to lay over
    std::vector<Idle> idle;  // what reaches no figure of it
};

// Assumptions become Dataset::assumed, with the year that they stand for: their own, or the latest with figures.
// Production takes the place of the published output, imports that of the published flow, by mass or by value; for a
// bloc, its members keep their proportions. Governance and reserves take that of the published figure, of which a bloc
// has none; a share of supply that of the published one, with the others' in their proportions; the output of a
// facility that of its rows. Own measures join the register, own blocs the economies, after those of the baseline, so
// that ids of the baseline stay what they are. What is idle is left out, so that no figure is marked for it.
Overlay laidOver(const DatasetPtr& baseline, const Workspace& workspace);

// The assumption behind a figure's input, by the key that it has in the workspace; where that names no year, with it.
Key keyOf(const Dataset& data, const Assumed& assumed);

}  // namespace adit::workspace

// A workspace laid over the baseline: the dataset that every engine and view then reads. The baseline stays as it is.
#pragma once

#include "core/dataset/dataset.h"
#include "core/workspace/workspace.h"

#include <vector>

namespace adit::workspace {

struct Overlay {
    DatasetPtr data;           // the baseline itself where there is nothing to lay over
    std::vector<Key> unknown;  // assumptions whose economy, mineral or kind this edition does not have
};

// Assumptions become Dataset::assumed; those of production take the place of the latest published output of the
// mineral and stage. Own measures join the register, own blocs the economies, after those of the baseline, so that ids
// of the baseline stay what they are.
Overlay laidOver(const DatasetPtr& baseline, const Workspace& workspace);

// The assumption behind a figure's input, by the key that it has in the workspace.
Key keyOf(const Dataset& data, const Assumed& assumed);

}  // namespace adit::workspace

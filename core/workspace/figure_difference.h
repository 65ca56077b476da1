// Why a figure of one workspace is not that of another: what differs between the two switched one after another,
// forwards and backwards. methods.md M36.
#pragma once

#include "core/index/definition.h"
#include "core/ranges/decomposition.h"
#include "core/workspace/workspace.h"

#include <string>
#include <vector>

namespace adit::workspace {

// One assumption, own measure or own bloc that the two workspaces do not have alike.
struct Switch {
    std::string words;   // "South Korea, cobalt: stock"
    std::string before;  // "1 900 t"; "as published" where the workspace has none
    std::string after;
};

struct FigureDifference {
    Figure before;
    Figure after;
    std::vector<Switch> switches;
    // Parts in the order of the switches. An error where one of the figures has no value.
    Result<ranges::Decomposition> decomposition = Error::missing("the figure");
};

// Of an index asked of both; `query.data` is the baseline under them.
FigureDifference figureDifference(const DatasetPtr& baseline, const Workspace& from, const Workspace& to,
                                  const index::Definition& index, const index::Query& query);

}  // namespace adit::workspace

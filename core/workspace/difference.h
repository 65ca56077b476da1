// What turns one workspace into another.
#pragma once

#include "core/dataset/dataset.h"
#include "core/workspace/edit.h"

#include <string>
#include <vector>

namespace adit::workspace {

// The edits that make `from` what `to` is, in the order of their keys. Times and the view state do not count.
std::vector<Edit> difference(const Workspace& from, const Workspace& to);

enum class Change { added, changed, removed };
Change changeOf(const Workspace& workspace, const Edit& edit);

// A line in words for each of the edits that would alter the workspace: the preview of an import.
std::vector<std::string> preview(const Workspace& workspace, std::span<const Edit> edits, const Dataset* names);

}  // namespace adit::workspace

// The steps that can be taken back, and those that were and can be made again. A value; a session saves what it tells.
#pragma once

#include "core/workspace/edit.h"

#include <cstdint>
#include <string>
#include <vector>

namespace adit::workspace {

struct HistoryEntry {
    std::int64_t number = 0;  // counts up from 1 and is never used twice
    std::string at;           // ISO 8601, UTC
    std::vector<Edit> edits;
    std::vector<Edit> inverse;  // in the order in which they take the edits back
    bool undone = false;
    bool operator==(const HistoryEntry&) const = default;
};

inline constexpr std::size_t historyLimit = 200;

}  // namespace adit::workspace

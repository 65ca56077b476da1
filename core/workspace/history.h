// The steps that can be taken back, and those that were and can be made again. What a change does to the list is itself
// a value, so that it can be saved before it happens.
#pragma once

#include "core/workspace/edit.h"

#include <cstdint>
#include <string>
#include <vector>

namespace adit::workspace {

struct HistoryEntry {
    std::int64_t number = 0;  // counts up along the list
    std::string at;           // ISO 8601, UTC
    std::vector<Edit> edits;
    std::vector<Edit> inverse;  // in the order in which they take the edits back
    bool undone = false;
    bool operator==(const HistoryEntry&) const = default;
};

using History = std::vector<HistoryEntry>;  // oldest first; those undone come last

inline constexpr std::size_t historyLimit = 200;

// The last step that stands, and the first that was taken back; null where there is none.
const HistoryEntry* lastDone(const History& history);
const HistoryEntry* firstUndone(const History& history);

struct HistoryChange {
    std::vector<HistoryEntry> put;     // new, or in place of the one of its number
    std::vector<std::int64_t> remove;  // numbers
};

enum class Merge { no, withLast };

// The steps that were taken back go, as does the oldest beyond the limit. Merged with the last, a step may come to
// nothing: then that one goes too.
HistoryChange adding(const History& history, HistoryEntry entry, Merge merge);

// What makes the step of this number the last that stands: all after it taken back, or all up to it made again.
struct Travel {
    std::vector<Edit> edits;
    HistoryChange change;
};
Travel goingTo(const History& history, std::int64_t number);

void applyTo(History& history, const HistoryChange& change);

// Those edits that alter something, each target once and with its last value.
std::vector<Edit> effective(const Workspace& workspace, std::span<const Edit> edits);

}  // namespace adit::workspace

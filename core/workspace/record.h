// Rows of a workspace file: what each thing looks like as cells, and back. Kept apart from SQL, because a damaged file
// is read without it.
#pragma once

#include "core/sqlite/pages.h"
#include "core/workspace/history.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace adit::workspace {

using Cell = sqlite::StoredValue;
using Record = std::vector<Cell>;  // without the seal

// The hash that stands in the last column of a row: FNV-1a, 64 bit, over the table's name and the cells that are
// not empty.
std::int64_t sealOf(std::string_view table, const Record& record);

enum class CellKind : std::uint8_t { text, real, integer };

struct TableShape {
    std::string_view name;
    std::string_view columns;     // "quantity, economy, ...", without the seal
    std::size_t keyCells = 1;     // they come first
    std::vector<CellKind> kinds;  // by column
};

namespace tables {
extern const TableShape assumptions;
extern const TableShape measures;
extern const TableShape blocs;
extern const TableShape documents;
extern const TableShape view;
extern const TableShape history;
}  // namespace tables

const TableShape& tableOf(const Edit& edit);
Record keyOf(const Edit& edit);     // the cells that name its row
Record recordOf(const Edit& edit);  // of an edit with a value
Record recordOf(const HistoryEntry& entry);

std::vector<std::string> columnsOf(const TableShape& table);

// What the cells of a row say, checked for their kinds but not for their sense.
std::optional<Edit> readEdit(const TableShape& table, const Record& record);
// The edit that sets what a row says; an error for a row that means nothing.
Result<Edit> editFrom(const TableShape& table, const Record& record);
Result<Edit> removalFrom(const TableShape& table, const Record& key);
Result<HistoryEntry> entryFrom(const Record& record);

// Edits as a JSON text and back.
std::string toJson(std::span<const Edit> edits);
Result<std::vector<Edit>> editsFrom(std::string_view json);

}  // namespace adit::workspace

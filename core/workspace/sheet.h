// A workspace as tables: what leaves it as CSV or JSON, and what comes in as CSV. No locale: a decimal point, no
// groups.
#pragma once

#include "core/dataset/dataset.h"
#include "core/export/table.h"
#include "core/workspace/edit.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace adit::workspace {

enum class Sheet : std::uint8_t { assumptions, measures, blocs };
std::string_view id(Sheet sheet);  // "assumptions"
std::optional<Sheet> sheetFrom(std::string_view id);
std::vector<std::string> columnsOf(Sheet sheet);
struct TableShape;
const TableShape& shapeOf(Sheet sheet);  // of its rows in the file

Table tableOf(const Workspace& workspace, Sheet sheet);
// All of it but the view state: an object with a list for each kind of thing.
std::string toJson(const Workspace& workspace);

struct Imported {
    Sheet sheet = Sheet::assumptions;
    std::vector<Edit> edits;  // one for each row
};

// A sheet read to its end: what can be taken, and why the other rows cannot, each with line and column.
struct Review {
    Imported taken;
    std::vector<Error> refused;
};

// Which sheet it is follows from its columns; they may stand in any order, and those that can be empty may be missing:
// then what the workspace has there stays.
// A row that cannot be taken is refused with line and column: text for a number, a word or code that is not known (with
// the nearest), a thing that stands there twice. An assumption without an edition gets the published figure that it
// replaces, and the edition of `data`. Codes are looked up in `data` and among the own blocs of `workspace`.
Result<Imported> fromCsv(const std::string& file, std::string content, const Dataset& data, const Workspace& workspace);

// The same, but a row that cannot be taken does not stop it. An error where no row can be read at all: a text that is
// no CSV, columns of no sheet.
Result<Review> review(const std::string& file, std::string content, const Dataset& data, const Workspace& workspace);

// What takes away all that the workspace has on this sheet and the file does not name.
std::vector<Edit> removalsOf(const Workspace& workspace, const Imported& imported);

}  // namespace adit::workspace

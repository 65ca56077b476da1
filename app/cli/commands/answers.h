// What commands that answer with a table share: opening the dataset, lists of names, cells, printing.
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/command.h"
#include "core/base/estimate.h"
#include "core/dataset/dataset.h"
#include "core/export/table.h"
#include "core/workspace/idle.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace adit::cli {

enum class Format : std::uint8_t { table, csv, json };

Result<Format> formatNamed(std::string_view name);
Result<Format> formatOf(const Arguments& arguments);  // of --format; a table where it is missing

// Of --dataset, the bundled one where it is missing; with what stands in --workspace laid over it. What of that is
// without effect is said on the error stream, a line each.
Result<DatasetPtr> openDataset(const Arguments& arguments, Terminal terminal);
void sayIdle(const std::vector<workspace::Idle>& idle, const Dataset& names, Terminal terminal);

void print(const Table& table, Format format, Terminal terminal);
void printFound(const Table& table, Format format, Terminal terminal);  // on the error stream, that there is nothing

Cell textCell(std::string_view text);
Cell shareCell(std::optional<double> share);  // shown in percent, 0..1 in files
Cell tonnesCell(std::optional<double> tonnes);
Cell numberCell(std::optional<double> x);
Cell endCell(const std::optional<Interval>& bounds, double Interval::*side);  // missing where it is not finite
void addColumns(Table& table, Align align, std::initializer_list<std::string_view> names);  // titled like their ids
std::string flagText(const Flags& flags);

}  // namespace adit::cli

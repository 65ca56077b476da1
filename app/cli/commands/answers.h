// What commands that answer with a table share: opening the dataset, lists of names, cells, printing.
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/command.h"
#include "core/base/estimate.h"
#include "core/dataset/dataset.h"
#include "core/export/table.h"
#include "core/index/market.h"
#include "core/workspace/idle.h"

#include <string_view>
#include <vector>

namespace adit::cli {

enum class Format : std::uint8_t { table, csv, json };

Result<Format> formatNamed(std::string_view name);
Result<Format> formatOf(const Arguments& arguments);  // of --format; a table where it is missing

// Of --dataset, the bundled one where it is missing; with what stands in --workspace laid over it. What of that is
// without effect is said on the error stream, a line each.
Result<DatasetPtr> openDataset(const Arguments& arguments, Terminal terminal);
void sayIdle(const std::vector<workspace::Idle>& idle, const Dataset& names, Terminal terminal);

// "cobalt,lithium" or "all"; "USA,EU27".
Result<std::vector<MineralId>> mineralsNamed(const Dataset& data, std::string_view names);
Result<std::vector<EconomyId>> economiesNamed(const Dataset& data, std::string_view names);
Result<std::vector<Stage>> stagesNamed(std::string_view names);

// The one consumer of --for, the one mineral of --mineral, and --year; an error says what to write.
Result<EconomyId> consumerOf(const Arguments& arguments, const Dataset& data);
Result<MineralId> mineralOf(const Arguments& arguments, const Dataset& data);
Result<int> yearOf(const Arguments& arguments, std::optional<int> whenMissing = {});

// Of --view and --rule.
struct ViewAsk {
    View view = View::located;
    index::ControlRule rule = index::ControlRule::majority;
    bool controlled() const { return view == View::controlled; }
};
Result<ViewAsk> viewOf(const Arguments& arguments);

void print(const Table& table, Format format, Terminal terminal);

Cell textCell(std::string_view text);
Cell shareCell(std::optional<double> share);  // shown in percent, 0..1 in files
Cell tonnesCell(std::optional<double> tonnes);
Cell numberCell(std::optional<double> x);
void addColumns(Table& table, std::initializer_list<const char*> names, Align align);  // titled like their ids
std::string flagText(const Flags& flags);

}  // namespace adit::cli

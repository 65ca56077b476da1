#include "app/cli/commands/answers.h"

#include "core/base/number_words.h"
#include "core/base/text.h"
#include "core/dataset/locate.h"
#include "core/workspace/describe.h"
#include "core/workspace/overlay.h"
#include "core/workspace/session.h"

#include <cmath>

namespace adit::cli {

Result<Format> formatNamed(std::string_view name) {
    if (name == "table") return Format::table;
    if (name == "csv") return Format::csv;
    if (name == "json") return Format::json;
    return Error::badInput("\"" + std::string(name) + "\" is no format: write table, csv or json");
}

Result<Format> formatOf(const Arguments& arguments) {
    return formatNamed(arguments.value("--format").value_or("table"));
}

Result<DatasetPtr> openDataset(const Arguments& arguments, Terminal terminal) {
    const auto file = locateDataset(arguments.value("--dataset").value_or(""));
    if (!file) return file.error();
    auto data = loadDataset(*file);
    const auto workspace = arguments.value("--workspace");
    if (!data || !workspace) return data;
    const auto contents = workspace::readFile(*workspace);
    if (!contents) return contents.error();
    const workspace::Overlay overlay = workspace::laidOver(*data, contents->workspace);
    sayIdle(overlay.idle, *overlay.data, terminal);
    return overlay.data;
}

void sayIdle(const std::vector<workspace::Idle>& idle, const Dataset& names, Terminal terminal) {
    for (const workspace::Idle& one : idle)
        terminal.err << "without effect: " << workspace::describe(one, &names) << '\n';
}

void print(const Table& table, Format format, Terminal terminal) {
    if (format == Format::json) {
        terminal.out << toJson(table);
    } else if (format == Format::csv) {
        terminal.out << toCsv(table);
    } else {
        terminal.out << toText(table);
    }
}

void printFound(const Table& table, Format format, Terminal terminal) {
    if (table.rows.empty()) terminal.err << "nothing is published for that\n";
    print(table, format, terminal);
}

Cell textCell(std::string_view text) {
    return Cell::text(std::string(text));
}

Cell shareCell(std::optional<double> share) {
    return share ? Cell::number(*share, words::percent(*share)) : Cell::missing(State::unknown);
}

Cell tonnesCell(std::optional<double> tonnes) {
    return tonnes ? Cell::number(*tonnes, words::plain(*tonnes)) : Cell::missing(State::unknown);
}

Cell numberCell(std::optional<double> x) {
    if (!x || !std::isfinite(*x)) return Cell::missing(State::unknown);
    return Cell::number(*x, text::significant(*x, 4));
}

Cell endCell(const std::optional<Interval>& bounds, double Interval::*side) {
    return numberCell(bounds ? std::optional((*bounds).*side) : std::nullopt);
}

void addColumns(Table& table, Align align, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names)
        table.columns.push_back({std::string(name), std::string(name), "", align});
}

std::string flagText(const Flags& flags) {
    std::vector<std::string> names;
    for (const Flag flag : flags.list())
        names.emplace_back(id(flag));
    return text::join(names, " ");
}

}  // namespace adit::cli

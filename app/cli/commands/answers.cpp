#include "app/cli/commands/answers.h"

#include "app/cli/commands/names.h"
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

Result<std::vector<MineralId>> mineralsNamed(const Dataset& data, std::string_view names) {
    std::vector<MineralId> out;
    if (names == "all") {
        for (std::size_t i = 0; i < data.minerals.size(); ++i)
            out.emplace_back(i);
        return out;
    }
    for (const std::string_view name : text::split(names, ',')) {
        const auto id = mineralNamed(data, text::trim(name));
        if (!id) return id.error();
        out.push_back(*id);
    }
    return out;
}

Result<std::vector<EconomyId>> economiesNamed(const Dataset& data, std::string_view names) {
    std::vector<EconomyId> out;
    for (const std::string_view name : text::split(names, ',')) {
        const auto id = economyNamed(data, text::trim(name));
        if (!id) return id.error();
        out.push_back(*id);
    }
    return out;
}

Result<std::vector<Stage>> stagesNamed(std::string_view names) {
    if (names == "all") return std::vector{Stage::mine, Stage::refine, Stage::component};
    const auto stage = stageNamed(names);
    if (!stage) return stage.error();
    return std::vector{*stage};
}

Result<EconomyId> consumerOf(const Arguments& arguments, const Dataset& data) {
    const auto consumers = economiesNamed(data, arguments.value("--for").value_or(""));
    if (!consumers) return consumers.error();
    if (consumers->size() != 1) return Error::badInput("say for whom, for one of them: --for ECONOMY");
    return consumers->front();
}

Result<MineralId> mineralOf(const Arguments& arguments, const Dataset& data) {
    const auto minerals = mineralsNamed(data, arguments.value("--mineral").value_or(""));
    if (!minerals) return minerals.error();
    if (minerals->size() != 1) return Error::badInput("say of which mineral: --mineral NAME");
    return minerals->front();
}

Result<int> yearOf(const Arguments& arguments, std::optional<int> whenMissing) {
    const auto word = arguments.value("--year");
    if (!word && whenMissing) return *whenMissing;
    const auto year = text::toInt(word.value_or(""));
    if (!year || *year < 1900 || *year > 2200) return Error::badInput("say of which year: --year 2024");
    return static_cast<int>(*year);
}

Result<ViewAsk> viewOf(const Arguments& arguments) {
    const auto view = viewNamed(arguments.value("--view").value_or("located"));
    if (!view) return view.error();
    const auto rule = ruleNamed(arguments.value("--rule").value_or("majority"));
    if (!rule) return rule.error();
    return ViewAsk{*view, *rule};
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

void addColumns(Table& table, std::initializer_list<const char*> names, Align align) {
    for (const char* name : names)
        table.columns.push_back({name, name, "", align});
}

std::string flagText(const Flags& flags) {
    std::vector<std::string> names;
    for (const Flag flag : flags.list())
        names.emplace_back(id(flag));
    return text::join(names, " ");
}

}  // namespace adit::cli

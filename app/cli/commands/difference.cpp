#include "app/cli/commands/difference.h"

#include "app/cli/commands/asking.h"
#include "app/cli/commands/names.h"
#include "core/dataset/locate.h"
#include "core/workspace/figure_difference.h"
#include "core/workspace/overlay.h"
#include "core/workspace/session.h"

#include <algorithm>
#include <array>

namespace adit::cli {

const std::string_view differenceUsage =
    "usage: adit-cli difference ID --mineral M --against FILE [options]\n"
    "\n"
    "An index on two workspaces, or on the published figures and a workspace: what it is on each, and how much of the\n"
    "difference each assumption, own measure and own bloc makes. They are switched one after another, forwards and\n"
    "backwards, and the two ways averaged, so that the parts add up.\n"
    "\n"
    "  --mineral M        a mineral by id, name or alias\n"
    "  --stage S          mine, refine (default) or component\n"
    "  --year Y           a year; 2024 where it is missing\n"
    "  --for E            the consumer or producer, for an index that is of one\n"
    "  --view V           located (default) or controlled\n"
    "  --rule R           who controls: majority (default), operator or equity\n"
    "  --workspace FILE   the first workspace; the published figures where it is missing\n"
    "  --against FILE     the second workspace\n"
    "  --dataset FILE     another dataset than the bundled one\n"
    "  --format F         table (default), csv or json\n"
    "\n"
    "Fields: row item before after difference relative. The rows: `value` is the index on both, `lo` and `hi` its\n"
    "bounds, each `part` one switch with what it was and is and its part of the difference, `parts` their sum. A\n"
    "figure without a value has bounds and no parts.\n"
    "\n"
    "Example: what do the assumptions of a workspace do to Korea's days of cover?\n"
    "\n"
    "  adit-cli difference days-of-cover --for KOR --mineral cobalt --against desk.adit\n";

namespace {

constexpr std::array options{Option{"--mineral", ""},   Option{"--stage", ""},   Option{"--year", ""},
                             Option{"--for", ""},       Option{"--view", ""},    Option{"--rule", ""},
                             Option{"--workspace", ""}, Option{"--against", ""}, Option{"--dataset", ""},
                             Option{"--format", ""}};

Result<DatasetPtr> baselineOf(const Arguments& arguments) {
    const auto file = locateDataset(arguments.value("--dataset").value_or(""));
    if (!file) return file.error();
    return loadDataset(*file);
}

Result<workspace::Workspace> workspaceOf(const Arguments& arguments, std::string_view option) {
    const auto file = arguments.value(option);
    if (!file) return workspace::Workspace();
    auto contents = workspace::readFile(*file);
    if (!contents) return contents.error();
    return contents->workspace;
}

Result<index::Query> placeOf(const Arguments& arguments, const Dataset& data) {
    const auto mineral = mineralOf(arguments, data);
    if (!mineral) return mineral.error();
    auto query = queryOf(arguments, data);
    if (!query) return query;
    query->mineral = *mineral;
    const auto economy = economyOf(arguments, data);
    if (!economy) return economy.error();
    query->economy = *economy;
    return query;
}

Cell valueCell(const Figure& figure) {
    return figure.value ? numberCell(figure.value) : Cell::missing(State::unknown);
}

std::vector<Cell> boundRow(std::string_view name, const workspace::FigureDifference& d, std::string_view index,
                           double Interval::*side) {
    return {textCell(name), textCell(index), endCell(d.before.bounds, side), endCell(d.after.bounds, side),
            numberCell({}), numberCell({})};
}

Table tableOf(const workspace::FigureDifference& d, std::string_view index) {
    Table table;
    addColumns(table, Align::left, {"row", "item"});
    addColumns(table, Align::right, {"before", "after", "difference", "relative"});
    const auto& parts = d.decomposition;
    const auto absolute = parts ? std::optional(parts->absolute()) : std::nullopt;
    table.rows.push_back({textCell("value"), textCell(index), valueCell(d.before), valueCell(d.after),
                          numberCell(absolute), numberCell(parts ? parts->relative : std::nullopt)});
    table.rows.push_back(boundRow("lo", d, index, &Interval::lo));
    table.rows.push_back(boundRow("hi", d, index, &Interval::hi));
    double sum = 0.0;
    for (std::size_t i = 0; i < d.switches.size(); ++i) {
        const workspace::Switch& s = d.switches[i];
        const auto part = parts ? std::optional(parts->parts[i]) : std::nullopt;
        const auto share = part && *absolute != 0.0 ? std::optional(*part / *absolute) : std::nullopt;
        sum += part.value_or(0.0);
        table.rows.push_back({textCell("part"), textCell(s.words), textCell(s.before), textCell(s.after),
                              numberCell(part), numberCell(share)});
    }
    if (parts) {
        table.rows.push_back(
            {textCell("parts"), textCell(index), numberCell({}), numberCell({}), numberCell(sum), numberCell({})});
    }
    return table;
}

// What is without effect in either, once.
void sayIdle(const DatasetPtr& data, const workspace::Workspace& from, const workspace::Workspace& to,
             Terminal terminal) {
    const workspace::Overlay first = workspace::laidOver(data, from);
    const workspace::Overlay second = workspace::laidOver(data, to);
    std::vector<workspace::Idle> more = second.idle;
    std::erase_if(more, [&](const workspace::Idle& one) {
        return std::find(first.idle.begin(), first.idle.end(), one) != first.idle.end();
    });
    sayIdle(first.idle, *first.data, terminal);
    sayIdle(more, *second.data, terminal);
}

Result<workspace::FigureDifference> differenceOf(const Arguments& arguments, const index::Definition& index,
                                                 Terminal terminal) {
    const auto data = baselineOf(arguments);
    if (!data) return data.error();
    const auto query = placeOf(arguments, **data);
    if (!query) return query.error();
    if (const Status status = checkEconomy(index, *query); !status) return status.error();
    if (!arguments.has("--against")) return Error::badInput("say which workspace to set against it: --against FILE");
    const auto from = workspaceOf(arguments, "--workspace");
    if (!from) return from.error();
    const auto to = workspaceOf(arguments, "--against");
    if (!to) return to.error();
    sayIdle(*data, *from, *to, terminal);
    return workspace::figureDifference(*data, *from, *to, index, *query);
}

}  // namespace

Exit difference(Words words, Terminal terminal) {
    const auto call = callOf(words, options, {"ID"});
    if (!call) return fail(terminal, call.error());
    const auto index = indexNamed(call->arguments.places[0]);
    if (!index) return fail(terminal, index.error());
    const auto found = differenceOf(call->arguments, **index, terminal);
    if (!found) return fail(terminal, found.error());
    if (found->switches.empty()) terminal.err << "the two do not differ in what can move a figure\n";
    if (!found->decomposition) terminal.err << "no parts: " << found->decomposition.error().text << " has no value\n";
    print(tableOf(*found, (*index)->id), call->format, terminal);
    return Exit::ok;
}

}  // namespace adit::cli

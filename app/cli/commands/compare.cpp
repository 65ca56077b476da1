#include "app/cli/commands/compare.h"

#include "app/cli/commands/asking.h"
#include "app/cli/commands/explained.h"
#include "core/index/registry.h"

#include <array>

namespace adit::cli {

const std::string_view compareUsage =
    "usage: adit-cli compare --for A,B,... --mineral M [options]\n"
    "\n"
    "Every index that is about a consumer, for several of them side by side.\n"
    "\n"
    "  --for E,...        the consumers: codes, names or blocs\n"
    "  --mineral M        a mineral by id, name or alias\n"
    "  --stage S          mine, refine (default) or component\n"
    "  --year Y           a year; 2024 where it is missing\n"
    "  --view V           located (default) or controlled\n"
    "  --rule R           who controls: majority (default), operator or equity\n"
    "  --dataset FILE     another dataset than the bundled one\n"
    "  --workspace FILE   with the assumptions and own measures of this workspace laid over it\n"
    "  --explain          with the formula and every input of each figure\n"
    "  --format F         table (default), csv or json\n"
    "\n"
    "Fields: index unit, then for each consumer CODE CODE_lo CODE_hi CODE_flags. A value that cannot be given is "
    "missing; lo\n"
    "and hi then say between what it lies.\n"
    "\n"
    "Example: who depends most on others for refined copper?\n"
    "\n"
    "  adit-cli compare --for USA,EU27,JPN,KOR --mineral copper\n";

namespace {

constexpr std::array options{Option{"--for", ""},           Option{"--mineral", ""},   Option{"--stage", ""},
                             Option{"--year", ""},          Option{"--view", ""},      Option{"--rule", ""},
                             Option{"--dataset", ""},       Option{"--workspace", ""}, Option{"--format", ""},
                             Option{"--explain", "", false}};

Table tableOf(index::Query query, const std::vector<EconomyId>& consumers) {
    Table table;
    addColumns(table, Align::left, {"index", "unit"});
    for (const EconomyId consumer : consumers) {
        const std::string& code = (*query.data)[consumer].code;
        addColumns(table, Align::right, {code, code + "_lo", code + "_hi"});
        addColumns(table, Align::left, {code + "_flags"});
    }
    for (const index::Definition* definition : index::all()) {
        if (!definition->needsEconomy) continue;
        std::vector<Cell> row{textCell(definition->id), textCell(id(definition->unit))};
        for (const EconomyId consumer : consumers) {
            query.economy = consumer;
            const Figure figure = definition->compute(query);
            row.push_back(numberCell(figure.value));
            row.push_back(endCell(figure.bounds, &Interval::lo));
            row.push_back(endCell(figure.bounds, &Interval::hi));
            row.push_back(textCell(flagText(figure.flags)));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

void explainAll(index::Query query, const std::vector<EconomyId>& consumers, std::ostream& out) {
    for (const index::Definition* definition : index::all()) {
        if (!definition->needsEconomy) continue;
        for (const EconomyId consumer : consumers) {
            query.economy = consumer;
            out << '\n' << (*query.data)[consumer].name << ':';
            explain({definition, query, definition->compute(query)}, out);
        }
    }
}

}  // namespace

Exit compare(Words words, Terminal terminal) {
    const auto call = callWithData(words, options, terminal);
    if (!call) return fail(terminal, call.error());
    const auto consumers = consumersOf(call->arguments, *call->data, "say whom to compare: --for A,B");
    if (!consumers) return fail(terminal, consumers.error());
    const auto mineral = mineralOf(call->arguments, *call->data);
    if (!mineral) return fail(terminal, mineral.error());
    auto query = queryOf(call->arguments, *call->data);
    if (!query) return fail(terminal, query.error());
    query->mineral = *mineral;
    print(tableOf(*query, *consumers), call->format, terminal);
    if (call->explains()) explainAll(*query, *consumers, terminal.out);
    return Exit::ok;
}

}  // namespace adit::cli

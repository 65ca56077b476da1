#include "app/cli/commands/compare.h"

#include "app/cli/commands/answers.h"
#include "app/cli/commands/explained.h"
#include "app/cli/commands/names.h"
#include "core/base/text.h"

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

constexpr std::array options{Option{"--for", ""},       Option{"--mineral", ""}, Option{"--stage", ""},
                             Option{"--year", ""},      Option{"--view", ""},    Option{"--dataset", ""},
                             Option{"--workspace", ""}, Option{"--format", ""},  Option{"--explain", "", false}};

Result<index::Query> queryOf(const Arguments& arguments, const Dataset& data) {
    index::Query query;
    query.data = &data;
    const auto minerals = mineralsNamed(data, arguments.value("--mineral").value_or(""));
    if (!minerals) return minerals.error();
    if (minerals->size() != 1) return Error::badInput("say of which mineral: --mineral NAME");
    query.mineral = minerals->front();
    const auto stage = stageNamed(arguments.value("--stage").value_or("refine"));
    if (!stage) return stage.error();
    query.stage = *stage;
    const auto view = viewNamed(arguments.value("--view").value_or("located"));
    if (!view) return view.error();
    query.view = *view;
    const auto year = text::toInt(arguments.value("--year").value_or("2024"));
    if (!year || *year < 1900 || *year > 2200) return Error::badInput("the year is no year");
    query.year = static_cast<int>(*year);
    return query;
}

Table tableOf(index::Query query, const std::vector<EconomyId>& consumers) {
    Table table;
    table.columns = {{"index", "index", "", Align::left}, {"unit", "unit", "", Align::left}};
    for (const EconomyId consumer : consumers) {
        const std::string& code = (*query.data)[consumer].code;
        for (const char* suffix : {"", "_lo", "_hi"})
            table.columns.push_back({code + suffix, code + suffix, "", Align::right});
        table.columns.push_back({code + "_flags", code + "_flags", "", Align::left});
    }
    for (const index::Definition* definition : index::all()) {
        if (!definition->needsEconomy) continue;
        std::vector<Cell> row{textCell(definition->id), textCell(id(definition->unit))};
        for (const EconomyId consumer : consumers) {
            query.economy = consumer;
            const Figure figure = definition->compute(query);
            row.push_back(numberCell(figure.value));
            row.push_back(numberCell(figure.bounds ? std::optional(figure.bounds->lo) : std::nullopt));
            row.push_back(numberCell(figure.bounds ? std::optional(figure.bounds->hi) : std::nullopt));
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
    const auto arguments = parse(words, options, {});
    if (!arguments) return fail(terminal, arguments.error());
    const auto format = formatOf(*arguments);
    if (!format) return fail(terminal, format.error());
    const auto data = openDataset(*arguments, terminal);
    if (!data) return fail(terminal, data.error());
    const auto consumers = economiesNamed(**data, arguments->value("--for").value_or(""));
    if (!consumers) return fail(terminal, consumers.error());
    if (consumers->empty()) return fail(terminal, Error::badInput("say whom to compare: --for A,B"));
    const auto query = queryOf(*arguments, **data);
    if (!query) return fail(terminal, query.error());
    print(tableOf(*query, *consumers), *format, terminal);
    if (arguments->has("--explain") && *format == Format::table) explainAll(*query, *consumers, terminal.out);
    return Exit::ok;
}

}  // namespace adit::cli

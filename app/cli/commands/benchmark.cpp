#include "app/cli/commands/benchmark.h"

#include "app/cli/commands/answers.h"
#include "core/base/text.h"
#include "core/consumer/figures.h"
#include "core/consumer/host_control.h"
#include "core/criticality/benchmarks.h"
#include "core/export/figures.h"

#include <array>

namespace adit::cli {

const std::string_view benchmarkUsage =
    "usage: adit-cli benchmark --for E [options]\n"
    "\n"
    "The 2030 benchmarks of Regulation (EU) 2024/1252: extraction at least 10 %, processing at least 40 % of annual\n"
    "consumption, and at most 65 % of it from one third country at any stage. For others than the Union they are its\n"
    "yardstick. Recycling (25 %) is not in the dataset by economy and is left out.\n"
    "\n"
    "  --for E            the consumer: a code, a name or a bloc\n"
    "  --mineral M,...    minerals by id, name or alias; all (default)\n"
    "  --year Y           a year; 2024 where it is missing\n"
    "  --view V           located (default), or controlled: the 65 % test by whose firms control the supply; what is\n"
    "                     made at home is a matter of place, and stands in the located view alone\n"
    "  --rule R           who controls: majority (default), operator or equity\n"
    "  --explain          with the supply and the balance that the shares rest on\n"
    "  --dataset FILE     another dataset than the bundled one\n"
    "  --workspace FILE   with the assumptions and own measures of this workspace laid over it\n"
    "  --format F         table (default), csv or json\n"
    "\n"
    "Fields: for mineral stage benchmark share lo hi level verdict tonnes_to_move largest share_of_imports ground "
    "year\n"
    "source flags. Verdicts are met, not-met, uncertain (the bounds straddle the level) and unknown. Of imports alone\n"
    "a share of consumption is known only to be no larger. Exports are taken to\n"
    "leave in proportion from all sources, so that a share of supply is one of consumption.\n"
    "\n"
    "Example: does the Union meet its benchmarks on magnesium?\n"
    "\n"
    "  adit-cli benchmark --for EU27 --mineral magnesium\n";

namespace {

constexpr std::array options{Option{"--for", ""},     Option{"--mineral", ""},   Option{"--year", ""},
                             Option{"--dataset", ""}, Option{"--workspace", ""}, Option{"--format", ""},
                             Option{"--view", ""},    Option{"--rule", ""},      Option{"--explain", "", false}};

// What an economy could have as its consumption: production and net imports by mass.
Estimate consumptionOf(const consumer::Balance& balance) {
    return through(std::array{balance.production}, balance.production.reason, [&](const std::array<double, 1>& x) {
        return std::optional(x[0] + balance.imports - balance.exports);
    });
}

std::vector<Cell> start(const consumer::Question& q, std::string_view benchmark) {
    return {textCell((*q.data)[q.consumer].code), textCell((*q.data)[q.mineral].slug), textCell(id(q.stage)),
            textCell(benchmark)};
}

void add(std::vector<Cell>& row, const criticality::Benchmark& b) {
    const auto end = [&](double Interval::*side) {
        return b.share.bounds ? std::optional((*b.share.bounds).*side) : std::nullopt;
    };
    row.insert(row.end(), {shareCell(b.share.value), shareCell(end(&Interval::lo)), shareCell(end(&Interval::hi)),
                           shareCell(b.level), textCell(criticality::id(b.verdict)), tonnesCell(b.tonnesToMove.value)});
}

// Own output over consumption, where trade by mass tells both.
std::optional<std::vector<Cell>> homeRow(const consumer::Question& q) {
    const auto balance = consumer::balanceOf(q);
    if (!balance || !balance->production.bounds) return std::nullopt;
    const bool mine = q.stage == Stage::mine;
    const criticality::BenchmarkLevels levels;
    auto row = start(q, mine ? "extraction" : "processing");
    add(row, criticality::homeBenchmark(balance->production, consumptionOf(*balance),
                                        mine ? levels.extraction : levels.processing));
    row.insert(row.end(),
               {textCell(""), Cell::missing(State::notApplicable),
                textCell(consumer::describe(consumer::Ground::supplyByMass)), textCell(std::to_string(balance->year)),
                textCell((*q.data)[balance->source].id), textCell(flagText(balance->flags))});
    return row;
}

// A share of imports is at most as large of consumption, where own output comes on top.
Estimate shareOfConsumption(const consumer::Supply& supply, const consumer::Supplier& s) {
    const bool ownOutputKnown =
        supply.ground == consumer::Ground::supplyByMass || supply.ground == consumer::Ground::sourcing;
    const bool byController = supply.flags.has(Flag::unattributedControl);
    if (ownOutputKnown && byController) return {s.share, s.bounds, {}, "who controls it is not known"};
    if (ownOutputKnown) return {s.share, s.bounds, {}, "the share is not known"};
    return {std::nullopt, Interval{0.0, s.bounds.hi}, {}, "own output is not known"};
}

Result<consumer::Supply> supplyIn(const consumer::Question& q, const ViewAsk& view) {
    return view.controlled() ? consumer::controlledSupplyOf(q, view.rule) : consumer::supplyOf(q);
}

// Shares of supply stand for shares of consumption; tonnes only where the trade is by mass.
std::optional<std::vector<Cell>> singleRow(const consumer::Question& q, const ViewAsk& view) {
    const auto supply = supplyIn(q, view);
    if (!supply) return std::nullopt;
    std::vector<criticality::ThirdCountrySupply> thirds;
    for (const consumer::Supplier& s : supply->suppliers) {
        if (!s.isOwn) thirds.push_back({s.economy, shareOfConsumption(*supply, s)});
    }
    auto single =
        criticality::singleCountryBenchmark(thirds, Estimate::known(1.0), criticality::BenchmarkLevels{}.singleCountry);
    if (!single) return std::nullopt;
    if (const consumer::Supplier* largest = supply->find(single->largest)) {
        double imports = 0.0;
        for (const consumer::Supplier& s : supply->suppliers)
            imports += s.isOwn ? 0.0 : s.share.value_or(0.0);
        if (largest->share && imports > 0.0) single->shareOfImports = Estimate::known(*largest->share / imports);
    }
    const auto balance = consumer::balanceOf(q);
    const double consumption = balance ? consumptionOf(*balance).value.value_or(0.0) : 0.0;  // 0: not known
    criticality::Benchmark& b = single->benchmark;
    const bool tonnes = supply->ground == consumer::Ground::supplyByMass && consumption > 0.0 && b.tonnesToMove.value;
    b.tonnesToMove.value = tonnes ? std::optional(*b.tonnesToMove.value * consumption) : std::nullopt;
    auto row = start(q, "single-country");
    add(row, b);
    row.insert(row.end(), {textCell((*q.data)[single->largest].code), shareCell(single->shareOfImports.value),
                           textCell(consumer::describe(supply->ground)), textCell(std::to_string(supply->year)),
                           textCell((*q.data)[supply->source].id), textCell(flagText(supply->flags))});
    return row;
}

Table tableOf(const Dataset& data, const std::vector<EconomyId>& consumers, const std::vector<MineralId>& minerals,
              int year, const ViewAsk& view) {
    Table table;
    for (const char* name : {"for", "mineral", "stage", "benchmark"})
        table.columns.push_back({name, name, "", Align::left});
    for (const char* name : {"share", "lo", "hi", "level"})
        table.columns.push_back({name, name, "", Align::right});
    table.columns.push_back({"verdict", "verdict", "", Align::left});
    table.columns.push_back({"tonnes_to_move", "tonnes_to_move", "", Align::right});
    for (const char* name : {"largest", "share_of_imports", "ground", "year", "source", "flags"})
        table.columns.push_back({name, name, "", Align::left});
    for (const EconomyId consumer : consumers) {
        for (const MineralId mineral : minerals) {
            for (const Stage stage : {Stage::mine, Stage::refine}) {
                const consumer::Question q{&data, consumer, mineral, stage, year, {}};
                auto home = view.controlled() ? std::nullopt : homeRow(q);
                if (home) table.rows.push_back(std::move(*home));
                if (auto row = singleRow(q, view)) table.rows.push_back(std::move(*row));
            }
        }
    }
    return table;
}

// What the rows of one consumer, mineral and stage rest on.
void explain(const consumer::Question& q, const ViewAsk& view, std::ostream& out) {
    const auto supply = supplyIn(q, view);
    if (!supply) return;
    index::Query query;
    query.data = q.data;
    query.mineral = q.mineral;
    query.stage = q.stage;
    query.year = q.year;
    query.economy = q.consumer;
    ComputedFigure figure{nullptr, query, {}};
    consumer::addSuppliers(figure.figure, *q.data, *supply);
    out << '\n' << (*q.data)[q.consumer].name << ", " << (*q.data)[q.mineral].name << ", " << id(q.stage) << '\n';
    if (const auto balance = consumer::balanceOf(q)) {
        consumer::addBalance(figure.figure, q, *balance);
        out << "  extraction, processing = production / (production + imports - exports)\n";
    }
    out << "  single-country = the largest share of supply that is not the consumer's; "
        << consumer::groundLine(*q.data, *supply) << '\n';
    if (!figure.figure.flags.empty()) out << "  flags: " << flagText(figure.figure.flags) << '\n';
    out << toText(inputTable(figure));
}

}  // namespace

Exit benchmark(Words words, Terminal terminal) {
    const auto arguments = parse(words, options, {});
    if (!arguments) return fail(terminal, arguments.error());
    const auto format = formatOf(*arguments);
    if (!format) return fail(terminal, format.error());
    const auto data = openDataset(*arguments, terminal);
    if (!data) return fail(terminal, data.error());
    const auto consumers = economiesNamed(**data, arguments->value("--for").value_or(""));
    if (!consumers) return fail(terminal, consumers.error());
    if (consumers->empty()) return fail(terminal, Error::badInput("say for whom: --for ECONOMY"));
    const auto minerals = mineralsNamed(**data, arguments->value("--mineral").value_or("all"));
    if (!minerals) return fail(terminal, minerals.error());
    const auto year = text::toInt(arguments->value("--year").value_or("2024"));
    if (!year || *year < 1900 || *year > 2200) return fail(terminal, Error::badInput("the year is no year"));
    const auto view = viewOf(*arguments);
    if (!view) return fail(terminal, view.error());
    const Table table = tableOf(**data, *consumers, *minerals, static_cast<int>(*year), *view);
    if (table.rows.empty()) terminal.err << "nothing is published for that\n";
    print(table, *format, terminal);
    if (!arguments->has("--explain") || *format != Format::table) return Exit::ok;
    for (const EconomyId consumer : *consumers) {
        for (const MineralId mineral : *minerals) {
            for (const Stage stage : {Stage::mine, Stage::refine})
                explain({data->get(), consumer, mineral, stage, static_cast<int>(*year)}, *view, terminal.out);
        }
    }
    return Exit::ok;
}

}  // namespace adit::cli

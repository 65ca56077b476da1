#include "app/cli/commands/benchmark.h"

#include "app/cli/commands/asking.h"
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
    add(row, criticality::homeBenchmark(balance->production, consumer::apparentConsumption(*balance),
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
    const double consumption =
        balance ? consumer::apparentConsumption(*balance).value.value_or(0.0) : 0.0;  // 0: not known
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

struct Asked {
    std::vector<EconomyId> consumers;
    std::vector<MineralId> minerals;
    int year = 0;
    ViewAsk view;
};

Result<Asked> askedOf(const Call& call) {
    const auto consumers = consumersOf(call.arguments, *call.data);
    if (!consumers) return consumers.error();
    const auto minerals = mineralsOf(call.arguments, *call.data);
    if (!minerals) return minerals.error();
    const auto year = yearOf(call.arguments);
    if (!year) return year.error();
    const auto view = viewOf(call.arguments);
    if (!view) return view.error();
    return Asked{*consumers, *minerals, *year, *view};
}

// One for every consumer, mineral and stage with a benchmark.
std::vector<consumer::Question> questionsOf(const Dataset& data, const Asked& asked) {
    std::vector<consumer::Question> questions;
    for (const EconomyId consumer : asked.consumers) {
        for (const MineralId mineral : asked.minerals) {
            for (const Stage stage : {Stage::mine, Stage::refine})
                questions.push_back({&data, consumer, mineral, stage, asked.year});
        }
    }
    return questions;
}

Table tableOf(const std::vector<consumer::Question>& questions, const ViewAsk& view) {
    Table table;
    addColumns(table, Align::left, {"for", "mineral", "stage", "benchmark"});
    addColumns(table, Align::right, {"share", "lo", "hi", "level"});
    addColumns(table, Align::left, {"verdict"});
    addColumns(table, Align::right, {"tonnes_to_move"});
    addColumns(table, Align::left, {"largest", "share_of_imports", "ground", "year", "source", "flags"});
    for (const consumer::Question& q : questions) {
        auto home = view.controlled() ? std::nullopt : homeRow(q);
        if (home) table.rows.push_back(std::move(*home));
        if (auto row = singleRow(q, view)) table.rows.push_back(std::move(*row));
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
    const auto call = callWithData(words, options, terminal);
    if (!call) return fail(terminal, call.error());
    const auto asked = askedOf(*call);
    if (!asked) return fail(terminal, asked.error());
    const auto questions = questionsOf(*call->data, *asked);
    printFound(tableOf(questions, asked->view), call->format, terminal);
    for (const consumer::Question& q : questions) {
        if (call->explains()) explain(q, asked->view, terminal.out);
    }
    return Exit::ok;
}

}  // namespace adit::cli

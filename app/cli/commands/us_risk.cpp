#include "app/cli/commands/us_risk.h"

#include "app/cli/commands/asking.h"
#include "app/cli/commands/names.h"
#include "core/base/text.h"
#include "core/consumer/us_risk.h"

#include <array>

namespace adit::cli {

const std::string_view usRiskUsage =
    "usage: adit-cli us-risk --mineral M [options]\n"
    "\n"
    "Supply risk by the United States' method (Nassar et al. 2020; Nassar & Fortier 2021): the cube root of "
    "disruption\n"
    "potential, trade exposure and economic vulnerability. How unable and unwilling producers are to supply and how\n"
    "vulnerable industries are is not published here: what you do not give lies between 0 and 1. How the two are\n"
    "combined could not be read in a publication, so that no result is a USGS value.\n"
    "\n"
    "  --mineral M,...      minerals by id, name or alias, or all\n"
    "  --for E              the consumer: a code, a name or a bloc; USA where it is missing\n"
    "  --stage S            mine (default), refine or component\n"
    "  --year Y             2023, or 2020..2023 for each year and their mean by recency; 2024 where it is missing\n"
    "  --inability E=X,...  of producers, 0 able to 1 unable: a number or a range such as 0.2..0.6; of all others "
    "ALL=X\n"
    "  --unwillingness ...  the same\n"
    "  --vulnerability X    of the using industries, 0..1: a number or a range\n"
    "  --combine N          product (default), geometric-mean or max of inability and unwillingness\n"
    "  --weights W,...      of the years of the mean, oldest first; 1,2,3,4\n"
    "  --dataset FILE       another dataset than the bundled one\n"
    "  --workspace FILE     with the assumptions and own measures of this workspace laid over it\n"
    "  --format F           table (default), csv or json\n"
    "\n"
    "Fields: for mineral stage year value lo hi disruption_lo disruption_hi exposure_lo exposure_hi vulnerability_lo\n"
    "vulnerability_hi combine flags reason. The year `mean` is over the years by recency, of their bounds.\n"
    "\n"
    "Example: how high can the risk of cobalt be if the DR Congo is half unable and fairly unwilling?\n"
    "\n"
    "  adit-cli us-risk --mineral cobalt --inability COD=0.5 --unwillingness COD=0.6 --vulnerability 0.3..0.5\n";

namespace {

using criticality::Combination;

constexpr std::array options{Option{"--mineral", ""}, Option{"--for", ""},           Option{"--stage", ""},
                             Option{"--year", ""},    Option{"--inability", ""},     Option{"--combine", ""},
                             Option{"--weights", ""}, Option{"--unwillingness", ""}, Option{"--vulnerability", ""},
                             Option{"--dataset", ""}, Option{"--format", ""},        Option{"--workspace", ""}};

struct Asked {
    DatasetPtr data;
    index::Query query;
    std::vector<MineralId> minerals;
    Years years{false, 2024, 2024};
    consumer::UsRiskInputs inputs;
    std::vector<double> weights{1.0, 2.0, 3.0, 4.0};
};

Result<Interval> fractionNamed(const std::string& word) {
    const auto range = intervalNamed(word);
    if (range && (range->lo < 0.0 || range->hi > 1.0)) return Error::badInput("\"" + word + "\" lies outside 0..1");
    return range;
}

Status readProducers(const Arguments& arguments, std::string_view option, const Dataset& data,
                     std::map<EconomyId, Interval>& values) {
    const auto parts = partsNamed(arguments.value(option).value_or(""), '=');
    if (!parts) return parts.error();
    std::optional<Interval> rest;
    for (const auto& [name, word] : *parts) {
        const auto range = fractionNamed(word);
        if (!range) return range.error();
        if (name == "ALL") {
            rest = *range;
            continue;
        }
        const auto economy = economyNamed(data, name);
        if (!economy) return economy.error();
        values[*economy] = *range;
    }
    for (std::size_t e = 0; rest && e < data.economies.size(); ++e) {
        if (data.economies[e].kind == EconomyKind::economy) values.try_emplace(EconomyId(e), *rest);
    }
    return Done{};
}

Status readInputs(const Arguments& arguments, Asked& asked) {
    const Dataset& data = *asked.data;
    if (const Status s = readProducers(arguments, "--inability", data, asked.inputs.inability); !s) return s;
    if (const Status s = readProducers(arguments, "--unwillingness", data, asked.inputs.unwillingness); !s) return s;
    if (const auto word = arguments.value("--vulnerability")) {
        const auto range = fractionNamed(*word);
        if (!range) return range.error();
        asked.inputs.vulnerability = *range;
    }
    const std::string combine = arguments.value("--combine").value_or("product");
    for (const Combination c : {Combination::product, Combination::geometricMean, Combination::largest}) {
        if (consumer::describe(c) != combine) continue;
        asked.inputs.combination = c;
        return Done{};
    }
    return Error::badInput("\"" + combine + "\" is none of product, geometric-mean, max");
}

Status readWeights(const Arguments& arguments, Asked& asked) {
    const auto words = arguments.value("--weights");
    if (!words) return Done{};
    asked.weights.clear();
    for (const std::string_view word : text::split(*words, ',')) {
        const auto weight = text::toDouble(text::trim(word));
        if (!weight || *weight < 0.0) return Error::badInput("\"" + std::string(word) + "\" is no weight");
        asked.weights.push_back(*weight);
    }
    return Done{};
}

Status readMinerals(const Arguments& arguments, Asked& asked) {
    const auto minerals = mineralsNamed(*asked.data, arguments.value("--mineral").value_or(""));
    if (!minerals) return minerals.error();
    if (minerals->empty()) return Error::badInput("say of which mineral: --mineral NAME");
    asked.minerals = *minerals;
    return Done{};
}

Status readPlace(const Arguments& arguments, Asked& asked) {
    const auto economy = economyNamed(*asked.data, arguments.value("--for").value_or("USA"));
    if (!economy) return economy.error();
    const auto stage = stageOf(arguments, Stage::mine);
    if (!stage) return stage.error();
    const auto years = yearsNamed(arguments.value("--year").value_or("2024"));
    if (!years) return years.error();
    if (years->latest) return Error::badInput("say a year: 2023 or 2020..2023");
    asked.years = *years;
    asked.query.data = asked.data.get();
    asked.query.economy = *economy;
    asked.query.stage = *stage;
    return Done{};
}

Status checkWeights(const Arguments&, Asked& asked) {
    const auto count = static_cast<std::size_t>(asked.years.last - asked.years.first) + 1;
    if (count > 1 && count > asked.weights.size()) return Error::badInput("there are more years than --weights");
    return Done{};
}

Result<Asked> askedOf(const Call& call) {
    Asked asked;
    asked.data = call.data;
    for (const auto& read : {readMinerals, readPlace, readInputs, readWeights, checkWeights}) {
        if (const Status status = read(call.arguments, asked); !status) return status.error();
    }
    return asked;
}

std::vector<Cell> startOf(const Asked& asked, MineralId mineral, std::string_view year) {
    const Dataset& data = *asked.data;
    return {textCell(data[*asked.query.economy].code), textCell(data[mineral].slug), textCell(id(asked.query.stage)),
            textCell(year)};
}

void addEnds(std::vector<Cell>& cells, const Estimate& estimate) {
    const Interval range = estimate.bounds.value_or(Interval{0.0, 1.0});
    cells.push_back(endCell(range, &Interval::lo));
    cells.push_back(endCell(range, &Interval::hi));
}

std::vector<Cell> rowOf(const Asked& asked, MineralId mineral, int year, const consumer::UsRisk& risk) {
    std::vector<Cell> cells = startOf(asked, mineral, std::to_string(year));
    cells.push_back(numberCell(risk.risk.value));
    addEnds(cells, risk.risk);
    for (const Estimate* factor : {&risk.disruption, &risk.exposure, &risk.vulnerability})
        addEnds(cells, *factor);
    cells.push_back(textCell(consumer::describe(asked.inputs.combination)));
    cells.push_back(textCell(flagText(risk.risk.flags)));
    cells.push_back(textCell(risk.risk.reason));
    return cells;
}

// Of values and of bounds alike: the newest year counts most.
std::vector<Cell> meanRow(const Asked& asked, MineralId mineral, const std::vector<Estimate>& years) {
    std::array<std::vector<double>, 3> columns;
    for (const Estimate& year : years) {
        if (year.value) columns[0].push_back(*year.value);
        columns[1].push_back(year.bounds->lo);
        columns[2].push_back(year.bounds->hi);
    }
    std::vector<Cell> cells = startOf(asked, mineral, "mean");
    for (const std::vector<double>& column : columns) {
        const bool complete = column.size() == years.size();
        const auto mean = complete ? criticality::recencyMean(column, asked.weights) : Error::missing("a year");
        cells.push_back(numberCell(mean ? std::optional(*mean) : std::nullopt));
    }
    for (int i = 0; i < 6; ++i)
        cells.push_back(numberCell({}));
    cells.push_back(textCell(consumer::describe(asked.inputs.combination)));
    std::vector<std::string> weights;
    for (const double weight : std::span(asked.weights).last(years.size()))
        weights.push_back(text::shortest(weight));
    cells.push_back(textCell(""));
    cells.push_back(textCell("weights " + text::join(weights, ", ")));
    return cells;
}

Table tableOf(const Asked& asked) {
    Table table;
    addColumns(table, Align::left, {"for", "mineral", "stage", "year"});
    addColumns(table, Align::right,
               {"value", "lo", "hi", "disruption_lo", "disruption_hi", "exposure_lo", "exposure_hi", "vulnerability_lo",
                "vulnerability_hi"});
    addColumns(table, Align::left, {"combine", "flags", "reason"});
    for (const MineralId mineral : asked.minerals) {
        std::vector<Estimate> years;
        for (int year = asked.years.first; year <= asked.years.last; ++year) {
            index::Query query = asked.query;
            query.mineral = mineral;
            query.year = year;
            const auto risk = consumer::usRiskOf(query, asked.inputs);
            if (!risk || !risk->risk.bounds) continue;
            years.push_back(risk->risk);
            table.rows.push_back(rowOf(asked, mineral, year, *risk));
        }
        if (years.size() > 1) table.rows.push_back(meanRow(asked, mineral, years));
    }
    return table;
}

}  // namespace

Exit usRisk(Words words, Terminal terminal) {
    const auto call = callWithData(words, options, terminal);
    if (!call) return fail(terminal, call.error());
    const auto asked = askedOf(*call);
    if (!asked) return fail(terminal, asked.error());
    printFound(tableOf(*asked), call->format, terminal);
    return Exit::ok;
}

}  // namespace adit::cli

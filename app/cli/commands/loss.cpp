#include "app/cli/commands/loss.h"

#include "app/cli/commands/asking.h"
#include "app/cli/commands/names.h"
#include "core/base/text.h"
#include "core/consumer/sole_producer.h"
#include "core/criticality/us_risk.h"

#include <array>

namespace adit::cli {

const std::string_view lossUsage =
    "usage: adit-cli loss [FILE.csv] [--mineral M] [options]\n"
    "\n"
    "Probability-weighted loss (Nassar et al. 2025, USGS OFR 2025-1047): the sum of probability times effect over\n"
    "scenarios that you bring; effects on output are not computed here. For a mineral also what USGS published for "
    "the\n"
    "United States in 2025, and whether a single facility is all that is listed at home.\n"
    "\n"
    "  FILE.csv           columns scenario, probability (a year, 0..1), effect (negative is a loss)\n"
    "  --mineral M        a mineral by id, name or alias\n"
    "  --for E            whose facilities: a code or a name; USA where it is missing\n"
    "  --dataset FILE     another dataset than the bundled one\n"
    "  --workspace FILE   with the assumptions and own measures of this workspace laid over it\n"
    "  --format F         table (default), csv or json\n"
    "\n"
    "Fields: row name probability effect value unit year source note. The rows: `scenario` with its part of the sum "
    "as\n"
    "value, `expected`, `worst`, `contributes-most`, `published`, and for each stage `single-point` (one facility is\n"
    "listed) or `several`; their value is the listed facilities' share of own output where both are published.\n"
    "\n"
    "Example: what does a list of scenarios for gallium come to?\n"
    "\n"
    "  printf 'scenario,probability,effect\\nChina stops,0.05,-3100\\nChina halves,0.2,-900\\n' > gallium.csv\n"
    "  adit-cli loss gallium.csv --mineral gallium\n";

namespace {

constexpr std::array options{Option{"--mineral", ""}, Option{"--for", ""}, Option{"--dataset", ""},
                             Option{"--workspace", ""}, Option{"--format", ""}};

struct Line {
    std::string_view row;
    std::string name;
    std::optional<double> probability{};
    std::optional<double> effect{};
    std::optional<double> value{};
    std::string unit{};
    std::string year{};
    std::string source{};
    std::string note{};
};

void add(Table& table, const Line& line) {
    table.rows.push_back({textCell(line.row), textCell(line.name), numberCell(line.probability),
                          numberCell(line.effect), numberCell(line.value), textCell(line.unit), textCell(line.year),
                          textCell(line.source), textCell(line.note)});
}

Status addScenarios(const std::string& file, Table& table) {
    const auto own = OwnTable::read(file, {"scenario", "probability", "effect"}, {});
    if (!own) return own.error();
    std::vector<criticality::LossScenario> scenarios;
    std::vector<std::string> names;
    for (std::size_t row = 0; row < own->rows(); ++row) {
        const auto probability = own->neededNumber(row, "probability", {0.0, 1.0});
        if (!probability) return probability.error();
        const auto effect = own->neededNumber(row, "effect", {-unbounded, unbounded});
        if (!effect) return effect.error();
        names.push_back(own->text(row, "scenario"));
        scenarios.push_back({*probability, *effect});
        add(table, {"scenario", names.back(), *probability, *effect, *probability * *effect});
    }
    const auto loss = criticality::expectedLoss(scenarios);
    if (!loss) return loss.error();
    const auto& worst = scenarios[loss->worst];
    const auto& most = scenarios[loss->contributesMost];
    add(table, {"expected", "sum of probability times effect", {}, {}, loss->expected});
    add(table, {"worst", names[loss->worst], worst.probability, worst.effect, worst.probability * worst.effect});
    add(table, {"contributes-most", names[loss->contributesMost], most.probability, most.effect,
                most.probability * most.effect});
    return Done{};
}

void addPublished(const Dataset& data, MineralId mineral, Table& table) {
    for (const PublishedResult& row : data.published) {
        if (row.study != "US-2025" || row.mineral != mineral) continue;
        const bool usd = row.quantity.ends_with("_usd");
        add(table, {"published",
                    row.quantity,
                    {},
                    {},
                    row.value,
                    usd ? "USD" : "1",
                    std::to_string(row.year),
                    data[row.source].id,
                    row.quantity.find("lower_bound") == std::string::npos ? "" : "at least"});
    }
}

// Of the user's, with its range.
void addAssumed(const Dataset& data, MineralId mineral, Table& table) {
    const auto of = data.economy(traitsOf(Assumable::expectedLoss).onlyOf);
    const Assumed* own = of ? data.assumedFor(Assumable::expectedLoss, *of, mineral) : nullptr;
    if (own == nullptr) return;
    const std::string range =
        own->bounds.exact() ? "" : text::shortest(own->bounds.lo) + " to " + text::shortest(own->bounds.hi);
    add(table, {"assumed", "expected loss of GDP", {}, {}, own->central, "USD", "", "", range});
}

void addFacilities(const Dataset& data, EconomyId economy, MineralId mineral, Table& table) {
    for (const consumer::DomesticFacilities& at : consumer::domesticFacilities(data, economy, mineral)) {
        const Facility& first = *at.operating.front();
        const std::string count = std::to_string(at.operating.size());
        add(table,
            {at.single() ? "single-point" : "several",
             at.single() ? first.name : count + " facilities",
             {},
             {},
             at.covered,
             "of own output",
             std::to_string(first.year),
             data[first.source].id,
             std::string(id(at.stage)) + ", of those listed" + (at.isAssumed ? ", with output as you assume it" : "") +
                 (first.note.empty() ? "" : "; " + first.note)});
    }
}

Status addMineral(const Arguments& arguments, Table& table, Terminal terminal) {
    const auto data = openDataset(arguments, terminal);
    if (!data) return data.error();
    const auto mineral = mineralNamed(**data, *arguments.value("--mineral"));
    if (!mineral) return mineral.error();
    const auto economy = economyNamed(**data, arguments.value("--for").value_or("USA"));
    if (!economy) return economy.error();
    addPublished(**data, *mineral, table);
    addAssumed(**data, *mineral, table);
    addFacilities(**data, *economy, *mineral, table);
    return Done{};
}

}  // namespace

Exit loss(Words words, Terminal terminal) {
    const auto call = callOf(words, options, {"[FILE.csv]"});
    if (!call) return fail(terminal, call.error());
    const Arguments& arguments = call->arguments;
    if (arguments.places.empty() && !arguments.has("--mineral"))
        return fail(terminal, Error::badInput("give a file of scenarios, or --mineral NAME"));
    Table table;
    addColumns(table, Align::left, {"row", "name"});
    addColumns(table, Align::right, {"probability", "effect", "value"});
    addColumns(table, Align::left, {"unit", "year", "source", "note"});
    if (!arguments.places.empty()) {
        if (const Status status = addScenarios(arguments.places[0], table); !status)
            return fail(terminal, status.error());
    }
    if (arguments.has("--mineral")) {
        if (const Status status = addMineral(arguments, table, terminal); !status)
            return fail(terminal, status.error());
    }
    printFound(table, call->format, terminal);
    return Exit::ok;
}

}  // namespace adit::cli

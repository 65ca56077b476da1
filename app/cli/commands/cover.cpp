#include "app/cli/commands/cover.h"

#include "app/cli/commands/answers.h"
#include "core/base/text.h"
#include "core/consumer/stock.h"
#include "core/stockpiles/cover.h"

#include <algorithm>
#include <array>

namespace adit::cli {

const std::string_view coverUsage =
    "usage: adit-cli cover --for E|all [options]\n"
    "\n"
    "Stockpile programmes against consumption: the days a stock lasts when all supply stops, or the tonnes that a\n"
    "programme given in days means.\n"
    "\n"
    "  --for E,...        economies by code or name, or all that have a programme\n"
    "  --mineral M,...    minerals by id, name or alias; all (default)\n"
    "  --target DAYS      what a stock of so many days takes, beside the programmes\n"
    "  --year Y           consumption of this year or the latest before it; 2024 where it is missing\n"
    "  --dataset FILE     another dataset than the bundled one\n"
    "  --workspace FILE   with the assumptions and own measures of this workspace laid over it\n"
    "  --format F         table (default), csv or json\n"
    "\n"
    "Fields: for mineral programme status holder days tonnes published consumption_t denominator consumption_year\n"
    "target_t gap_t source. `published` says which of days and tonnes the source gives; the other follows from\n"
    "consumption and is missing without it. Programmes of money alone are not stocks.\n"
    "\n"
    "Example: what would 60 days of cobalt take in Japan?\n"
    "\n"
    "  adit-cli cover --for JPN --mineral cobalt --target 60\n";

namespace {

constexpr std::array options{Option{"--for", ""},   Option{"--mineral", ""}, Option{"--target", ""},
                             Option{"--year", ""},  Option{"--dataset", ""}, Option{"--workspace", ""},
                             Option{"--format", ""}};

struct Asked {
    DatasetPtr data;
    std::vector<EconomyId> economies;
    std::vector<MineralId> minerals;
    std::optional<double> target;
    int year = 2024;
    bool named = false;
};

std::vector<EconomyId> withProgrammes(const Dataset& data) {
    std::vector<EconomyId> out;
    for (const StockpileRow& row : data.stockpiles) {
        if (!row.moneyOnly) out.push_back(row.economy);
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

Result<Asked> askedOf(const Arguments& arguments) {
    Asked asked;
    auto data = openDataset(arguments);
    if (!data) return data.error();
    asked.data = *data;
    const std::string who = arguments.value("--for").value_or("");
    if (who.empty()) return Error::badInput("say whose stocks: --for ECONOMY, or --for all");
    const auto economies = who == "all" ? Result(withProgrammes(**data)) : economiesNamed(**data, who);
    if (!economies) return economies.error();
    asked.economies = *economies;
    const std::string minerals = arguments.value("--mineral").value_or("all");
    const auto ids = mineralsNamed(**data, minerals);
    if (!ids) return ids.error();
    asked.minerals = *ids;
    asked.named = minerals != "all";
    if (const auto target = arguments.value("--target")) {
        asked.target = text::toDouble(*target);
        if (!asked.target || *asked.target < 0.0) return Error::badInput("the target is no number of days");
    }
    const auto year = text::toInt(arguments.value("--year").value_or("2024"));
    if (!year || *year < 1900 || *year > 2200) return Error::badInput("the year is no year");
    asked.year = static_cast<int>(*year);
    return asked;
}

std::vector<Cell> consumptionCells(const std::optional<consumer::ConsumptionFigure>& c) {
    if (!c) return {Cell::missing(State::unknown), textCell(""), textCell("")};
    return {tonnesCell(c->tonnes), textCell(c->denominator), textCell(std::to_string(c->year))};
}

std::vector<Cell> rowOf(const Asked& asked, EconomyId economy, MineralId mineral,
                        const consumer::ProgrammeCover& cover) {
    const Dataset& data = *asked.data;
    const auto use = cover.consumption ? std::optional(cover.consumption->tonnes) : std::nullopt;
    std::vector<Cell> row{
        textCell(data[economy].code),   textCell(data[mineral].slug),
        textCell(cover.row->programme), textCell(cover.row->status),
        textCell(cover.row->holder),    numberCell(cover.days),
        tonnesCell(cover.tonnes),       textCell(cover.publishedInDays ? "days" : cover.row->tonnes ? "tonnes" : "")};
    for (Cell& cell : consumptionCells(cover.consumption))
        row.push_back(std::move(cell));
    const auto target = asked.target ? stockpiles::tonnesFor(*asked.target, use) : Error::missing("a target");
    const auto held = cover.row->status == "held" ? cover.tonnes : std::nullopt;
    const auto gap = stockpiles::gapTo(asked.target.value_or(0.0), {held, 0.0, {}, use});
    row.push_back(tonnesCell(target ? std::optional(*target) : std::nullopt));
    row.push_back(tonnesCell(gap && asked.target ? std::optional(gap->tonnes) : std::nullopt));
    row.push_back(textCell(data[cover.row->source].id));
    return row;
}

// An economy without a programme still has a consumption, and a target its tonnes.
std::vector<Cell> emptyRow(const Asked& asked, EconomyId economy, MineralId mineral) {
    const Dataset& data = *asked.data;
    const auto consumption = consumer::consumptionOf(data, economy, mineral, asked.year);
    const auto use = consumption ? std::optional(consumption->tonnes) : std::nullopt;
    std::vector<Cell> row{textCell(data[economy].code),
                          textCell(data[mineral].slug),
                          textCell("no programme"),
                          textCell(""),
                          textCell(""),
                          Cell::missing(State::unknown),
                          Cell::missing(State::unknown),
                          textCell("")};
    for (Cell& cell : consumptionCells(consumption))
        row.push_back(std::move(cell));
    const auto target = asked.target ? stockpiles::tonnesFor(*asked.target, use) : Error::missing("a target");
    row.push_back(tonnesCell(target ? std::optional(*target) : std::nullopt));
    row.push_back(Cell::missing(State::unknown));
    row.push_back(textCell(consumption ? data[consumption->source].id : ""));
    return row;
}

Table tableOf(const Asked& asked) {
    Table table;
    for (const char* name : {"for", "mineral", "programme", "status", "holder"})
        table.columns.push_back({name, name, "", Align::left});
    table.columns.push_back({"days", "days", "", Align::right});
    table.columns.push_back({"tonnes", "tonnes", "", Align::right});
    table.columns.push_back({"published", "published", "", Align::left});
    table.columns.push_back({"consumption_t", "consumption_t", "", Align::right});
    table.columns.push_back({"denominator", "denominator", "", Align::left});
    table.columns.push_back({"consumption_year", "consumption_year", "", Align::left});
    table.columns.push_back({"target_t", "target_t", "", Align::right});
    table.columns.push_back({"gap_t", "gap_t", "", Align::right});
    table.columns.push_back({"source", "source", "", Align::left});
    for (const EconomyId economy : asked.economies) {
        for (const MineralId mineral : asked.minerals) {
            const auto programmes = consumer::programmesOf(*asked.data, economy, mineral, asked.year);
            for (const consumer::ProgrammeCover& cover : programmes) {
                // A programme for all minerals says something only of a mineral that was asked for.
                if (cover.row->mineral.valid() || asked.named)
                    table.rows.push_back(rowOf(asked, economy, mineral, cover));
            }
            if (programmes.empty() && asked.named) table.rows.push_back(emptyRow(asked, economy, mineral));
        }
    }
    return table;
}

}  // namespace

Exit cover(Words words, Terminal terminal) {
    const auto arguments = parse(words, options, {});
    if (!arguments) return fail(terminal, arguments.error());
    const auto format = formatOf(*arguments);
    if (!format) return fail(terminal, format.error());
    const auto asked = askedOf(*arguments);
    if (!asked) return fail(terminal, asked.error());
    print(tableOf(*asked), *format, terminal);
    return Exit::ok;
}

}  // namespace adit::cli

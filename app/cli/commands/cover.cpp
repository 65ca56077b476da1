#include "app/cli/commands/cover.h"

#include "app/cli/commands/answers.h"
#include "app/cli/commands/names.h"
#include "core/base/text.h"
#include "core/consumer/figures.h"
#include "core/consumer/host_control.h"
#include "core/consumer/stock.h"
#include "core/export/figures.h"
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
    "  --view V           who stops for net_days: the largest supplier by place (located, default) or by whose firms\n"
    "                     control the supply (controlled)\n"
    "  --rule R           who controls: majority (default), operator or equity\n"
    "  --stage S          of that supply: mine, refine or component; refine where it is missing, and mine for what "
    "nothing\n"
    "                     refined is published of\n"
    "  --explain          with the supply that is lost\n"
    "  --dataset FILE     another dataset than the bundled one\n"
    "  --workspace FILE   with the assumptions and own measures of this workspace laid over it\n"
    "  --format F         table (default), csv or json\n"
    "\n"
    "Fields: for mineral programme status holder days tonnes published consumption_t denominator consumption_year\n"
    "target_t gap_t source stops lost lost_hi net_days. `net_days` is how long the stock lasts when only `stops` "
    "does,\n"
    "who gives the share `lost` of the supply, at least; nobody steps in. `published` says which of days and tonnes "
    "the source gives; the other follows from\n"
    "consumption and is missing without it. Programmes of money alone are not stocks.\n"
    "\n"
    "Example: what would 60 days of cobalt take in Japan?\n"
    "\n"
    "  adit-cli cover --for JPN --mineral cobalt --target 60\n";

namespace {

constexpr std::array options{Option{"--for", ""},    Option{"--mineral", ""},       Option{"--target", ""},
                             Option{"--year", ""},   Option{"--dataset", ""},       Option{"--workspace", ""},
                             Option{"--format", ""}, Option{"--view", ""},          Option{"--rule", ""},
                             Option{"--stage", ""},  Option{"--explain", "", false}};

struct Asked {
    DatasetPtr data;
    std::vector<EconomyId> economies;
    std::vector<MineralId> minerals;
    std::optional<double> target;
    int year = 2024;
    bool named = false;
    ViewAsk view;
    std::optional<Stage> stage;
    Stage stageOf(MineralId mineral) const { return stage.value_or(consumer::stockedStage(*data, mineral)); }
};

// Who stops: the largest supplier that is not the consumer itself.
struct Stopped {
    std::optional<EconomyId> economy;
    Interval lost;
    std::optional<consumer::Supply> supply;
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

Result<Asked> askedOf(const Arguments& arguments, Terminal terminal) {
    Asked asked;
    auto data = openDataset(arguments, terminal);
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
    const auto view = viewOf(arguments);
    if (!view) return view.error();
    asked.view = *view;
    if (const auto word = arguments.value("--stage")) {
        const auto stage = stageNamed(*word);
        if (!stage) return stage.error();
        asked.stage = *stage;
    }
    return asked;
}

Stopped stoppedOf(const Asked& asked, EconomyId economy, MineralId mineral) {
    const consumer::Question q{asked.data.get(), economy, mineral, asked.stageOf(mineral), asked.year};
    auto supply = asked.view.controlled() ? consumer::controlledSupplyOf(q, asked.view.rule) : consumer::supplyOf(q);
    Stopped out;
    if (!supply) return out;
    for (const consumer::Supplier& s : supply->suppliers) {
        if (s.isOwn || s.economy == economy) continue;
        const double lost = s.share.value_or(s.bounds.lo);
        if (out.economy && lost <= out.lost.lo) continue;
        out.economy = s.economy;
        out.lost = {lost, std::max(lost, s.bounds.hi)};
    }
    out.supply = std::move(*supply);
    return out;
}

// Of imports alone a share of the whole supply is known only to be no larger: so are the days no fewer.
void addNetCover(const Asked& asked, EconomyId economy, MineralId mineral, std::optional<double> days,
                 std::vector<Cell>& row) {
    const Stopped stopped = stoppedOf(asked, economy, mineral);
    const bool lost = stopped.economy && stopped.lost.lo > 0.0;
    row.insert(row.end(), {textCell(stopped.economy ? (*asked.data)[*stopped.economy].code : ""),
                           shareCell(lost ? std::optional(stopped.lost.lo) : std::nullopt),
                           shareCell(lost ? std::optional(stopped.lost.hi) : std::nullopt),
                           numberCell(lost && days ? std::optional(*days / stopped.lost.lo) : std::nullopt)});
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
    addNetCover(asked, economy, mineral, cover.days, row);
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
    addNetCover(asked, economy, mineral, std::nullopt, row);
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
    addColumns(table, {"source", "stops"}, Align::left);
    addColumns(table, {"lost", "lost_hi", "net_days"}, Align::right);
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

void explain(const Asked& asked, EconomyId economy, MineralId mineral, std::ostream& out) {
    const Stopped stopped = stoppedOf(asked, economy, mineral);
    if (!stopped.supply) return;
    const Dataset& data = *asked.data;
    index::Query query;
    query.data = &data;
    query.mineral = mineral;
    query.stage = asked.stageOf(mineral);
    query.year = asked.year;
    query.economy = economy;
    ComputedFigure figure{nullptr, query, {}};
    consumer::addSuppliers(figure.figure, data, *stopped.supply);
    out << '\n'
        << data[economy].name << ", " << data[mineral].name << ", " << id(query.stage)
        << "\n  days = 365 stock / consumption; net_days = days / lost; " << consumer::groundLine(data, *stopped.supply)
        << '\n';
    if (!figure.figure.flags.empty()) out << "  flags: " << flagText(figure.figure.flags) << '\n';
    out << toText(inputTable(figure));
}

}  // namespace

Exit cover(Words words, Terminal terminal) {
    const auto arguments = parse(words, options, {});
    if (!arguments) return fail(terminal, arguments.error());
    const auto format = formatOf(*arguments);
    if (!format) return fail(terminal, format.error());
    const auto asked = askedOf(*arguments, terminal);
    if (!asked) return fail(terminal, asked.error());
    print(tableOf(*asked), *format, terminal);
    if (!arguments->has("--explain") || *format != Format::table) return Exit::ok;
    for (const EconomyId economy : asked->economies) {
        for (const MineralId mineral : asked->minerals) {
            if (asked->named || !consumer::programmesOf(*asked->data, economy, mineral, asked->year).empty())
                explain(*asked, economy, mineral, terminal.out);
        }
    }
    return Exit::ok;
}

}  // namespace adit::cli

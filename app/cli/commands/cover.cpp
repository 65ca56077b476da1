#include "app/cli/commands/cover.h"

#include "app/cli/commands/asking.h"
#include "app/cli/commands/names.h"
#include "core/base/text.h"
#include "core/consumer/figures.h"
#include "core/consumer/holding.h"
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
    "target_t gap_t target_usd gap_usd source stops lost lost_hi net_days. What a target takes, and what of it is\n"
    "missing, is also given at the price of the year. `net_days` is how long the stock lasts when only `stops` does,\n"
    "who gives the share `lost` of the supply, at least; nobody steps in. `published` says which of days and tonnes\n"
    "the source gives; the other follows from consumption and is missing without it. Programmes of money alone are\n"
    "not stocks. Of a workspace, consumption is that of every row, and what else it says of a stock is a row of its\n"
    "own, with the status `assumed`.\n"
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
    for (const Assumed& assumed : data.assumed) {
        if (assumed.what == Assumable::stock) out.push_back(assumed.economy);
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

Status readWho(const Arguments& arguments, Asked& asked) {
    const std::string who = arguments.value("--for").value_or("");
    if (who == "all") {
        asked.economies = withProgrammes(*asked.data);
        return Done{};
    }
    const auto economies = consumersOf(arguments, *asked.data, "say whose stocks: --for ECONOMY, or --for all");
    if (!economies) return economies.error();
    asked.economies = *economies;
    return Done{};
}

Status readTarget(const Arguments& arguments, Asked& asked) {
    const auto target = arguments.value("--target");
    if (!target) return Done{};
    asked.target = text::toDouble(*target);
    if (!asked.target || *asked.target < 0.0) return Error::badInput("the target is no number of days");
    return Done{};
}

Status readSupply(const Arguments& arguments, Asked& asked) {
    const auto query = queryOf(arguments, *asked.data);
    if (!query) return query.error();
    asked.year = query->year;
    if (arguments.has("--stage")) asked.stage = query->stage;
    asked.view = {query->view, query->rule};
    return Done{};
}

Result<Asked> askedOf(const Call& call) {
    Asked asked;
    asked.data = call.data;
    if (const Status status = readWho(call.arguments, asked); !status) return status.error();
    const auto minerals = mineralsOf(call.arguments, *call.data);
    if (!minerals) return minerals.error();
    asked.minerals = *minerals;
    asked.named = namesMinerals(call.arguments);
    for (const auto& read : {readTarget, readSupply}) {
        if (const Status status = read(call.arguments, asked); !status) return status.error();
    }
    return asked;
}

consumer::Question questionOf(const Asked& asked, EconomyId economy, MineralId mineral) {
    return {asked.data.get(), economy, mineral, asked.stageOf(mineral), asked.year};
}

Stopped stoppedOf(const Asked& asked, EconomyId economy, MineralId mineral) {
    const consumer::Question q = questionOf(asked, economy, mineral);
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

// The user's before the published one.
std::optional<consumer::ConsumptionFigure> useOf(const consumer::Holding& h) {
    const Assumed* own = h.consumption.assumed;
    if (own != nullptr) return consumer::ConsumptionFigure{own->central, "assumed", 0, {}};
    const consumer::Question& q = h.question;
    return consumer::consumptionOf(*q.data, q.consumer, q.mineral, q.year);
}

// Converted with the user's consumption, where there is one.
consumer::ProgrammeCover converted(consumer::ProgrammeCover cover,
                                   const std::optional<consumer::ConsumptionFigure>& use) {
    if (!use || use->source.valid()) return cover;
    cover.consumption = use;
    if (cover.publishedInDays && cover.row->mineral.valid()) {
        if (const auto tonnes = stockpiles::tonnesFor(*cover.days, use->tonnes)) cover.tonnes = *tonnes;
    } else if (!cover.publishedInDays && cover.tonnes) {
        if (const auto days = stockpiles::daysFor(*cover.tonnes, use->tonnes)) cover.days = *days;
    }
    return cover;
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
    return {tonnesCell(c->tonnes), textCell(c->denominator), textCell(c->year != 0 ? std::to_string(c->year) : "")};
}

// What a target takes, what of it is missing, and what each costs at the price of the year.
void addTarget(std::optional<double> target, std::optional<double> gap, const consumer::Holding& h,
               std::vector<Cell>& row) {
    const auto price = h.price.value.value;
    const auto cost = [&](std::optional<double> tonnes) {
        return numberCell(tonnes && price ? std::optional(*tonnes * *price) : std::nullopt);
    };
    row.insert(row.end(), {tonnesCell(target), tonnesCell(gap), cost(target), cost(gap)});
}

std::vector<Cell> rowOf(const Asked& asked, const consumer::Holding& h, const consumer::ProgrammeCover& cover) {
    const EconomyId economy = h.question.consumer;
    const MineralId mineral = h.question.mineral;
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
    addTarget(target ? std::optional(*target) : std::nullopt,
              gap && asked.target ? std::optional(gap->tonnes) : std::nullopt, h, row);
    row.push_back(textCell(data[cover.row->source].id));
    addNetCover(asked, economy, mineral, cover.days, row);
    return row;
}

bool isOfWorkspace(const consumer::Holding& h) {
    const auto isAssumed = [](const consumer::Term* term) { return term->assumed != nullptr; };
    return std::ranges::any_of(std::array{&h.stock, &h.floor, &h.releaseLimit, &h.target}, isAssumed);
}

// What the window shows of it.
std::vector<Cell> workspaceRow(const Asked& asked, const consumer::Holding& h) {
    const Dataset& data = *asked.data;
    const EconomyId economy = h.question.consumer;
    const MineralId mineral = h.question.mineral;
    const auto stock = h.stock.value.value;
    std::vector<Cell> row{textCell(data[economy].code),
                          textCell(data[mineral].slug),
                          textCell("as assumed"),
                          textCell("assumed"),
                          textCell(""),
                          numberCell(h.cover.value),
                          tonnesCell(stock),
                          textCell("")};
    for (Cell& cell : consumptionCells(useOf(h)))
        row.push_back(std::move(cell));
    auto required = h.required.value;
    if (asked.target) {
        const auto tonnes = stockpiles::tonnesFor(*asked.target, h.consumption.value.value);
        required = tonnes ? std::optional(*tonnes) : std::nullopt;
    }
    addTarget(required, required && stock ? std::optional(std::max(*required - *stock, 0.0)) : std::nullopt, h, row);
    row.push_back(textCell(""));
    addNetCover(asked, economy, mineral, h.cover.value, row);
    return row;
}

// An economy without a programme still has a consumption, and a target its tonnes.
std::vector<Cell> emptyRow(const Asked& asked, const consumer::Holding& h) {
    const Dataset& data = *asked.data;
    const EconomyId economy = h.question.consumer;
    const MineralId mineral = h.question.mineral;
    const auto consumption = useOf(h);
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
    addTarget(target ? std::optional(*target) : std::nullopt, std::nullopt, h, row);
    row.push_back(textCell(consumption && consumption->source.valid() ? data[consumption->source].id : ""));
    addNetCover(asked, economy, mineral, std::nullopt, row);
    return row;
}

Table tableOf(const Asked& asked) {
    Table table;
    addColumns(table, Align::left, {"for", "mineral", "programme", "status", "holder"});
    addColumns(table, Align::right, {"days", "tonnes"});
    addColumns(table, Align::left, {"published"});
    addColumns(table, Align::right, {"consumption_t"});
    addColumns(table, Align::left, {"denominator", "consumption_year"});
    addColumns(table, Align::right, {"target_t", "gap_t", "target_usd", "gap_usd"});
    addColumns(table, Align::left, {"source", "stops"});
    addColumns(table, Align::right, {"lost", "lost_hi", "net_days"});
    for (const EconomyId economy : asked.economies) {
        for (const MineralId mineral : asked.minerals) {
            const auto programmes = consumer::programmesOf(*asked.data, economy, mineral, asked.year);
            const consumer::Holding holding = consumer::holdingOf(questionOf(asked, economy, mineral));
            const bool isAssumed = isOfWorkspace(holding);
            if (isAssumed) table.rows.push_back(workspaceRow(asked, holding));
            for (const consumer::ProgrammeCover& cover : programmes) {
                // A programme for all minerals says something only of a mineral that was asked for.
                if (cover.row->mineral.valid() || asked.named)
                    table.rows.push_back(rowOf(asked, holding, converted(cover, useOf(holding))));
            }
            if (programmes.empty() && asked.named && !isAssumed) table.rows.push_back(emptyRow(asked, holding));
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
    const auto call = callWithData(words, options, terminal);
    if (!call) return fail(terminal, call.error());
    const auto asked = askedOf(*call);
    if (!asked) return fail(terminal, asked.error());
    print(tableOf(*asked), call->format, terminal);
    if (!call->explains()) return Exit::ok;
    for (const EconomyId economy : asked->economies) {
        for (const MineralId mineral : asked->minerals) {
            if (asked->named || !consumer::programmesOf(*asked->data, economy, mineral, asked->year).empty())
                explain(*asked, economy, mineral, terminal.out);
        }
    }
    return Exit::ok;
}

}  // namespace adit::cli

#include "app/cli/commands/exposure.h"

#include "app/cli/commands/asking.h"
#include "app/cli/commands/names.h"
#include "core/base/text.h"
#include "core/exposure/controlled.h"
#include "core/exposure/exposed_trade.h"
#include "core/exposure/through_chain.h"

#include <algorithm>
#include <array>

namespace adit::cli {

const std::string_view exposureUsage =
    "usage: adit-cli exposure --for E[,E] --date D[,D] [options]\n"
    "\n"
    "The share of a consumer's supply that comes from economies with an export measure in force on a day.\n"
    "\n"
    "  --for E,...        the consumers: codes, names or blocs\n"
    "  --date D,...       days, as 2025-04-30\n"
    "  --mineral M,...    minerals by id, name or alias; all (default)\n"
    "  --stage S          mine, refine, component or all (default)\n"
    "  --imposer E        only this economy's measures\n"
    "  --banned E,...     these suppliers taken as banned, instead of the register\n"
    "  --view V           located (default) or controlled: an economy's measures count for what its firms control,\n"
    "                     wherever it is made\n"
    "  --rule R           who controls: majority (default), operator or equity\n"
    "  --dataset FILE     another dataset than the bundled one\n"
    "  --workspace FILE   with the assumptions and own measures of this workspace laid over it\n"
    "  --explain          with the suppliers and every measure that could bite\n"
    "  --format F         table (default), csv or json\n"
    "\n"
    "Fields: for mineral stage date binary binary_lo binary_hi severity severity_lo severity_hi measures open\n"
    "ground years known source flags chain_binary chain_binary_hi chain_severity chain_severity_lo chain_severity_hi\n"
    "exposed_t exposed_usd trade_year. `binary` counts any measure, `severity` weighs it by its kind (an assumption\n"
    "with a range). Counted is what is in force on the whole mineral; the upper bounds add what may be: a suspension\n"
    "past its published end, a measure on one element of a group, supply of unknown origin. `ground` says what the\n"
    "shares are of, `known` how much of the supply has a name. `chain_` counts measures on ore on its way to the\n"
    "refineries behind the supply as well; of the refined and component stages, located. `exposed_` is what comes\n"
    "from those suppliers in the latest trade: at least that, where the largest partners alone are published.\n"
    "\n"
    "Example: who was exposed to China's measures on gallium at the end of 2024?\n"
    "\n"
    "  adit-cli exposure --for USA,EU27,JPN,KOR --mineral gallium --imposer CHN --date 2024-12-31\n";

namespace {

constexpr std::array options{Option{"--for", ""},       Option{"--date", ""},    Option{"--mineral", ""},
                             Option{"--stage", ""},     Option{"--imposer", ""}, Option{"--banned", ""},
                             Option{"--dataset", ""},   Option{"--view", ""},    Option{"--rule", ""},
                             Option{"--workspace", ""}, Option{"--format", ""},  Option{"--explain", "", false}};

struct Asked {
    DatasetPtr data;
    std::vector<EconomyId> consumers;
    std::vector<MineralId> minerals;
    std::vector<Stage> stages;
    std::vector<std::string> dates;
    std::optional<EconomyId> imposer;
    std::vector<EconomyId> banned;
    ViewAsk view;
    bool named = false;  // minerals by name: gaps are shown
};

struct Answer {
    exposure::Request request;
    std::string date;
    Result<exposure::AtDate> result;
    std::optional<Result<exposure::ThroughChain>> chain;  // of the located view
};

Status readDates(const Arguments& arguments, Asked& asked) {
    const std::string dates = arguments.value("--date").value_or("");
    for (const std::string_view date : text::split(dates, ',')) {
        if (!controls::firstDay(text::trim(date))) {
            return Error::badInput("\"" + std::string(date) + "\" is no date: write 2025-04-30");
        }
        asked.dates.emplace_back(text::trim(date));
    }
    if (asked.dates.empty()) return Error::badInput("say on which day: --date 2025-04-30");
    return Done{};
}

Status readImposer(const Arguments& arguments, Asked& asked) {
    const auto imposer = arguments.value("--imposer");
    if (!imposer) return Done{};
    const auto id = economiesNamed(*asked.data, *imposer);
    if (!id) return id.error();
    if (id->size() == 1) asked.imposer = id->front();
    return Done{};
}

Status readBanned(const Arguments& arguments, Asked& asked) {
    const auto banned = economiesNamed(*asked.data, arguments.value("--banned").value_or(""));
    if (!banned) return banned.error();
    asked.banned = *banned;
    return Done{};
}

Result<Asked> askedOf(const Call& call) {
    Asked asked;
    asked.data = call.data;
    const auto consumers = consumersOf(call.arguments, *call.data, "say whose exposure: --for ECONOMY");
    if (!consumers) return consumers.error();
    asked.consumers = *consumers;
    const auto minerals = mineralsOf(call.arguments, *call.data);
    if (!minerals) return minerals.error();
    asked.minerals = *minerals;
    asked.named = namesMinerals(call.arguments);
    const auto stages = stagesOf(call.arguments);
    if (!stages) return stages.error();
    asked.stages = *stages;
    const auto view = viewOf(call.arguments);
    if (!view) return view.error();
    asked.view = *view;
    for (const auto& read : {readDates, readImposer, readBanned}) {
        if (const Status status = read(call.arguments, asked); !status) return status.error();
    }
    return asked;
}

exposure::Request requestOf(const Asked& asked, EconomyId consumer, MineralId mineral, Stage stage, controls::Day day) {
    exposure::Request request;
    request.supply.data = asked.data.get();
    request.supply.consumer = consumer;
    request.supply.mineral = mineral;
    request.supply.stage = stage;
    request.supply.year = static_cast<int>(std::chrono::year_month_day(day).year());
    request.day = day;
    request.imposer = asked.imposer;
    request.banned = asked.banned;
    return request;
}

Answer answerTo(const Asked& asked, EconomyId consumer, MineralId mineral, Stage stage, const std::string& date) {
    const exposure::Request request = requestOf(asked, consumer, mineral, stage, *controls::firstDay(date));
    if (asked.view.controlled())
        return {request, date, exposure::controlledExposureAt(request, asked.view.rule), std::nullopt};
    return {request, date, exposure::exposureAt(request), exposure::throughChainAt(request)};
}

// A mineral asked for by name is answered at one stage at least, if only by saying that nothing is published.
void addAnswers(const Asked& asked, EconomyId consumer, MineralId mineral, std::vector<Answer>& answers) {
    const std::size_t before = answers.size();
    for (const Stage stage : asked.stages) {
        for (const std::string& date : asked.dates) {
            Answer answer = answerTo(asked, consumer, mineral, stage, date);
            if (answer.result) answers.push_back(std::move(answer));
        }
    }
    if (!asked.named || answers.size() > before) return;
    const Stage stage = asked.stages.size() == 1 ? asked.stages.front() : Stage::refine;
    for (const std::string& date : asked.dates)
        answers.push_back(answerTo(asked, consumer, mineral, stage, date));
}

std::vector<Answer> answersTo(const Asked& asked) {
    std::vector<Answer> answers;
    for (const EconomyId consumer : asked.consumers) {
        for (const MineralId mineral : asked.minerals)
            addAnswers(asked, consumer, mineral, answers);
    }
    return answers;
}

std::string measureIds(const std::vector<exposure::Hit>& hits, bool counted) {
    std::vector<std::string> ids;
    for (const exposure::Hit& hit : hits) {
        if (hit.supplyShare <= 0.0) continue;
        const bool open = hit.mayCount() && !hit.counts();
        if (counted ? hit.counts() : open) ids.push_back(hit.measure->id);
    }
    return text::join(ids, " ");
}

std::string yearsOf(const consumer::Supply& supply) {
    const std::string last = std::to_string(supply.year);
    return supply.firstYear == supply.year ? last : std::to_string(supply.firstYear) + "-" + last;
}

void addChain(const Answer& answer, std::vector<Cell>& row) {
    if (!answer.chain || !*answer.chain) {
        for (int i = 0; i < 5; ++i)
            row.push_back(Cell::missing(State::notApplicable));
        return;
    }
    const exposure::ThroughChain& c = **answer.chain;
    row.insert(row.end(), {shareCell(c.binary), shareCell(c.binaryRange.hi), shareCell(c.severity),
                           shareCell(c.severityRange.lo), shareCell(c.severityRange.hi)});
}

// What of the imports it is, at least where the largest partners alone are published. Suppliers that are taken as
// banned have no measures, and controllers no trade of their own.
void addTrade(const Answer& answer, std::vector<Cell>& row) {
    const bool isOfTrade = answer.chain.has_value() && answer.request.banned.empty();
    const exposure::ExposedTrade trade =
        isOfTrade ? exposure::exposedTrade(answer.request.supply, answer.result->hits) : exposure::ExposedTrade{};
    const auto least = [](const Estimate& e) {
        return e.bounds ? std::optional(e.value.value_or(e.bounds->lo)) : std::nullopt;
    };
    row.insert(row.end(), {tonnesCell(least(trade.tonnes)), numberCell(least(trade.usd)),
                           textCell(trade.year != 0 ? std::to_string(trade.year) : "")});
}

std::vector<Cell> rowOf(const Answer& answer) {
    const Dataset& data = *answer.request.supply.data;
    std::vector<Cell> row{textCell(data[answer.request.supply.consumer].code),
                          textCell(data[answer.request.supply.mineral].slug), textCell(id(answer.request.supply.stage)),
                          textCell(answer.date)};
    if (!answer.result) {
        for (int i = 0; i < 6; ++i)
            row.push_back(Cell::missing(State::unknown));
        row.insert(row.end(), {textCell(""), textCell(""), textCell("no published suppliers"), textCell(""),
                               Cell::missing(State::unknown), textCell(""), textCell("")});
        addChain(answer, row);
        row.insert(row.end(), {Cell::missing(State::unknown), Cell::missing(State::unknown), textCell("")});
        return row;
    }
    const exposure::AtDate& e = *answer.result;
    row.insert(row.end(),
               {shareCell(e.binary), shareCell(e.binaryRange.lo), shareCell(e.binaryRange.hi), shareCell(e.severity),
                shareCell(e.severityRange.lo), shareCell(e.severityRange.hi), textCell(measureIds(e.hits, true)),
                textCell(measureIds(e.hits, false)), textCell(consumer::describe(e.supply.ground)),
                textCell(yearsOf(e.supply)), shareCell(1.0 - e.supply.unknownShare()),
                textCell(data[e.supply.source].id), textCell(flagText(e.supply.flags))});
    addChain(answer, row);
    addTrade(answer, row);
    return row;
}

Table tableOf(const std::vector<Answer>& answers) {
    Table table;
    addColumns(table, Align::left, {"for", "mineral", "stage", "date"});
    addColumns(table, Align::right, {"binary", "binary_lo", "binary_hi", "severity", "severity_lo", "severity_hi"});
    addColumns(table, Align::left, {"measures", "open", "ground", "years", "known", "source", "flags"});
    addColumns(table, Align::right,
               {"chain_binary", "chain_binary_hi", "chain_severity", "chain_severity_lo", "chain_severity_hi"});
    addColumns(table, Align::right, {"exposed_t", "exposed_usd"});
    addColumns(table, Align::left, {"trade_year"});
    for (const Answer& answer : answers)
        table.rows.push_back(rowOf(answer));
    return table;
}

std::string_view describe(controls::Standing standing) {
    using controls::Standing;
    switch (standing) {
        case Standing::announced:
            return "announced";
        case Standing::inForce:
            return "in force";
        case Standing::suspended:
            return "suspended";
        case Standing::suspensionOver:
            return "suspension over, not known since";
        case Standing::ended:
            return "ended";
        case Standing::undated:
            break;
    }
    return "undated";
}

void explain(const Answer& answer, std::ostream& out) {
    const Dataset& data = *answer.request.supply.data;
    out << '\n'
        << data[answer.request.supply.consumer].name << ", " << data[answer.request.supply.mineral].name << ", "
        << id(answer.request.supply.stage) << ", " << answer.date << '\n';
    if (!answer.result) {
        out << "  no value: " << answer.result.error().text << " are not published\n";
        return;
    }
    Table suppliers;
    const consumer::Supply& supply = answer.result->supply;
    addColumns(suppliers, Align::left, {"supplier"});
    addColumns(suppliers, Align::right, {"share", "lo", "hi"});
    addColumns(suppliers, Align::left, {"source", "of"});
    for (const consumer::Supplier& s : supply.suppliers) {
        suppliers.rows.push_back(
            {textCell(data[s.economy].name), shareCell(s.share), shareCell(s.bounds.lo), shareCell(s.bounds.hi),
             textCell(data[s.source.valid() ? s.source : supply.source].id), textCell(supply.scope)});
    }
    out << "  binary = sum of the shares of suppliers with any measure in force; severity weighs each by its largest\n";
    out << toText(suppliers);
    Table measures;
    addColumns(measures, Align::left, {"measure", "imposer", "kind", "standing", "effective", "evidence", "source"});
    constexpr std::array kinds{"ban", "quota", "licensing", "tax", "domestic-processing", "other"};
    constexpr std::array evidence{"confirmed", "partly", "unverified"};
    for (const exposure::Hit& hit : answer.result->hits) {
        measures.rows.push_back({textCell(hit.measure->id), textCell(data[hit.measure->imposer].code),
                                 textCell(kinds.at(static_cast<std::size_t>(hit.measure->kind))),
                                 textCell(describe(hit.standing)), textCell(hit.measure->effective),
                                 textCell(evidence.at(static_cast<std::size_t>(hit.measure->evidence))),
                                 textCell(hit.measure->own ? "own measure" : data[hit.measure->source].id)});
    }
    if (!measures.rows.empty()) out << toText(measures);
}

}  // namespace

Exit exposure(Words words, Terminal terminal) {
    const auto call = callWithData(words, options, terminal);
    if (!call) return fail(terminal, call.error());
    const auto asked = askedOf(*call);
    if (!asked) return fail(terminal, asked.error());
    const std::vector<Answer> answers = answersTo(*asked);
    if (answers.empty()) terminal.err << "no suppliers are published for that\n";
    print(tableOf(answers), call->format, terminal);
    for (const Answer& answer : answers) {
        if (call->explains()) explain(answer, terminal.out);
    }
    return Exit::ok;
}

}  // namespace adit::cli

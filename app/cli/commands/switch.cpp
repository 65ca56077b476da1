#include "app/cli/commands/switch.h"

#include "app/cli/commands/asking.h"
#include "app/cli/commands/names.h"
#include "core/base/text.h"
#include "core/consumer/switching.h"

#include <array>

namespace adit::cli {

const std::string_view switchUsage =
    "usage: adit-cli switch --for E --mineral M --without E,... [options]\n"
    "       adit-cli switch --for E --mineral M --price E=R,... --elasticity X --because WORDS [options]\n"
    "\n"
    "Can suppliers be replaced? How much of what is lost others could redirect, and how value shares move when prices\n"
    "do (constant elasticity of substitution, Armington).\n"
    "\n"
    "  --for E            the consumer: a code, a name or a bloc\n"
    "  --mineral M        a mineral by id, name or alias\n"
    "  --stage S          mine, refine (default) or component\n"
    "  --year Y           a year; 2024 where it is missing\n"
    "  --without E,...    the suppliers that stop\n"
    "  --redirectable X   share of others' exports that can be redirected, 0..1; 0.2, an assumption, where missing\n"
    "  --spare E=T,...    spare capacity in tonnes a year, an assumption\n"
    "  --price E=R,...    new price over old, 1 for all others\n"
    "  --elasticity X     of substitution between suppliers; has no default\n"
    "  --because WORDS    where the elasticity is from; it is an assumption that needs a source\n"
    "  --dataset FILE     another dataset than the bundled one\n"
    "  --workspace FILE   with the assumptions and own measures of this workspace laid over it\n"
    "  --format F         table (default), csv or json\n"
    "\n"
    "Fields: supplier stops to_consumer elsewhere spare redirectable cover unit flags, the last row the total: what is "
    "lost, and\n"
    "the cover, at most 1, in `cover`. With a price: supplier share_before share_after. Trade of the newest year by\n"
    "mass, or by value where that is newer; `elsewhere` is what others import.\n"
    "\n"
    "Example: could Japan do without China's magnesium?\n"
    "\n"
    "  adit-cli switch --for JPN --mineral magnesium --without CHN\n";

namespace {

constexpr std::array options{Option{"--for", ""},     Option{"--mineral", ""}, Option{"--stage", ""},
                             Option{"--year", ""},    Option{"--without", ""}, Option{"--redirectable", ""},
                             Option{"--spare", ""},   Option{"--price", ""},   Option{"--elasticity", ""},
                             Option{"--because", ""}, Option{"--dataset", ""}, Option{"--workspace", ""},
                             Option{"--format", ""}};

// "CHN=1.5,COD=2": numbers by economy, none below 0.
Result<std::map<EconomyId, double>> numbersOf(const Arguments& arguments, const Dataset& data,
                                              std::string_view option) {
    std::map<EconomyId, double> out;
    const std::string words = arguments.value(option).value_or("");
    for (const std::string_view part : text::split(words, ',')) {
        const std::size_t equals = part.find('=');
        const auto number =
            equals == std::string_view::npos ? std::nullopt : text::toDouble(text::trim(part.substr(equals + 1)));
        if (!number || *number < 0.0)
            return Error::badInput(std::string(option) + ": write ECONOMY=NUMBER, not \"" + std::string(part) + '"');
        const auto economy = economyNamed(data, text::trim(part.substr(0, equals)));
        if (!economy) return economy.error();
        out[*economy] = *number;
    }
    return out;
}

Result<consumer::SwitchAsk> askOf(const Arguments& arguments, const Dataset& data) {
    consumer::SwitchAsk ask;
    const auto without = economiesNamed(data, arguments.value("--without").value_or(""));
    if (!without) return without.error();
    ask.without = *without;
    if (const auto word = arguments.value("--redirectable")) {
        const auto share = text::toDouble(*word);
        if (!share || *share < 0.0 || *share > 1.0)
            return Error::badInput("--redirectable is a share from 0 to 1, not \"" + *word + '"');
        ask.redirectable = *share;
    }
    auto spare = numbersOf(arguments, data, "--spare");
    if (!spare) return spare.error();
    ask.spare = std::move(*spare);
    return ask;
}

Table coverTable(const Dataset& data, const consumer::Switching& found, double redirectable) {
    Table table;
    addColumns(table, Align::left, {"supplier", "stops"});
    addColumns(table, Align::right, {"to_consumer", "elsewhere", "spare", "redirectable", "cover"});
    addColumns(table, Align::left, {"unit", "flags"});
    const Cell flags = textCell(flagText(found.flags));
    const std::string_view unit = found.measured == consumer::Measured::mass ? "t/yr" : "USD";
    double most = 0.0;
    for (const consumer::Switchable& s : found.suppliers) {
        const double part = s.stops ? 0.0 : s.spare + redirectable * s.elsewhere;
        most += part;
        table.rows.push_back({textCell(data[s.economy].code), textCell(s.stops ? "yes" : "no"),
                              tonnesCell(s.toConsumer), tonnesCell(s.elsewhere), tonnesCell(s.spare), tonnesCell(part),
                              Cell::missing(State::notApplicable), textCell(unit), flags});
    }
    table.rows.push_back({textCell("total"), textCell("yes"), tonnesCell(found.loss),
                          Cell::missing(State::notApplicable), Cell::missing(State::notApplicable), tonnesCell(most),
                          shareCell(found.cover), textCell(unit), flags});
    return table;
}

Exit cover(const Call& call, const consumer::Question& q, Terminal terminal) {
    const Dataset& data = *call.data;
    const auto ask = askOf(call.arguments, data);
    if (!ask) return fail(terminal, ask.error());
    if (ask->without.empty()) return fail(terminal, Error::badInput("say who stops: --without ECONOMY,..."));
    const auto found = consumer::switchingOf(q, *ask);
    if (!found) {
        const bool lost = found.error().code == ErrorCode::missing;
        return fail(terminal, lost ? Error::missing("nothing is published on " + found.error().text) : found.error());
    }
    if (call.format == Format::table) {
        terminal.out << "cover = sum over the others of (spare + " << text::significant(ask->redirectable, 3)
                     << " x exports elsewhere) / loss, at most 1; the share that can be redirected is an assumption\n"
                     << "trade by " << (found->measured == consumer::Measured::mass ? "mass" : "value") << ", "
                     << found->year << ", " << data[found->source].id;
        if (!found->flags.empty()) terminal.out << "; flags: " << flagText(found->flags);
        terminal.out << '\n';
    }
    print(coverTable(data, *found, ask->redirectable), call.format, terminal);
    return Exit::ok;
}

Exit reallocate(const Call& call, const consumer::Question& q, Terminal terminal) {
    const Dataset& data = *call.data;
    const auto prices = numbersOf(call.arguments, data, "--price");
    if (!prices) return fail(terminal, prices.error());
    const auto elasticity = text::toDouble(call.arguments.value("--elasticity").value_or(""));
    if (!elasticity || *elasticity < 0.0)
        return fail(terminal, Error::badInput("there is no default elasticity: say which with --elasticity"));
    const std::string because = call.arguments.value("--because").value_or("");
    if (text::trim(because).empty())
        return fail(terminal, Error::badInput("an elasticity is an assumption: say where it is from with --because"));
    const auto found = consumer::reallocationOf(q, *prices, *elasticity);
    if (!found) return fail(terminal, found.error());
    Table table;
    addColumns(table, Align::left, {"supplier"});
    addColumns(table, Align::right, {"share_before", "share_after"});
    for (const auto& row : found->rows)
        table.rows.push_back({textCell(data[row.economy].code), shareCell(row.before), shareCell(row.after)});
    if (call.format == Format::table) {
        terminal.out << "new share ~ share x (new price / old)^(1 - " << text::significant(*elasticity, 4)
                     << "), value shares of imports\nelasticity: an assumption, " << because << "\nimports by value, "
                     << found->year << ", " << data[found->source].id << "; flags: " << flagText(found->flags) << '\n';
    }
    print(table, call.format, terminal);
    return Exit::ok;
}

}  // namespace

Exit switchSuppliers(Words words, Terminal terminal) {
    const auto call = callWithData(words, options, terminal);
    if (!call) return fail(terminal, call.error());
    const Arguments& arguments = call->arguments;
    const auto question = questionOf(arguments, *call->data);
    if (!question) return fail(terminal, question.error());
    if (arguments.has("--price") || arguments.has("--elasticity")) {
        if (arguments.has("--without"))
            return fail(terminal, Error::badInput("a price change and suppliers that stop are two questions"));
        return reallocate(*call, *question, terminal);
    }
    return cover(*call, *question, terminal);
}

}  // namespace adit::cli

#include "app/cli/commands/switch.h"

#include "app/cli/commands/answers.h"
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

Result<consumer::Question> questionOf(const Arguments& arguments, const Dataset& data) {
    const auto consumer = consumerOf(arguments, data);
    if (!consumer) return consumer.error();
    const auto mineral = mineralOf(arguments, data);
    if (!mineral) return mineral.error();
    const auto stage = stageNamed(arguments.value("--stage").value_or("refine"));
    if (!stage) return stage.error();
    const auto year = yearOf(arguments, 2024);
    if (!year) return year.error();
    return consumer::Question{&data, *consumer, *mineral, *stage, *year};
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
    addColumns(table, {"supplier", "stops"}, Align::left);
    addColumns(table, {"to_consumer", "elsewhere", "spare", "redirectable", "cover"}, Align::right);
    addColumns(table, {"unit", "flags"}, Align::left);
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

Exit cover(const Arguments& arguments, const Dataset& data, const consumer::Question& q, Format format,
           Terminal terminal) {
    const auto ask = askOf(arguments, data);
    if (!ask) return fail(terminal, ask.error());
    if (ask->without.empty()) return fail(terminal, Error::badInput("say who stops: --without ECONOMY,..."));
    const auto found = consumer::switchingOf(q, *ask);
    if (!found) {
        const bool lost = found.error().code == ErrorCode::missing;
        return fail(terminal, lost ? Error::missing("nothing is published on " + found.error().text) : found.error());
    }
    if (format == Format::table) {
        terminal.out << "cover = sum over the others of (spare + " << text::significant(ask->redirectable, 3)
                     << " x exports elsewhere) / loss, at most 1; the share that can be redirected is an assumption\n"
                     << "trade by " << (found->measured == consumer::Measured::mass ? "mass" : "value") << ", "
                     << found->year << ", " << data[found->source].id;
        if (!found->flags.empty()) terminal.out << "; flags: " << flagText(found->flags);
        terminal.out << '\n';
    }
    print(coverTable(data, *found, ask->redirectable), format, terminal);
    return Exit::ok;
}

Exit reallocate(const Arguments& arguments, const Dataset& data, const consumer::Question& q, Format format,
                Terminal terminal) {
    const auto prices = numbersOf(arguments, data, "--price");
    if (!prices) return fail(terminal, prices.error());
    const auto elasticity = text::toDouble(arguments.value("--elasticity").value_or(""));
    if (!elasticity || *elasticity < 0.0)
        return fail(terminal, Error::badInput("there is no default elasticity: say which with --elasticity"));
    const std::string because = arguments.value("--because").value_or("");
    if (text::trim(because).empty())
        return fail(terminal, Error::badInput("an elasticity is an assumption: say where it is from with --because"));
    const auto found = consumer::reallocationOf(q, *prices, *elasticity);
    if (!found) return fail(terminal, found.error());
    Table table;
    addColumns(table, {"supplier"}, Align::left);
    addColumns(table, {"share_before", "share_after"}, Align::right);
    for (const auto& row : found->rows)
        table.rows.push_back({textCell(data[row.economy].code), shareCell(row.before), shareCell(row.after)});
    if (format == Format::table) {
        terminal.out << "new share ~ share x (new price / old)^(1 - " << text::significant(*elasticity, 4)
                     << "), value shares of imports\nelasticity: an assumption, " << because << "\nimports by value, "
                     << found->year << ", " << data[found->source].id << "; flags: " << flagText(found->flags) << '\n';
    }
    print(table, format, terminal);
    return Exit::ok;
}

}  // namespace

Exit switchSuppliers(Words words, Terminal terminal) {
    const auto arguments = parse(words, options, {});
    if (!arguments) return fail(terminal, arguments.error());
    const auto format = formatOf(*arguments);
    if (!format) return fail(terminal, format.error());
    const auto data = openDataset(*arguments, terminal);
    if (!data) return fail(terminal, data.error());
    const auto question = questionOf(*arguments, **data);
    if (!question) return fail(terminal, question.error());
    if (arguments->has("--price") || arguments->has("--elasticity")) {
        if (arguments->has("--without"))
            return fail(terminal, Error::badInput("a price change and suppliers that stop are two questions"));
        return reallocate(*arguments, **data, *question, *format, terminal);
    }
    return cover(*arguments, **data, *question, *format, terminal);
}

}  // namespace adit::cli

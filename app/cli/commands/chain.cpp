#include "app/cli/commands/chain.h"

#include "app/cli/commands/answers.h"
#include "core/base/text.h"
#include "core/consumer/chain_of.h"

#include <array>

namespace adit::cli {

const std::string_view chainUsage =
    "usage: adit-cli chain --for E --mineral M --year Y [options]\n"
    "\n"
    "Where a consumer's refined supply is mined, and what stops when one economy drops out.\n"
    "\n"
    "  --for E            the consumer: a code, a name or a bloc\n"
    "  --mineral M        a mineral by id, name or alias\n"
    "  --year Y           a year\n"
    "  --without E,...    a set of economies: the share of supply that passes any of them\n"
    "  --dataset FILE     another dataset than the bundled one\n"
    "  --workspace FILE   with the assumptions and own measures of this workspace laid over it\n"
    "  --explain          with each refiner's feed and where it is from\n"
    "  --format F         table (default), csv or json\n"
    "\n"
    "Fields: economy face_value origin chokepoint chokepoint_hi. `face_value` is the direct share, `origin` the\n"
    "share mined there, `chokepoint` the share that passes the economy at any stage; what is of unknown origin counts\n"
    "in chokepoint_hi alone.\n"
    "\n"
    "Example: how much of the Union's cobalt passes China or the Congo?\n"
    "\n"
    "  adit-cli chain --for EU27 --mineral cobalt --year 2024 --without CHN,COD\n";

namespace {

constexpr std::array options{Option{"--for", ""},     Option{"--mineral", ""},       Option{"--year", ""},
                             Option{"--without", ""}, Option{"--dataset", ""},       Option{"--workspace", ""},
                             Option{"--format", ""},  Option{"--explain", "", false}};

struct Asked {
    DatasetPtr data;
    EconomyId consumer;
    MineralId mineral;
    int year = 0;
    std::vector<EconomyId> without;
};

Result<Asked> askedOf(const Arguments& arguments) {
    Asked asked;
    auto data = openDataset(arguments);
    if (!data) return data.error();
    asked.data = *data;
    const auto consumers = economiesNamed(**data, arguments.value("--for").value_or(""));
    if (!consumers) return consumers.error();
    if (consumers->size() != 1) return Error::badInput("say whose chain: --for ECONOMY");
    asked.consumer = consumers->front();
    const auto minerals = mineralsNamed(**data, arguments.value("--mineral").value_or(""));
    if (!minerals) return minerals.error();
    if (minerals->size() != 1) return Error::badInput("say of which mineral: --mineral NAME");
    asked.mineral = minerals->front();
    const auto year = text::toInt(arguments.value("--year").value_or(""));
    if (!year || *year < 1900 || *year > 2200) return Error::badInput("say of which year: --year 2024");
    asked.year = static_cast<int>(*year);
    const auto without = economiesNamed(**data, arguments.value("--without").value_or(""));
    if (!without) return without.error();
    asked.without = *without;
    return asked;
}

std::vector<Cell> rowOf(const chain::Chain& chain, std::string_view name, std::span<const EconomyId> set) {
    const Interval share = chain::chokepoint(chain, set);
    double origin = 0.0;
    const chain::Mix origins = chain::ultimateOrigin(chain);
    for (const EconomyId economy : set)
        origin += chain::shareOf(origins, economy);
    return {textCell(name), shareCell(chain::faceValue(chain, set)), shareCell(origin), shareCell(share.lo),
            shareCell(share.hi)};
}

Table tableOf(const Asked& asked, const consumer::ConsumerChain& found) {
    Table table;
    table.columns = {{"economy", "economy", "", Align::left},
                     {"face_value", "face_value", "", Align::right},
                     {"origin", "origin", "", Align::right},
                     {"chokepoint", "chokepoint", "", Align::right},
                     {"chokepoint_hi", "chokepoint_hi", "", Align::right}};
    if (!asked.without.empty()) {
        std::vector<std::string> names;
        for (const EconomyId economy : asked.without)
            names.push_back((*asked.data)[economy].code);
        table.rows.push_back(rowOf(found.chain, text::join(names, "+"), asked.without));
    }
    for (const chain::Chokepoint& point : chain::chokepoints(found.chain)) {
        table.rows.push_back(rowOf(found.chain, (*asked.data)[point.economy].code, std::span(&point.economy, 1)));
    }
    return table;
}

Table feedTable(const Dataset& data, const consumer::ConsumerChain& found) {
    Table table;
    for (const char* name : {"refiner", "feed", "share", "ground", "source", "flags"})
        table.columns.push_back({name, name, "", Align::left});
    for (const consumer::FeedGround& ground : found.feeds) {
        const chain::Feed* feed = chain::feedOf(found.chain.feeds.front(), ground.refiner);
        if (feed == nullptr) {
            table.rows.push_back({textCell(data[ground.refiner].code), textCell("unknown"), shareCell(1.0),
                                  textCell("no figures"), textCell(""), textCell("")});
            continue;
        }
        for (const chain::Source& source : feed->sources) {
            table.rows.push_back({textCell(data[ground.refiner].code),
                                  textCell(source.from.valid() ? data[source.from].code : "unknown"),
                                  shareCell(source.share), textCell(ground.ground),
                                  textCell(ground.source.valid() ? data[ground.source].id : ""),
                                  textCell(flagText(ground.flags))});
        }
    }
    return table;
}

void comment(const Asked& asked, const consumer::ConsumerChain& found, std::ostream& out) {
    const Dataset& data = *asked.data;
    out << "direct: " << consumer::describe(found.direct.ground) << ", " << found.direct.year << ", "
        << data[found.direct.source].id << '\n';
    out << "known origin: " << text::fixed(100.0 * chain::knownShare(found.chain), 1) << " %\n";
    if (!found.hasFeedTrade) out << "trade in ore and intermediates of this mineral is not published here\n";
}

}  // namespace

Exit chain(Words words, Terminal terminal) {
    const auto arguments = parse(words, options, {});
    if (!arguments) return fail(terminal, arguments.error());
    const auto format = formatOf(*arguments);
    if (!format) return fail(terminal, format.error());
    const auto asked = askedOf(*arguments);
    if (!asked) return fail(terminal, asked.error());
    const auto found = consumer::chainOf(*asked->data, asked->consumer, asked->mineral, asked->year);
    if (!found) return fail(terminal, Error::missing("nothing is published on " + found.error().text));
    if (*format == Format::table) comment(*asked, *found, terminal.out);
    print(tableOf(*asked, *found), *format, terminal);
    if (arguments->has("--explain") && *format == Format::table) {
        terminal.out << '\n' << toText(feedTable(*asked->data, *found));
    }
    return Exit::ok;
}

}  // namespace adit::cli

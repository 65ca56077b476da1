#include "app/cli/commands/network.h"

#include "app/cli/commands/asking.h"
#include "core/base/text.h"
#include "core/consumer/network_of.h"

#include <algorithm>
#include <array>

namespace adit::cli {

const std::string_view networkUsage =
    "usage: adit-cli network --mineral M [options]\n"
    "\n"
    "Who stands between whom in the world's trade of a mineral.\n"
    "\n"
    "  --mineral M        a mineral by id, name or alias\n"
    "  --stage S          mine, refine (default) or component\n"
    "  --year Y           a year; 2024 where it is missing\n"
    "  --floor X          flows below this share of world trade are left out; 0.01 where it is missing\n"
    "  --length L         hops (default) or inverse-flow: how long a way is\n"
    "  --dataset FILE     another dataset than the bundled one\n"
    "  --workspace FILE   with the assumptions and own measures of this workspace laid over it\n"
    "  --format F         table (default), csv or json\n"
    "\n"
    "Fields: economy imports exports suppliers customers betweenness normalised unit flags. Betweenness (Freeman "
    "1977,\n"
    "Brandes 2001) counts the shortest ways that lead through an economy, ways of equal length sharing the credit;\n"
    "normalised by (n - 1)(n - 2). Flows by mass, or by value where most of the trade has no mass.\n"
    "\n"
    "Example: through whom does the world's magnesium go?\n"
    "\n"
    "  adit-cli network --mineral magnesium --length inverse-flow\n";

namespace {

constexpr std::array options{Option{"--mineral", ""}, Option{"--stage", ""},    Option{"--year", ""},
                             Option{"--floor", ""},   Option{"--length", ""},   Option{"--dataset", ""},
                             Option{"--format", ""},  Option{"--workspace", ""}};

Result<chain::NetworkSettings> settingsOf(const Arguments& arguments) {
    chain::NetworkSettings settings;
    if (const auto word = arguments.value("--floor")) {
        const auto floor = text::toDouble(*word);
        if (!floor || *floor < 0.0 || *floor >= 1.0)
            return Error::badInput("--floor is a share of world trade from 0 to 1, not \"" + *word + '"');
        settings.floor = *floor;
    }
    const std::string length = arguments.value("--length").value_or("hops");
    if (length != "hops" && length != "inverse-flow")
        return Error::badInput('"' + length + "\" is no length: write hops or inverse-flow");
    settings.length = length == "hops" ? chain::PathLength::hops : chain::PathLength::inverseFlow;
    return settings;
}

struct Asked {
    index::Query market;
    chain::NetworkSettings settings;
};

Result<Asked> askedOf(const Call& call) {
    const auto mineral = mineralOf(call.arguments, *call.data);
    if (!mineral) return mineral.error();
    auto market = queryOf(call.arguments, *call.data);
    if (!market) return market.error();
    market->mineral = *mineral;
    const auto settings = settingsOf(call.arguments);
    if (!settings) return settings.error();
    return Asked{*market, *settings};
}

Table tableOf(const Dataset& data, const consumer::TradeNetwork& found) {
    Table table;
    addColumns(table, Align::left, {"economy"});
    addColumns(table, Align::right, {"imports", "exports", "suppliers", "customers", "betweenness", "normalised"});
    addColumns(table, Align::left, {"unit", "flags"});
    const std::string_view unit = found.measured == consumer::Measured::mass ? "t/yr" : "USD";
    std::vector<chain::Node> nodes = found.network.nodes;
    std::stable_sort(nodes.begin(), nodes.end(), [](const chain::Node& a, const chain::Node& b) {
        return std::pair(a.betweenness, a.imports + a.exports) > std::pair(b.betweenness, b.imports + b.exports);
    });
    for (const chain::Node& node : nodes) {
        table.rows.push_back({textCell(data[node.economy].code), tonnesCell(node.imports), tonnesCell(node.exports),
                              numberCell(static_cast<double>(node.suppliers)),
                              numberCell(static_cast<double>(node.customers)), numberCell(node.betweenness),
                              numberCell(node.normalised), textCell(unit), textCell(flagText(found.flags))});
    }
    return table;
}

void comment(const Dataset& data, const consumer::TradeNetwork& found, double floor, std::ostream& out) {
    const bool mass = found.measured == consumer::Measured::mass;
    out << "trade by " << (mass ? "mass" : "value") << ", " << found.year << ", " << data[found.source].id << "; floor "
        << text::significant(100.0 * floor, 3) << " % of world trade, "
        << text::significant(found.network.floorTonnes, 4) << (mass ? " t" : " USD") << ": " << found.network.dropped
        << " flows left out";
    if (!found.flags.empty()) out << "; flags: " << flagText(found.flags);
    out << '\n';
}

}  // namespace

Exit network(Words words, Terminal terminal) {
    const auto call = callWithData(words, options, terminal);
    if (!call) return fail(terminal, call.error());
    const auto asked = askedOf(*call);
    if (!asked) return fail(terminal, asked.error());
    const index::Query& q = asked->market;
    const auto found = consumer::networkOf(*call->data, q.mineral, q.stage, q.year, asked->settings);
    if (!found) return fail(terminal, Error::missing("nothing is published on " + found.error().text));
    if (call->format == Format::table) comment(*call->data, *found, asked->settings.floor, terminal.out);
    print(tableOf(*call->data, *found), call->format, terminal);
    return Exit::ok;
}

}  // namespace adit::cli

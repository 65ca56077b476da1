#include "app/cli/commands/supply.h"

#include "app/cli/commands/asking.h"
#include "core/base/text.h"
#include "core/consumer/hubs.h"

#include <algorithm>
#include <array>

namespace adit::cli {

const std::string_view supplyUsage =
    "usage: adit-cli supply --for E --mineral M [options]\n"
    "\n"
    "Where a consumer's supply comes from: as traded, and with re-export hubs looked through.\n"
    "\n"
    "  --for E            the consumer: a code, a name or a bloc\n"
    "  --mineral M        a mineral by id, name or alias\n"
    "  --stage S          mine, refine (default) or component\n"
    "  --year Y           a year; 2024 where it is missing\n"
    "  --hubs H           auto (default), none, or the hubs by code: NLD,BEL\n"
    "  --dataset FILE     another dataset than the bundled one\n"
    "  --workspace FILE   with the assumptions and own measures of this workspace laid over it\n"
    "  --explain          with every hub and why it is one\n"
    "  --format F         table (default), csv or json\n"
    "\n"
    "Fields: supplier direct looked_through hub flags. A hub's part is shared out over its own suppliers, those that "
    "are\n"
    "hubs again included; what it makes itself stays with it. `auto` takes for a hub whoever exports by mass at least\n"
    "twice what it makes, among the consumer's suppliers and the suppliers of those hubs: a judgement. A hub whose "
    "own\n"
    "suppliers are not published stays as it is, and hubs that only feed one another leave the direct mix. Both\n"
    "columns add up to 1 with what is of unknown origin.\n"
    "\n"
    "Example: where does the Union's tantalum come from, behind the traders?\n"
    "\n"
    "  adit-cli supply --for EU27 --mineral tantalum --hubs auto --explain\n";

namespace {

constexpr std::array options{Option{"--for", ""},       Option{"--mineral", ""}, Option{"--stage", ""},
                             Option{"--year", ""},      Option{"--hubs", ""},    Option{"--dataset", ""},
                             Option{"--workspace", ""}, Option{"--format", ""},  Option{"--explain", "", false}};

struct Asked {
    consumer::Question question;
    consumer::HubChoice hubs;
};

Result<Asked> askedOf(const Call& call) {
    const auto question = questionOf(call.arguments, *call.data);
    if (!question) return question.error();
    auto hubs = hubsOf(call.arguments, *call.data, {consumer::HubRule::automatic, {}});
    if (!hubs) return hubs.error();
    return Asked{*question, std::move(*hubs)};
}

std::string roleOf(const consumer::LookedThrough& found, EconomyId economy) {
    for (const consumer::Hub& hub : found.hubs) {
        if (hub.economy == economy) return hub.lookedThrough ? "hub" : "hub, its suppliers are not published";
    }
    return "";
}

Table tableOf(const Dataset& data, const consumer::LookedThrough& found) {
    Table table;
    addColumns(table, Align::left, {"supplier"});
    addColumns(table, Align::right, {"direct", "looked_through"});
    addColumns(table, Align::left, {"hub", "flags"});
    const Cell flags = textCell(flagText(found.flags));
    const chain::Mix direct = found.direct.mix();
    std::vector<EconomyId> order;
    for (const consumer::Supplier& supplier : found.direct.suppliers)
        order.push_back(supplier.economy);
    chain::Mix behind = found.mix;
    std::stable_sort(behind.begin(), behind.end(), [](const auto& a, const auto& b) { return a.share > b.share; });
    for (const chain::Source& source : behind) {
        const bool listed = std::find(order.begin(), order.end(), source.from) != order.end();
        if (source.from.valid() && !listed) order.push_back(source.from);
    }
    for (const EconomyId economy : order) {
        table.rows.push_back({textCell(data[economy].code), shareCell(chain::shareOf(direct, economy)),
                              shareCell(chain::shareOf(found.mix, economy)), textCell(roleOf(found, economy)), flags});
    }
    table.rows.push_back({textCell("unknown"), shareCell(chain::unknownShare(direct)),
                          shareCell(chain::unknownShare(found.mix)), textCell(""), flags});
    return table;
}

Table hubTable(const Dataset& data, const consumer::LookedThrough& found) {
    Table table;
    addColumns(table, Align::left, {"hub"});
    addColumns(table, Align::right, {"exports_t", "output_t"});
    addColumns(table, Align::left, {"supplier"});
    addColumns(table, Align::right, {"share"});
    addColumns(table, Align::left, {"ground", "year", "source"});
    for (const consumer::Hub& hub : found.hubs) {
        const std::vector<Cell> start{textCell(data[hub.economy].code), tonnesCell(hub.exports),
                                      tonnesCell(hub.output)};
        if (!hub.supply) {
            table.rows.push_back(start);
            table.rows.back().insert(table.rows.back().end(),
                                     {textCell("unknown"), shareCell(1.0), textCell(""), textCell(""), textCell("")});
            continue;
        }
        for (const chain::Source& source : hub.supply->mix()) {
            std::vector<Cell> row = start;
            row.insert(row.end(), {textCell(source.from.valid() ? data[source.from].code : "unknown"),
                                   shareCell(source.share), textCell(consumer::describe(hub.supply->ground)),
                                   textCell(std::to_string(hub.supply->year)), textCell(data[hub.supply->source].id)});
            table.rows.push_back(std::move(row));
        }
    }
    return table;
}

double hhiOf(const chain::Mix& mix) {
    double sum = 0.0;
    for (const chain::Source& source : mix)
        sum += source.from.valid() ? source.share * source.share : 0.0;
    return sum;
}

void comment(const Asked& asked, const consumer::LookedThrough& found, std::ostream& out) {
    const Dataset& data = *asked.question.data;
    out << "direct: " << consumer::describe(found.direct.ground) << ", " << found.direct.year << ", "
        << data[found.direct.source].id << '\n';
    std::vector<std::string> names;
    for (const consumer::Hub& hub : found.hubs)
        names.push_back(data[hub.economy].code);
    out << "hubs (" << consumer::describe(asked.hubs) << "): " << (names.empty() ? "none" : text::join(names, ", "))
        << '\n';
    if (!found.closed.empty()) out << "these hubs only feed one another: the direct mix stands\n";
    out << "HHI of named suppliers: direct " << text::fixed(hhiOf(found.direct.mix()), 4) << ", looked through "
        << text::fixed(hhiOf(found.mix), 4) << '\n';
    if (!found.flags.empty()) out << "flags: " << flagText(found.flags) << '\n';
}

}  // namespace

Exit supply(Words words, Terminal terminal) {
    const auto call = callWithData(words, options, terminal);
    if (!call) return fail(terminal, call.error());
    const auto asked = askedOf(*call);
    if (!asked) return fail(terminal, asked.error());
    const auto found = consumer::lookThrough(asked->question, asked->hubs);
    if (!found) return fail(terminal, Error::missing("nothing is published on " + found.error().text));
    if (call->format == Format::table) comment(*asked, *found, terminal.out);
    print(tableOf(*call->data, *found), call->format, terminal);
    if (call->explains() && !found->hubs.empty()) terminal.out << '\n' << toText(hubTable(*call->data, *found));
    return Exit::ok;
}

}  // namespace adit::cli

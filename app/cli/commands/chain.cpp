#include "app/cli/commands/chain.h"

#include "app/cli/commands/asking.h"
#include "app/cli/commands/names.h"
#include "core/base/text.h"
#include "core/consumer/chain_figures.h"
#include "core/consumer/chain_rows.h"

#include <array>

namespace adit::cli {

const std::string_view chainUsage =
    "usage: adit-cli chain --for E --mineral M --year Y [options]\n"
    "\n"
    "Where a consumer's supply is refined and mined, and what stops when one economy drops out.\n"
    "\n"
    "  --for E            the consumer: a code, a name or a bloc\n"
    "  --mineral M        a mineral by id, name or alias\n"
    "  --year Y           a year\n"
    "  --stage S          of the supply: refine (default), or component for three stages\n"
    "  --without E,...    a set of economies: the share of supply that passes any of them\n"
    "  --estimate         balance a feed for refiners without data between mine output and refinery need (RAS); "
    "makers\n"
    "                     of components without data draw on the world's refineries\n"
    "  --view V           located (default) or controlled: by whose firms control the plants\n"
    "  --rule R           who controls: majority (default), operator or equity\n"
    "  --dataset FILE     another dataset than the bundled one\n"
    "  --workspace FILE   with the assumptions and own measures of this workspace laid over it\n"
    "  --explain          with each plant's feed and where it is from\n"
    "  --format F         table (default), csv or json\n"
    "\n"
    "Fields: economy face_value origin chokepoint chokepoint_hi. `face_value` is the direct share, `origin` the\n"
    "share mined there, `chokepoint` the share that passes the economy at any stage; what is of unknown origin or\n"
    "control counts in chokepoint_hi alone. What leaves a place is taken to come from all of its sources in\n"
    "proportion. Where no supply of components is published, the makers' shares of the world's output stand for it. "
    "Trade of\n"
    "several minerals in one code, such as lithium-ion accumulators (HS 850760), is counted for none of them.\n"
    "\n"
    "Example: how much of the Union's cobalt passes China or the Congo?\n"
    "\n"
    "  adit-cli chain --for EU27 --mineral cobalt --year 2024 --without CHN,COD\n";

namespace {

constexpr std::array options{Option{"--for", ""},    Option{"--mineral", ""},         Option{"--year", ""},
                             Option{"--stage", ""},  Option{"--without", ""},         Option{"--view", ""},
                             Option{"--rule", ""},   Option{"--dataset", ""},         Option{"--workspace", ""},
                             Option{"--format", ""}, Option{"--estimate", "", false}, Option{"--explain", "", false}};

struct Asked {
    consumer::Question question;
    bool estimate = false;
    ViewAsk view;
    std::vector<EconomyId> without;
};

Result<Asked> askedOf(const Call& call) {
    const auto question = questionOf(call.arguments, *call.data);
    if (!question) return question.error();
    if (const auto year = neededYearOf(call.arguments); !year) return year.error();
    if (question->stage == Stage::mine)
        return Error::badInput("nothing lies behind the mine: --stage refine or component");
    const auto without = economiesNamed(*call.data, call.arguments.value("--without").value_or(""));
    if (!without) return without.error();
    const auto view = viewOf(call.arguments);
    if (!view) return view.error();
    return Asked{*question, call.arguments.has("--estimate"), *view, *without};
}

std::vector<Cell> cellsOf(const Dataset& data, const consumer::ChainRow& row) {
    std::vector<std::string> names;
    for (const EconomyId economy : row.set)
        names.push_back(data[economy].code);
    return {textCell(text::join(names, "+")), shareCell(row.faceValue.lo), shareCell(row.origin.lo),
            shareCell(row.chokepoint.lo), shareCell(row.chokepoint.hi)};
}

Table tableOf(const Asked& asked, const consumer::ConsumerChain& found, const consumer::ChainControl* control) {
    Table table;
    addColumns(table, Align::left, {"economy"});
    addColumns(table, Align::right, {"face_value", "origin", "chokepoint", "chokepoint_hi"});
    if (!asked.without.empty())
        table.rows.push_back(cellsOf(*asked.question.data, consumer::rowOf(found, control, asked.without)));
    for (const consumer::ChainRow& row : consumer::rowsOf(found, control))
        table.rows.push_back(cellsOf(*asked.question.data, row));
    return table;
}

Table feedTable(const Dataset& data, const consumer::ConsumerChain& found) {
    Table table;
    addColumns(table, Align::left, {"plants_in", "stage", "feed"});
    addColumns(table, Align::right, {"share"});
    addColumns(table, Align::left, {"ground", "source", "flags"});
    for (const consumer::FeedGround& ground : found.feeds) {
        const std::vector<Cell> start{textCell(data[ground.node].code), textCell(id(ground.stage))};
        const auto add = [&](std::string_view from, double share, std::string_view words) {
            std::vector<Cell> row = start;
            row.insert(row.end(), {textCell(from), shareCell(share), textCell(words),
                                   textCell(ground.source.valid() ? data[ground.source].id : ""),
                                   textCell(flagText(ground.flags))});
            table.rows.push_back(std::move(row));
        };
        const chain::Feed* feed = consumer::feedOf(found, ground);
        if (feed == nullptr) {
            add("unknown", 1.0, "no figures");
            continue;
        }
        for (const chain::Source& source : feed->sources)
            add(source.from.valid() ? data[source.from].code : "unknown", source.share, ground.ground);
    }
    return table;
}

void explain(const Asked& asked, const consumer::ConsumerChain& found, std::ostream& out) {
    const Dataset& data = *asked.question.data;
    Table suppliers;
    addColumns(suppliers, Align::left, {"supplier"});
    addColumns(suppliers, Align::right, {"share", "lo", "hi"});
    addColumns(suppliers, Align::left, {"source"});
    for (const consumer::Supplier& s : found.direct.suppliers) {
        suppliers.rows.push_back({textCell(data[s.economy].code), shareCell(s.share), shareCell(s.bounds.lo),
                                  shareCell(s.bounds.hi),
                                  textCell(data[s.source.valid() ? s.source : found.direct.source].id)});
    }
    out << "\nchokepoint of z = 1 - sum over suppliers j of q_j (1 - z_j) * sum over feeds k of o_jk (1 - z_k),\n"
           "z_j the part of j's plants that is z's: 1 or 0 located, its controllers' share controlled\n\n"
        << toText(suppliers) << '\n'
        << toText(feedTable(data, found));
}

void commentControl(const Dataset& data, const consumer::ConsumerChain& found, const consumer::ChainControl& control,
                    std::ostream& out) {
    for (std::size_t i = 0; i < control.size(); ++i) {
        out << "control at the " << id(found.stages[i]) << " stage: ";
        if (!control[i]) {
            out << "not published, hence unknown\n";
            continue;
        }
        std::vector<std::string> sources;
        for (const SourceId source : control[i]->sources())
            sources.push_back(data[source].id);
        out << control[i]->year() << ", " << text::join(sources, ", ") << '\n';
    }
}

void comment(const Asked& asked, const consumer::ConsumerChain& found, std::ostream& out) {
    const Dataset& data = *asked.question.data;
    std::vector<std::string> stages;
    for (const Stage stage : found.stages)
        stages.emplace_back(id(stage));
    out << "stages: " << text::join(stages, " <- ") << '\n'
        << "direct: " << found.directGround << ", " << found.direct.year << ", " << data[found.direct.source].id << '\n'
        << "known origin: " << text::fixed(100.0 * chain::knownShare(found.chain), 1) << " %\n";
    if (!found.hasFeedTrade) out << "trade in ore and intermediates of this mineral is not published here\n";
    if (!found.estimate.empty()) out << found.estimate << '\n';
}

}  // namespace

Exit chain(Words words, Terminal terminal) {
    const auto call = callWithData(words, options, terminal);
    if (!call) return fail(terminal, call.error());
    const auto asked = askedOf(*call);
    if (!asked) return fail(terminal, asked.error());
    const consumer::Question& q = asked->question;
    const auto found = consumer::chainOf(*q.data, q.consumer, q.mineral, q.year, {q.stage, asked->estimate});
    if (!found) return fail(terminal, Error::missing("nothing is published on " + found.error().text));
    std::optional<consumer::ChainControl> control;
    if (asked->view.controlled()) {
        auto known = consumer::controlOf(*found, q, asked->view.rule);
        if (!known) return fail(terminal, Error::missing("nothing is published on " + known.error().text));
        control = std::move(*known);
    }
    const bool isTable = call->format == Format::table;
    if (isTable) comment(*asked, *found, terminal.out);
    if (isTable && control) commentControl(*q.data, *found, *control, terminal.out);
    print(tableOf(*asked, *found, control ? &*control : nullptr), call->format, terminal);
    if (call->explains()) explain(*asked, *found, terminal.out);
    return Exit::ok;
}

}  // namespace adit::cli

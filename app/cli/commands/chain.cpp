#include "app/cli/commands/chain.h"

#include "app/cli/commands/answers.h"
#include "app/cli/commands/names.h"
#include "core/base/text.h"
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
    "proportion. Where no supply of components is published, the makers' shares of the world's output stand for it.\n"
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
    DatasetPtr data;
    consumer::Question question;
    consumer::ChainAsk ask;
    ViewAsk view;
    std::vector<EconomyId> without;
};

Status readView(const Arguments& arguments, Asked& asked) {
    const auto stage = stageNamed(arguments.value("--stage").value_or("refine"));
    if (!stage) return stage.error();
    if (*stage == Stage::mine) return Error::badInput("nothing lies behind the mine: --stage refine or component");
    const auto view = viewOf(arguments);
    if (!view) return view.error();
    asked.ask = {*stage, arguments.has("--estimate")};
    asked.view = *view;
    return Done{};
}

Result<Asked> askedOf(const Arguments& arguments, Terminal terminal) {
    Asked asked;
    auto data = openDataset(arguments, terminal);
    if (!data) return data.error();
    asked.data = *data;
    const auto consumer = consumerOf(arguments, **data);
    if (!consumer) return consumer.error();
    const auto mineral = mineralOf(arguments, **data);
    if (!mineral) return mineral.error();
    const auto year = yearOf(arguments);
    if (!year) return year.error();
    const auto without = economiesNamed(**data, arguments.value("--without").value_or(""));
    if (!without) return without.error();
    if (const Status status = readView(arguments, asked); !status) return status.error();
    asked.without = *without;
    asked.question = {asked.data.get(), *consumer, *mineral, asked.ask.stage, *year};
    return asked;
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
    addColumns(table, {"economy"}, Align::left);
    addColumns(table, {"face_value", "origin", "chokepoint", "chokepoint_hi"}, Align::right);
    if (!asked.without.empty())
        table.rows.push_back(cellsOf(*asked.data, consumer::rowOf(found, control, asked.without)));
    for (const consumer::ChainRow& row : consumer::rowsOf(found, control))
        table.rows.push_back(cellsOf(*asked.data, row));
    return table;
}

// Feeds of one stage; `stages` counts the direct mix as the first.
const chain::Feed* feedOf(const consumer::ConsumerChain& found, const consumer::FeedGround& ground) {
    const std::size_t stage = ground.stage == Stage::mine ? found.chain.feeds.size() - 1 : 0;
    return chain::feedOf(found.chain.feeds[stage], ground.node);
}

Table feedTable(const Dataset& data, const consumer::ConsumerChain& found) {
    Table table;
    addColumns(table, {"plants_in", "stage", "feed"}, Align::left);
    addColumns(table, {"share"}, Align::right);
    addColumns(table, {"ground", "source", "flags"}, Align::left);
    for (const consumer::FeedGround& ground : found.feeds) {
        const std::vector<Cell> start{textCell(data[ground.node].code), textCell(id(ground.stage))};
        const auto add = [&](std::string_view from, double share, std::string_view words) {
            std::vector<Cell> row = start;
            row.insert(row.end(), {textCell(from), shareCell(share), textCell(words),
                                   textCell(ground.source.valid() ? data[ground.source].id : ""),
                                   textCell(flagText(ground.flags))});
            table.rows.push_back(std::move(row));
        };
        const chain::Feed* feed = feedOf(found, ground);
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
    const Dataset& data = *asked.data;
    Table suppliers;
    addColumns(suppliers, {"supplier"}, Align::left);
    addColumns(suppliers, {"share", "lo", "hi"}, Align::right);
    addColumns(suppliers, {"source"}, Align::left);
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
    const Dataset& data = *asked.data;
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
    const auto arguments = parse(words, options, {});
    if (!arguments) return fail(terminal, arguments.error());
    const auto format = formatOf(*arguments);
    if (!format) return fail(terminal, format.error());
    const auto asked = askedOf(*arguments, terminal);
    if (!asked) return fail(terminal, asked.error());
    const consumer::Question& q = asked->question;
    const auto found = consumer::chainOf(*asked->data, q.consumer, q.mineral, q.year, asked->ask);
    if (!found) return fail(terminal, Error::missing("nothing is published on " + found.error().text));
    std::optional<consumer::ChainControl> control;
    if (asked->view.controlled()) {
        auto known = consumer::controlOf(*found, q, asked->view.rule);
        if (!known) return fail(terminal, Error::missing("nothing is published on " + known.error().text));
        control = std::move(*known);
    }
    const bool isTable = *format == Format::table;
    if (isTable) comment(*asked, *found, terminal.out);
    if (isTable && control) commentControl(*asked->data, *found, *control, terminal.out);
    print(tableOf(*asked, *found, control ? &*control : nullptr), *format, terminal);
    if (arguments->has("--explain") && isTable) explain(*asked, *found, terminal.out);
    return Exit::ok;
}

}  // namespace adit::cli

#include "app/cli/commands/index.h"

#include "app/cli/commands/asking.h"
#include "app/cli/commands/explained.h"
#include "app/cli/commands/names.h"
#include "core/base/text.h"
#include "core/export/figures.h"

#include <algorithm>
#include <array>

namespace adit::cli {

const std::string_view indexUsage =
    "usage: adit-cli index list [--format table|csv|json]\n"
    "       adit-cli index ID --mineral M|all [options]\n"
    "\n"
    "Computes an index: value, bounds, flags, inputs and the formula with the numbers put in.\n"
    "\n"
    "  --mineral M        a mineral by id, name or alias, or all\n"
    "  --stage S          mine, refine, component or all (default)\n"
    "  --year Y           2022, 2018..2022 or latest (default)\n"
    "  --view V           located (default) or controlled\n"
    "  --rule R           who controls: majority (default), operator or equity\n"
    "  --source ID        this source's series instead of the preferred one\n"
    "  --for ECONOMY      whose share, output or shift: a code, a name or a bloc\n"
    "  --hubs H           of supply-hhi, largest-supplier and trade-vulnerability: none (default), auto, or the hubs "
    "by\n"
    "                     code, NLD,BEL: re-export hubs looked through, as `adit-cli supply` does\n"
    "  --dataset FILE     another dataset than the bundled one\n"
    "  --workspace FILE   with the assumptions and own measures of this workspace laid over it\n"
    "  --explain          with the formula and every input\n"
    "  --format F         table (default), csv or json\n"
    "\n"
    "A value that cannot be given is null in JSON; low and high then say between what it lies.\n"
    "\n"
    "Example: how concentrated were the world's cobalt mines in 2022?\n"
    "\n"
    "  adit-cli index hhi-10k --mineral cobalt --stage mine --year 2022 --explain\n";

namespace {

struct Request {
    const index::Definition* definition = nullptr;
    DatasetPtr data;
    std::optional<MineralId> mineral;  // none: all
    std::optional<Stage> stage;        // none: all
    Years years{true, 0, 0};
    index::Query query;
    bool explain = false;
};

constexpr std::array options{Option{"--mineral", ""},   Option{"--stage", ""},          Option{"--year", ""},
                             Option{"--view", ""},      Option{"--rule", ""},           Option{"--source", ""},
                             Option{"--for", ""},       Option{"--hubs", ""},           Option{"--dataset", ""},
                             Option{"--workspace", ""}, Option{"--explain", "", false}, Option{"--format", ""}};

// Reads one option, if it was given, into its place.
template <typename T, typename Target, typename Named>
Status read(const Arguments& arguments, std::string_view option, Target& target, const Named& named) {
    const auto word = arguments.value(option);
    if (!word) return Done{};
    Result<T> value = named(*word);
    if (!value) return value.error();
    target = *value;
    return Done{};
}

Status readMarket(const Arguments& arguments, Request& request) {
    const Dataset& data = *request.data;
    const auto mineral = arguments.value("--mineral");
    if (!mineral) return Error::badInput("say which mineral: --mineral NAME, or --mineral all");
    if (*mineral != "all") {
        const auto id = mineralNamed(data, *mineral);
        if (!id) return id.error();
        request.mineral = *id;
    }
    if (arguments.value("--stage").value_or("all") == "all") return Done{};
    return read<Stage>(arguments, "--stage", request.stage, stageNamed);
}

Status readQuery(const Arguments& arguments, Request& request) {
    const Dataset& data = *request.data;
    const auto inData = [&](auto named) { return [named, &data](const std::string& s) { return named(data, s); }; };
    const std::array steps{
        readMarket(arguments, request),
        read<Years>(arguments, "--year", request.years, yearsNamed),
        read<View>(arguments, "--view", request.query.view, viewNamed),
        read<index::ControlRule>(arguments, "--rule", request.query.rule, ruleNamed),
        read<SourceId>(arguments, "--source", request.query.source, inData(sourceNamed)),
        read<EconomyId>(arguments, "--for", request.query.economy, inData(economyNamed)),
    };
    for (const Status& step : steps) {
        if (!step) return step;
    }
    return Done{};
}

Status readHubs(const Arguments& arguments, Request& request) {
    const auto hubs = hubsOf(arguments, *request.data, {});
    if (!hubs) return hubs.error();
    request.query.hubs = *hubs;
    if (!hubs->any() || request.definition->throughHubs) return Done{};
    std::vector<std::string> ids;
    for (const index::Definition* definition : index::all()) {
        if (definition->throughHubs) ids.emplace_back(definition->id);
    }
    return Error::badInput(std::string(request.definition->id) + " looks through no hubs; --hubs goes with " +
                           text::join(ids, ", "));
}

Result<Request> requestOf(const Arguments& arguments, Terminal terminal) {
    Request request;
    const auto definition = indexNamed(arguments.places[0]);
    if (!definition) return definition.error();
    request.definition = *definition;
    auto data = openDataset(arguments, terminal);
    if (!data) return data.error();
    request.data = *data;
    request.query.data = request.data.get();
    if (const Status status = readQuery(arguments, request); !status) return status.error();
    if (const Status status = readHubs(arguments, request); !status) return status.error();
    if (const Status status = checkEconomy(*request.definition, request.query); !status) return status.error();
    request.explain = arguments.has("--explain");
    return request;
}

// The years asked for that have figures; one named year of one named market is answered even without.
std::vector<int> yearsOf(const Request& request, MineralId mineral, Stage stage) {
    std::vector<int> years;
    for (const Series& series : request.data->production.of(mineral, stage)) {
        const bool usable = !request.query.source || series.source == *request.query.source;
        if (usable && (years.empty() || years.back() != series.year)) years.push_back(series.year);
    }
    if (!request.query.source) years = request.data->yearsOf(mineral, stage);
    if (request.years.latest) {
        if (years.size() > 1) years.erase(years.begin(), years.end() - 1);
        return years;
    }
    std::erase_if(years, [&](int y) { return y < request.years.first || y > request.years.last; });
    const bool one = request.mineral && request.stage && request.years.first == request.years.last;
    if (years.empty() && one) years.push_back(request.years.first);
    return years;
}

std::vector<ComputedFigure> compute(const Request& request) {
    std::vector<ComputedFigure> figures;
    for (std::size_t m = 0; m < request.data->minerals.size(); ++m) {
        if (request.mineral && request.mineral->index() != m) continue;
        for (const Stage stage : {Stage::mine, Stage::refine, Stage::component}) {
            if (request.stage && *request.stage != stage) continue;
            for (const int year : yearsOf(request, MineralId(m), stage)) {
                index::Query query = request.query;
                query.mineral = MineralId(m);
                query.stage = stage;
                query.year = year;
                figures.push_back({request.definition, query, request.definition->compute(query)});
            }
        }
    }
    return figures;
}

void print(const Request& request, const std::vector<ComputedFigure>& figures, Format format, std::ostream& out) {
    const Formula formula = request.explain ? Formula::shown : Formula::left;
    if (format == Format::json) {
        out << toJson(figures);
    } else if (format == Format::csv) {
        out << toCsv(figureTable(figures, formula));
    } else {
        out << toText(figureTable(figures));
        for (const ComputedFigure& figure : figures) {
            if (request.explain) explain(figure, out);
        }
    }
}

Table registryTable() {
    Table table;
    table.columns = {{"index", "Index", "", Align::left},      {"title", "Title", "", Align::left},
                     {"unit", "Unit", "", Align::left},        {"method", "Method", "", Align::left},
                     {"for", "Needs", "", Align::left},        {"meaning", "Meaning", "", Align::left},
                     {"citation", "Citation", "", Align::left}};
    for (const index::Definition* d : index::all()) {
        table.rows.push_back({Cell::text(std::string(d->id)), Cell::text(std::string(d->title)),
                              Cell::text(std::string(id(d->unit))), Cell::text(std::string(d->method)),
                              Cell::text(d->needsEconomy ? "--for" : ""), Cell::text(std::string(d->meaning)),
                              Cell::text(std::string(d->citation))});
    }
    return table;
}

Exit list(Format format, Terminal terminal) {
    Table table = registryTable();
    if (format == Format::table) {
        table.columns.pop_back();  // too long for a terminal
        for (auto& row : table.rows)
            row.pop_back();
    }
    print(table, format, terminal);
    return Exit::ok;
}

}  // namespace

Exit index(Words words, Terminal terminal) {
    const auto call = callOf(words, options, {"ID"});
    if (!call) return fail(terminal, call.error());
    if (call->arguments.places[0] == "list") return list(call->format, terminal);
    const auto request = requestOf(call->arguments, terminal);
    if (!request) return fail(terminal, request.error());
    const std::vector<ComputedFigure> figures = compute(*request);
    if (figures.empty()) terminal.err << "there are no figures for that\n";
    print(*request, figures, call->format, terminal.out);
    return Exit::ok;
}

}  // namespace adit::cli

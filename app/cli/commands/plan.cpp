#include "app/cli/commands/plan.h"

#include "app/cli/commands/asking.h"
#include "app/cli/commands/names.h"
#include "core/base/text.h"
#include "core/consumer/foreign_output.h"
#include "core/consumer/stock.h"

#include <algorithm>
#include <array>

namespace adit::cli {

const std::string_view planUsage =
    "usage: adit-cli plan FILE.csv [options]\n"
    "       adit-cli plan [FILE.csv] --for E --mineral M [options]\n"
    "\n"
    "What a stockpile has to hold: need less supply over planning years, after the logic of the US National Defense\n"
    "Stockpile (RAMF-SM, IDA P-22696), simplified. A year's shortfall is never met from later years; defence is "
    "served\n"
    "first.\n"
    "\n"
    "  FILE.csv               columns year, and any of defence, essential_civilian, emergency_investment, domestic on\n"
    "                         the line of a year; supplier, output, ability, reliability, open, inside_conflict (yes\n"
    "                         or no) on the line of a supplier in that year. Tonnes; shares 0..1, 1 where empty\n"
    "  --for E                the consumer: output at home and abroad comes from the dataset where FILE has none\n"
    "  --mineral M            a mineral by id, name or alias\n"
    "  --stage S              mine, refine (default) or component\n"
    "  --year Y               of the output, which stands for every planning year; 2024 where it is missing\n"
    "  --years N              planning years without a FILE; 4\n"
    "  --defence T            tonnes a year without a FILE; 0\n"
    "  --essential-civilian T the same; the published consumption where it is missing\n"
    "  --emergency T          emergency investment, the same; 0\n"
    "  --ability X            of suppliers abroad, from the dataset; 1, as are the next two\n"
    "  --reliability X\n"
    "  --open X               share of the market that is open\n"
    "  --inside-conflict E,.. suppliers that count nothing\n"
    "  --carry-surplus        a year's surplus helps the years after it\n"
    "  --extra-buy T          bought before the first year; lowers the requirement\n"
    "  --dataset FILE         another dataset than the bundled one\n"
    "  --workspace FILE       with the assumptions and own measures of this workspace laid over it\n"
    "  --format F             table (default), csv or json\n"
    "\n"
    "Fields: row year supplier output_t usable_t need_t supply_t shortfall_t defence_shortfall_t requirement_t source\n"
    "note. The rows: `supplier`, `year`, and `all` with the sum of shortfalls and the requirement.\n"
    "\n"
    "Example: how much gallium would Japan have to hold for four years without China?\n"
    "\n"
    "  adit-cli plan --for JPN --mineral gallium --essential-civilian 120 --open 0.3 --inside-conflict CHN\n";

namespace {

constexpr std::array options{Option{"--for", ""},       Option{"--mineral", ""},
                             Option{"--stage", ""},     Option{"--year", ""},
                             Option{"--years", ""},     Option{"--defence", ""},
                             Option{"--emergency", ""}, Option{"--essential-civilian", ""},
                             Option{"--ability", ""},   Option{"--reliability", ""},
                             Option{"--open", ""},      Option{"--inside-conflict", ""},
                             Option{"--extra-buy", ""}, Option{"--carry-surplus", "", false},
                             Option{"--dataset", ""},   Option{"--workspace", ""},
                             Option{"--format", ""}};

constexpr Interval tonnes{0.0, unbounded};
constexpr Interval fraction{0.0, 1.0};

struct Supplier {
    std::string name;
    std::string source;
    std::string note;
};

struct Asked {
    std::vector<std::string> names;  // of the years
    std::vector<stockpiles::PlanningYear> years;
    std::vector<std::vector<Supplier>> suppliers;  // of each year, beside its foreign output
    std::vector<bool> ownDomestic;                 // the file gives what is made at home
    std::vector<std::string> notes;
    stockpiles::PlanningOptions options;
};

// Place of the year of that name, made where it is new.
std::size_t placeOf(Asked& asked, const std::string& name) {
    const auto found = std::find(asked.names.begin(), asked.names.end(), name);
    if (found != asked.names.end()) return static_cast<std::size_t>(found - asked.names.begin());
    asked.names.push_back(name);
    asked.years.emplace_back();
    asked.suppliers.emplace_back();
    asked.ownDomestic.push_back(false);
    return asked.names.size() - 1;
}

Status addYear(const OwnTable& own, std::size_t row, Asked& asked, std::size_t place) {
    stockpiles::PlanningYear& year = asked.years[place];
    for (const auto& [column, target] : {std::pair<std::string_view, double*>{"defence", &year.defence},
                                         {"essential_civilian", &year.essentialCivilian},
                                         {"emergency_investment", &year.emergencyInvestment},
                                         {"domestic", &year.domestic}}) {
        const auto number = own.number(row, column, tonnes);
        if (!number) return number.error();
        if (*number) *target = **number;
        if (*number && column == "domestic") asked.ownDomestic[place] = true;
    }
    return Done{};
}

Status addSupplier(const OwnTable& own, std::size_t row, Asked& asked, std::size_t place) {
    stockpiles::ForeignOutput foreign;
    const auto output = own.neededNumber(row, "output", tonnes);
    if (!output) return output.error();
    foreign.output = *output;
    for (const auto& [column, target] : {std::pair<std::string_view, double*>{"ability", &foreign.ability},
                                         {"reliability", &foreign.reliability},
                                         {"open", &foreign.openToUs}}) {
        const auto share = own.number(row, column, fraction, 1.0);
        if (!share) return share.error();
        *target = *share;
    }
    const std::string inside = own.text(row, "inside_conflict");
    if (!inside.empty() && inside != "yes" && inside != "no")
        return own.refuse(row, "inside_conflict", "has to be yes or no");
    foreign.insideConflict = inside == "yes";
    asked.years[place].foreign.push_back(foreign);
    asked.suppliers[place].push_back({own.text(row, "supplier"), "", foreign.insideConflict ? "inside conflict" : ""});
    return Done{};
}

Status readFile(const std::string& file, Asked& asked) {
    const auto own = OwnTable::read(file, {"year"},
                                    {"defence", "essential_civilian", "emergency_investment", "domestic", "supplier",
                                     "output", "ability", "reliability", "open", "inside_conflict"});
    if (!own) return own.error();
    for (std::size_t row = 0; row < own->rows(); ++row) {
        const std::string name = own->text(row, "year");
        if (name.empty()) return own->refuse(row, "year", "is missing");
        const std::size_t place = placeOf(asked, name);
        const bool isSupplier = !own->text(row, "supplier").empty();
        const Status status = isSupplier ? addSupplier(*own, row, asked, place) : addYear(*own, row, asked, place);
        if (!status) return status;
    }
    return Done{};
}

Status readOptions(const Arguments& arguments, Asked& asked) {
    const auto extra = numberAsked(arguments, "--extra-buy", tonnes, 0.0);
    if (!extra) return extra.error();
    asked.options = {arguments.has("--carry-surplus"), *extra};
    return Done{};
}

// Years of the same need, where no file says more.
Status makeYears(const Arguments& arguments, const index::Query& query, Asked& asked) {
    const auto count = numberAsked(arguments, "--years", {1.0, 50.0}, 4.0);
    const auto defence = numberAsked(arguments, "--defence", tonnes, 0.0);
    const auto emergency = numberAsked(arguments, "--emergency", tonnes, 0.0);
    auto essential = numberAsked(arguments, "--essential-civilian", tonnes);
    if (!essential) return essential.error();
    for (const auto* number : {&count, &defence, &emergency}) {
        if (!*number) return number->error();
    }
    if (!*essential) {
        const auto published = consumer::consumptionOf(*query.data, *query.economy, query.mineral, query.year);
        if (!published)
            return Error::badInput("no consumption is published: say what is needed with --essential-civilian");
        *essential = published->tonnes;
        asked.notes.push_back("essential civilian need is the published " + published->denominator +
                              " consumption of " + std::to_string(published->year) + " (" +
                              (*query.data)[published->source].id + ")");
    }
    for (int i = 1; i <= static_cast<int>(*count); ++i) {
        stockpiles::PlanningYear& year = asked.years[placeOf(asked, std::to_string(i))];
        year.defence = *defence;
        year.essentialCivilian = **essential;
        year.emergencyInvestment = *emergency;
    }
    return Done{};
}

Result<index::Query> placeOf(const Arguments& arguments, const Dataset& data) {
    const auto economy = consumerOf(arguments, data);
    if (!economy) return economy.error();
    const auto mineral = mineralOf(arguments, data);
    if (!mineral) return mineral.error();
    auto query = queryOf(arguments, data);
    if (!query) return query;
    query->economy = *economy;
    query->mineral = *mineral;
    return query;
}

Result<consumer::UsableShares> sharesOf(const Arguments& arguments) {
    const auto ability = numberAsked(arguments, "--ability", fraction, 1.0);
    const auto reliability = numberAsked(arguments, "--reliability", fraction, 1.0);
    const auto open = numberAsked(arguments, "--open", fraction, 1.0);
    for (const auto* number : {&ability, &reliability, &open}) {
        if (!*number) return number->error();
    }
    return consumer::UsableShares{*ability, *reliability, *open};
}

void addOutput(const Dataset& data, const consumer::Supplying& supplying, Asked& asked) {
    const std::string source = data[supplying.source].id + " " + std::to_string(supplying.year);
    for (std::size_t i = 0; i < asked.years.size(); ++i) {
        if (!asked.ownDomestic[i]) asked.years[i].domestic = supplying.domestic;
        if (!asked.years[i].foreign.empty()) continue;
        for (const consumer::Abroad& abroad : supplying.abroad) {
            asked.years[i].foreign.push_back(abroad.output);
            std::string note = abroad.output.insideConflict ? "inside conflict" : "";
            if (abroad.withheld) note += note.empty() ? "withheld: the least it can be" : "; withheld";
            asked.suppliers[i].push_back({data[abroad.economy].code, source, std::move(note)});
        }
    }
    if (supplying.domesticWithheld)
        asked.notes.emplace_back("output at home is withheld: the least it can be is counted");
}

Status addData(const Arguments& arguments, const Dataset& data, Asked& asked) {
    const auto query = placeOf(arguments, data);
    if (!query) return query.error();
    const auto shares = sharesOf(arguments);
    if (!shares) return shares.error();
    const auto inside = economiesNamed(data, arguments.value("--inside-conflict").value_or(""));
    if (!inside) return inside.error();
    if (asked.years.empty()) {
        if (const Status status = makeYears(arguments, *query, asked); !status) return status;
    }
    const auto supplying = consumer::supplyingOf(*query, *shares, *inside);
    if (!supplying) return Error::badInput("nothing is published on " + supplying.error().text);
    addOutput(data, *supplying, asked);
    asked.notes.push_back("assumed of suppliers abroad: ability " + text::shortest(shares->ability) + ", reliability " +
                          text::shortest(shares->reliability) + ", open " + text::shortest(shares->openToUs));
    return Done{};
}

Cell number(double x) {
    return tonnesCell(x);
}

Table tableOf(const Asked& asked, const stockpiles::Plan& plan) {
    Table table;
    addColumns(table, Align::left, {"row", "year", "supplier"});
    addColumns(table, Align::right,
               {"output_t", "usable_t", "need_t", "supply_t", "shortfall_t", "defence_shortfall_t", "requirement_t"});
    addColumns(table, Align::left, {"source", "note"});
    const Cell none = Cell::missing(State::notApplicable);
    for (std::size_t i = 0; i < plan.years.size(); ++i) {
        for (std::size_t s = 0; s < asked.suppliers[i].size(); ++s) {
            const stockpiles::ForeignOutput& foreign = asked.years[i].foreign[s];
            const Supplier& supplier = asked.suppliers[i][s];
            table.rows.push_back({textCell("supplier"), textCell(asked.names[i]), textCell(supplier.name),
                                  number(foreign.output), number(stockpiles::usable(foreign)), none, none, none, none,
                                  none, textCell(supplier.source), textCell(supplier.note)});
        }
        const stockpiles::YearShortfall& year = plan.years[i];
        table.rows.push_back({textCell("year"), textCell(asked.names[i]), textCell(""), number(asked.years[i].domestic),
                              number(asked.years[i].domestic), number(year.need), number(year.supply),
                              number(year.shortfall), number(year.defenceShortfall), none, textCell(""),
                              textCell("output is that at home")});
    }
    table.rows.push_back({textCell("all"), textCell(""), textCell(""), none, none, none, none, number(plan.shortfall),
                          none, number(plan.requirement), textCell(""), textCell("")});
    return table;
}

Result<Asked> askedOf(const Arguments& arguments, Terminal terminal) {
    Asked asked;
    if (const Status status = readOptions(arguments, asked); !status) return status.error();
    if (!arguments.places.empty()) {
        if (const Status status = readFile(arguments.places[0], asked); !status) return status.error();
    }
    if (arguments.has("--for")) {
        const auto data = openDataset(arguments, terminal);
        if (!data) return data.error();
        if (const Status status = addData(arguments, **data, asked); !status) return status.error();
    }
    if (asked.years.empty()) return Error::badInput("give a file of planning years, or --for and --mineral");
    return asked;
}

}  // namespace

Exit plan(Words words, Terminal terminal) {
    const auto call = callOf(words, options, {"[FILE.csv]"});
    if (!call) return fail(terminal, call.error());
    const auto asked = askedOf(call->arguments, terminal);
    if (!asked) return fail(terminal, asked.error());
    const auto found = stockpiles::plan(asked->years, asked->options);
    if (!found) return fail(terminal, found.error());
    for (const std::string& note : asked->notes)
        terminal.err << note << '\n';
    print(tableOf(*asked, *found), call->format, terminal);
    return Exit::ok;
}

}  // namespace adit::cli

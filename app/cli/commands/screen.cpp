#include "app/cli/commands/screen.h"

#include "app/cli/commands/asking.h"
#include "core/consumer/screen.h"

#include <array>
#include <cmath>

namespace adit::cli {

const std::string_view screenUsage =
    "usage: adit-cli screen --for E [options]\n"
    "\n"
    "Is a consumer's trade in a mineral a dependency? CEPII (Lefebvre & Wibaux 2024) asks of each of the last three\n"
    "years for concentrated imports, concentrated world exports, and imports above exports; two years make a\n"
    "dependency. The European Commission (SWD(2021) 352) asks of the newest year for concentrated imports from "
    "outside\n"
    "the bloc, these above half of all imports, and above exports. All by value.\n"
    "\n"
    "  --for E,...          the consumers: codes, names or blocs\n"
    "  --mineral M,...      minerals by id, name or alias; all (default)\n"
    "  --stage S            mine, refine, component or all (default)\n"
    "  --year Y             the last year looked at; 2024 where it is missing\n"
    "  --method N           cepii, commission or both (default)\n"
    "  --imports-hhi X      imports are concentrated above it; 0.4\n"
    "  --world-hhi X        world exports are concentrated above it; as --imports-hhi\n"
    "  --outside-share X    of all imports, above which those from outside count; 0.5\n"
    "  --coverage X         imports over exports above it; 1\n"
    "  --needed N           years of the three in which all must hold; 2\n"
    "  --dataset FILE       another dataset than the bundled one\n"
    "  --workspace FILE     with the assumptions and own measures of this workspace laid over it\n"
    "  --format F           table (default), csv or json\n"
    "\n"
    "Fields: for mineral stage method year criterion value lo hi threshold verdict source. Verdicts are met, not-met,\n"
    "uncertain (what is published in part leaves it open) and unknown. The criterion `year` is all three together,\n"
    "`dependency` the whole screen. A ratio over no exports has no value and is met.\n"
    "\n"
    "Example: is the Union dependent on others for magnesium?\n"
    "\n"
    "  adit-cli screen --for EU27 --mineral magnesium --stage refine\n";

namespace {

using criticality::Screen;
using criticality::ScreenThresholds;

constexpr std::array options{Option{"--for", ""},       Option{"--mineral", ""},     Option{"--stage", ""},
                             Option{"--year", ""},      Option{"--method", ""},      Option{"--needed", ""},
                             Option{"--world-hhi", ""}, Option{"--imports-hhi", ""}, Option{"--outside-share", ""},
                             Option{"--coverage", ""},  Option{"--dataset", ""},     Option{"--workspace", ""},
                             Option{"--format", ""}};

struct Asked {
    DatasetPtr data;
    std::vector<EconomyId> consumers;
    std::vector<MineralId> minerals;
    std::vector<Stage> stages;
    int year = 2024;
    bool cepii = true;
    bool commission = true;
    ScreenThresholds thresholds;
    std::size_t needed = consumer::screenNeeded;
};

Status readThresholds(const Arguments& arguments, Asked& asked) {
    ScreenThresholds& t = asked.thresholds;
    const auto imports = numberAsked(arguments, "--imports-hhi", {0.0, 1.0}, t.concentration);
    const auto world = numberAsked(arguments, "--world-hhi", {0.0, 1.0});
    const auto outside = numberAsked(arguments, "--outside-share", {0.0, 1.0}, t.extraBlocShare);
    const auto coverage = numberAsked(arguments, "--coverage", {0.0, unbounded}, t.coverage);
    const auto needed = numberAsked(arguments, "--needed", {1.0, 3.0}, static_cast<double>(asked.needed));
    if (!imports) return imports.error();
    if (!world) return world.error();
    for (const auto* number : {&outside, &coverage, &needed}) {
        if (!*number) return number->error();
    }
    t = {*imports, *outside, *coverage, *world};
    asked.needed = static_cast<std::size_t>(*needed);
    return Done{};
}

Status readMethod(const Arguments& arguments, Asked& asked) {
    const std::string method = arguments.value("--method").value_or("both");
    if (method != "both" && method != "cepii" && method != "commission")
        return Error::badInput("\"" + method + "\" is no screen: write cepii, commission or both");
    asked.cepii = method != "commission";
    asked.commission = method != "cepii";
    return Done{};
}

Status readMarkets(const Arguments& arguments, Asked& asked) {
    const auto consumers = consumersOf(arguments, *asked.data);
    if (!consumers) return consumers.error();
    asked.consumers = *consumers;
    const auto minerals = mineralsOf(arguments, *asked.data);
    if (!minerals) return minerals.error();
    asked.minerals = *minerals;
    const auto stages = stagesOf(arguments);
    if (!stages) return stages.error();
    asked.stages = *stages;
    const auto year = yearOf(arguments);
    if (!year) return year.error();
    asked.year = *year;
    return Done{};
}

Result<Asked> askedOf(const Call& call) {
    Asked asked;
    asked.data = call.data;
    for (const auto& read : {readMarkets, readMethod, readThresholds}) {
        if (const Status status = read(call.arguments, asked); !status) return status.error();
    }
    return asked;
}

class Rows {
public:
    Rows(const consumer::Question& q, std::string_view method, Table& table)
        : m_question(q), m_method(method), m_table(table) {}

    void year(const consumer::ScreenTrade& trade, const Screen& screen, std::span<const std::string_view> names) {
        for (std::size_t i = 0; i < names.size(); ++i) {
            const criticality::Criterion& c = screen.criteria[i];
            add(trade.year, names[i], c.value, c.threshold, c.verdict, trade.source);
        }
        add(trade.year, "year", {}, {}, screen.verdict, trade.source);
    }
    void whole(criticality::Verdict verdict) { add({}, "dependency", {}, {}, verdict, {}); }

private:
    void add(std::optional<int> year, std::string_view criterion, const Estimate& value,
             std::optional<double> threshold, criticality::Verdict verdict, SourceId source) {
        const Dataset& data = *m_question.data;
        m_table.rows.push_back({textCell(data[m_question.consumer].code), textCell(data[m_question.mineral].slug),
                                textCell(id(m_question.stage)), textCell(m_method),
                                textCell(year ? std::to_string(*year) : ""), textCell(criterion),
                                numberCell(value.value), endCell(value.bounds, &Interval::lo),
                                endCell(value.bounds, &Interval::hi), numberCell(threshold),
                                textCell(criticality::id(verdict)), textCell(source.valid() ? data[source].id : "")});
    }

    const consumer::Question& m_question;
    std::string_view m_method;
    Table& m_table;
};

void addScreens(const Asked& asked, const consumer::Question& q, Table& table) {
    const auto cepii = asked.cepii ? consumer::cepiiScreenOf(q, asked.thresholds) : Error::missing("");
    if (cepii) {
        Rows rows(q, "cepii", table);
        for (std::size_t i = 0; i < cepii->years.size(); ++i)
            rows.year(cepii->trade[i], cepii->years[i], consumer::cepiiCriteria);
        rows.whole(criticality::cepiiVerdict(cepii->years, asked.needed));
    }
    const auto commission = asked.commission ? consumer::commissionScreenOf(q, asked.thresholds) : Error::missing("");
    if (commission) {
        Rows rows(q, "commission", table);
        rows.year(commission->trade, commission->screen, consumer::commissionCriteria);
        rows.whole(commission->screen.verdict);
    }
}

Table tableOf(const Asked& asked) {
    Table table;
    addColumns(table, Align::left, {"for", "mineral", "stage", "method", "year", "criterion"});
    addColumns(table, Align::right, {"value", "lo", "hi", "threshold"});
    addColumns(table, Align::left, {"verdict", "source"});
    for (const EconomyId consumer : asked.consumers) {
        for (const MineralId mineral : asked.minerals) {
            for (const Stage stage : asked.stages)
                addScreens(asked, {asked.data.get(), consumer, mineral, stage, asked.year, {}, nullptr}, table);
        }
    }
    return table;
}

}  // namespace

Exit screen(Words words, Terminal terminal) {
    const auto call = callWithData(words, options, terminal);
    if (!call) return fail(terminal, call.error());
    const auto asked = askedOf(*call);
    if (!asked) return fail(terminal, asked.error());
    printFound(tableOf(*asked), call->format, terminal);
    return Exit::ok;
}

}  // namespace adit::cli

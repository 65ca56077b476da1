#include "app/cli/commands/importance.h"

#include "app/cli/commands/asking.h"
#include "app/cli/commands/names.h"
#include "core/base/sum.h"
#include "core/consumer/assumed_input.h"
#include "core/criticality/supply_risk.h"
#include "core/criticality/verdict.h"

#include <algorithm>
#include <array>

namespace adit::cli {

const std::string_view importanceUsage =
    "usage: adit-cli importance [FILE.csv] [--mineral M] [options]\n"
    "\n"
    "Economic importance by the Commission's method: substitution times the sum of each end use's share and the value\n"
    "added of its sector, times ten over the largest sector's. Shares of end uses and value added are yours; the\n"
    "dataset has the published results, which `--mineral` sets beside.\n"
    "\n"
    "  FILE.csv           columns use, share (0..1), value_added (empty: not known), and max, which may be missing: "
    "the\n"
    "                     largest value added of all sectors, the same on each line\n"
    "  --max X            the same, instead of the column\n"
    "  --substitution X   substitution index, 0..1; 1 (no substitute) where it is missing\n"
    "  --mineral M        a mineral by id, name or alias\n"
    "  --dataset FILE     another dataset than the bundled one\n"
    "  --workspace FILE   with the assumptions and own measures of this workspace laid over it\n"
    "  --format F         table (default), csv or json\n"
    "\n"
    "Fields: row name share value_added value lo hi verdict year source. The rows: `use` with its part of the sum,\n"
    "`computed` and `published`; the verdict is against the threshold of 2.8. What the shares leave open counts as\n"
    "nothing in value and lo and as the largest sector in hi.\n"
    "\n"
    "Example: shares and value added of one's own beside what the Commission found for cobalt\n"
    "\n"
    "  printf 'use,share,value_added\\nbatteries,0.5,100\\nalloys,0.3,40\\nother,0.2,200\\n' > uses.csv\n"
    "  adit-cli importance uses.csv --max 250 --substitution 0.9 --mineral cobalt\n";

namespace {

constexpr std::array options{Option{"--max", ""},     Option{"--substitution", ""}, Option{"--mineral", ""},
                             Option{"--dataset", ""}, Option{"--workspace", ""},    Option{"--format", ""}};

struct Uses {
    std::vector<std::string> names;
    std::vector<criticality::EndUse> uses;
    std::optional<double> largest;
};

Result<Uses> usesIn(const std::string& file) {
    const auto own = OwnTable::read(file, {"use", "share", "value_added"}, {"max"});
    if (!own) return own.error();
    Uses out;
    for (std::size_t row = 0; row < own->rows(); ++row) {
        const auto share = own->neededNumber(row, "share", {0.0, 1.0});
        if (!share) return share.error();
        const auto value = own->number(row, "value_added", {0.0, unbounded});
        if (!value) return value.error();
        const auto largest = own->number(row, "max", {0.0, unbounded});
        if (!largest) return largest.error();
        if (*largest && out.largest && **largest != *out.largest)
            return own->refuse(row, "max", "is not what stands above");
        if (*largest) out.largest = *largest;
        out.names.push_back(own->text(row, "use"));
        out.uses.push_back({*share, *value});
    }
    return out;
}

void add(Table& table, std::string_view row, std::string_view name, std::optional<double> share,
         std::optional<double> valueAdded, const Estimate& value, std::string_view year, std::string_view source) {
    const bool isUse = row == "use";
    const auto verdict =
        criticality::judge(value, criticality::Side::atLeast, criticality::economicImportanceThreshold);
    table.rows.push_back({textCell(row), textCell(name), numberCell(share), numberCell(valueAdded),
                          numberCell(value.value), endCell(value.bounds, &Interval::lo),
                          endCell(value.bounds, &Interval::hi), textCell(isUse ? "" : criticality::id(verdict)),
                          textCell(year), textCell(source)});
}

Status addComputed(const Arguments& arguments, Table& table) {
    auto own = usesIn(arguments.places[0]);
    if (!own) return own.error();
    const auto substitution = numberAsked(arguments, "--substitution", {0.0, 1.0}, 1.0);
    if (!substitution) return substitution.error();
    const auto largest = numberAsked(arguments, "--max", {0.0, unbounded});
    if (!largest) return largest.error();
    if (*largest) own->largest = *largest;
    if (!own->largest) return Error::badInput("say the largest value added of all sectors: --max, or a column max");
    for (const criticality::EndUse& use : own->uses) {
        if (use.valueAdded.value_or(0.0) > *own->largest)
            return Error::badInput("a value added is larger than the largest of all sectors");
    }
    const auto importance = criticality::economicImportance(own->uses, *own->largest, *substitution);
    if (!importance) return importance.error();
    for (std::size_t i = 0; i < own->uses.size(); ++i) {
        const criticality::EndUse& use = own->uses[i];
        const auto part = use.valueAdded
                              ? Estimate::known(*substitution * use.share * *use.valueAdded * 10.0 / *own->largest)
                              : Estimate{};
        add(table, "use", own->names[i], use.share, use.valueAdded, part, "", "");
    }
    add(table, "computed", "economic importance", {}, {}, *importance, "", "");
    return Done{};
}

Status addPublished(const Arguments& arguments, Table& table, Terminal terminal) {
    const auto data = openDataset(arguments, terminal);
    if (!data) return data.error();
    const auto mineral = mineralNamed(**data, *arguments.value("--mineral"));
    if (!mineral) return mineral.error();
    for (const PublishedResult& row : (*data)->published) {
        if (row.mineral != *mineral || row.quantity != "economic_importance") continue;
        add(table, "published", row.material, {}, {}, Estimate::known(row.value), std::to_string(row.year),
            (**data)[row.source].id);
    }
    const auto of = (*data)->economy(traitsOf(Assumable::economicImportance).onlyOf);
    const Assumed* own = of ? (*data)->assumedFor(Assumable::economicImportance, *of, *mineral) : nullptr;
    if (own != nullptr) add(table, "assumed", (**data)[*mineral].name, {}, {}, consumer::estimateOf(*own), "", "");
    return Done{};
}

}  // namespace

Exit importance(Words words, Terminal terminal) {
    const auto call = callOf(words, options, {"[FILE.csv]"});
    if (!call) return fail(terminal, call.error());
    const Arguments& arguments = call->arguments;
    if (arguments.places.empty() && !arguments.has("--mineral"))
        return fail(terminal, Error::badInput("give a file of end uses, or --mineral NAME"));
    Table table;
    addColumns(table, Align::left, {"row", "name"});
    addColumns(table, Align::right, {"share", "value_added", "value", "lo", "hi"});
    addColumns(table, Align::left, {"verdict", "year", "source"});
    if (!arguments.places.empty()) {
        if (const Status status = addComputed(arguments, table); !status) return fail(terminal, status.error());
    }
    if (arguments.has("--mineral")) {
        if (const Status status = addPublished(arguments, table, terminal); !status)
            return fail(terminal, status.error());
    }
    printFound(table, call->format, terminal);
    return Exit::ok;
}

}  // namespace adit::cli

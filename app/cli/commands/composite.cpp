#include "app/cli/commands/composite.h"

#include "app/cli/commands/asking.h"
#include "app/cli/commands/names.h"
#include "core/base/sum.h"
#include "core/base/text.h"
#include "core/criticality/composite.h"
#include "core/cube/memo.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace adit::cli {

const std::string_view compositeUsage =
    "usage: adit-cli composite --indicators ID:WEIGHT,... [options]\n"
    "\n"
    "Indices of the registry made into one figure for each mineral: normalised, weighted, aggregated (OECD & JRC\n"
    "Handbook on Constructing Composite Indicators 2008). An index that is missing or an interval makes the composite\n"
    "an interval; weights are never spread over the rest. Minerals without any of the indices are left out.\n"
    "\n"
    "  --indicators ID:W,...  indices and their weights, which add up to 1\n"
    "  --for E                the consumer, where an index is of one\n"
    "  --mineral M,...        minerals by id, name or alias; all (default)\n"
    "  --stage S              mine, refine (default) or component\n"
    "  --year Y               a year; 2024 where it is missing\n"
    "  --view V               located (default) or controlled\n"
    "  --rule R               who controls: majority (default), operator or equity\n"
    "  --normalise N          min-max (default), rank, percentile or z-score\n"
    "  --aggregate A          arithmetic (default) or geometric\n"
    "  --bounds ID=LO..HI,... of min-max, instead of the index's own range; an open end of a fraction is 0 or 1\n"
    "  --top N                how many count as the top; 10\n"
    "  --draws N              draws of weights for the robustness of ranks; 1000\n"
    "  --seed N               of the draws; 1\n"
    "  --dataset FILE         another dataset than the bundled one\n"
    "  --workspace FILE       with the assumptions and own measures of this workspace laid over it\n"
    "  --format F             table (default), csv or json\n"
    "\n"
    "Fields: mineral composite lo hi rank_best rank_worst top_share_lo top_share_hi, then for each index ID ID_lo "
    "ID_hi,\n"
    "and the flags of all.\n"
    "Ranks count from the highest, worst composite. top_share is the share of weight draws (flat Dirichlet) in which\n"
    "the mineral stays among the top. Weights, bounds and direction of each index go to the error stream.\n"
    "\n"
    "Example: which refined minerals are concentrated and bought from few?\n"
    "\n"
    "  adit-cli composite --indicators hhi-10k:0.5,supply-hhi:0.3,import-reliance:0.2 --for EU27\n";

namespace {

using criticality::Aggregation;
using criticality::CompositeInput;
using criticality::Normalisation;

constexpr std::array options{
    Option{"--indicators", ""}, Option{"--for", ""},     Option{"--mineral", ""},   Option{"--stage", ""},
    Option{"--year", ""},       Option{"--view", ""},    Option{"--rule", ""},      Option{"--normalise", ""},
    Option{"--aggregate", ""},  Option{"--bounds", ""},  Option{"--top", ""},       Option{"--draws", ""},
    Option{"--seed", ""},       Option{"--dataset", ""}, Option{"--workspace", ""}, Option{"--format", ""}};

struct Asked {
    DatasetPtr data;
    index::Query query;
    std::vector<const index::Definition*> indices;
    std::vector<MineralId> minerals;
    std::vector<Flags> flags;  // one for each mineral that stays, of all its indices
    CompositeInput input;
    criticality::Robustness robustness;
};

template <typename T, std::size_t n>
Result<T> oneOf(std::string_view word, const std::array<std::pair<std::string_view, T>, n>& known) {
    std::vector<std::string> names;
    for (const auto& [name, value] : known) {
        if (name == word) return value;
        names.emplace_back(name);
    }
    return Error::badInput("\"" + std::string(word) + "\" is none of " + text::join(names, ", "));
}

// A fraction whose range is open ends at 0 and 1: what lies beyond counts as the end.
Interval ownRange(const index::Definition& index) {
    if (index.unit != Unit::one) return index.range;
    return {std::isfinite(index.range.lo) ? index.range.lo : 0.0, std::isfinite(index.range.hi) ? index.range.hi : 1.0};
}

Status readIndicators(const Arguments& arguments, Asked& asked) {
    const auto parts = partsNamed(arguments.value("--indicators").value_or(""), ':');
    if (!parts) return parts.error();
    if (parts->empty()) return Error::badInput("say of which indices: --indicators ID:WEIGHT,...");
    Sum weights;
    for (const auto& [name, word] : *parts) {
        const auto index = indexNamed(name);
        if (!index) return index.error();
        const auto weight = text::toDouble(word);
        if (!weight || *weight < 0.0) return Error::badInput("the weight of " + name + " is no share");
        const bool twice = std::find(asked.indices.begin(), asked.indices.end(), *index) != asked.indices.end();
        if (twice) return Error::badInput(name + " stands there twice");
        asked.indices.push_back(*index);
        weights.add(*weight);
        asked.input.indicators.push_back(
            {name, *weight, (*index)->better != index::Better::higher, ownRange(**index), {}, {}});
    }
    if (std::fabs(weights.value() - 1.0) > 1e-9)
        return Error::badInput("the weights add up to " + text::shortest(weights.value()) + ", not to 1");
    return Done{};
}

Status readBounds(const Arguments& arguments, Asked& asked) {
    const auto parts = partsNamed(arguments.value("--bounds").value_or(""), '=');
    if (!parts) return parts.error();
    for (const auto& [name, word] : *parts) {
        const auto range = intervalNamed(word);
        if (!range) return range.error();
        const auto found = std::find_if(asked.input.indicators.begin(), asked.input.indicators.end(),
                                        [&](const criticality::Indicator& i) { return i.id == name; });
        if (found == asked.input.indicators.end()) return Error::badInput(name + " is none of the indicators");
        found->bounds = *range;
    }
    if (asked.input.normalisation != Normalisation::minMax) return Done{};
    for (const criticality::Indicator& indicator : asked.input.indicators) {
        if (!std::isfinite(indicator.bounds.lo) || !std::isfinite(indicator.bounds.hi))
            return Error::badInput(indicator.id + " has no upper end of its own: say --bounds " + indicator.id +
                                   "=LO..HI, or another --normalise");
    }
    return Done{};
}

Status readWays(const Arguments& arguments, Asked& asked) {
    static constexpr std::array<std::pair<std::string_view, Normalisation>, 4> normalisations{
        {{"min-max", Normalisation::minMax},
         {"rank", Normalisation::rank},
         {"percentile", Normalisation::percentile},
         {"z-score", Normalisation::zScore}}};
    static constexpr std::array<std::pair<std::string_view, Aggregation>, 2> aggregations{
        {{"arithmetic", Aggregation::arithmetic}, {"geometric", Aggregation::geometric}}};
    const auto normalisation = oneOf(arguments.value("--normalise").value_or("min-max"), normalisations);
    if (!normalisation) return normalisation.error();
    const auto aggregation = oneOf(arguments.value("--aggregate").value_or("arithmetic"), aggregations);
    if (!aggregation) return aggregation.error();
    asked.input.normalisation = *normalisation;
    asked.input.aggregation = *aggregation;
    const auto top = numberAsked(arguments, "--top", {1.0, 1000.0}, 10.0);
    const auto draws = numberAsked(arguments, "--draws", {1.0, 100000.0}, 1000.0);
    const auto seed = numberAsked(arguments, "--seed", {0.0, 1e15}, 1.0);
    for (const auto* number : {&top, &draws, &seed}) {
        if (!*number) return number->error();
    }
    asked.robustness = {static_cast<std::size_t>(*top), static_cast<std::size_t>(*draws),
                        static_cast<std::uint64_t>(*seed)};
    return Done{};
}

Status readPlace(const Arguments& arguments, Asked& asked) {
    const auto minerals = mineralsOf(arguments, *asked.data);
    if (!minerals) return minerals.error();
    asked.minerals = *minerals;
    const auto query = queryOf(arguments, *asked.data);
    if (!query) return query.error();
    asked.query = *query;
    asked.query.detail = index::Detail::numbers;
    const auto economy = economyOf(arguments, *asked.data);
    if (!economy) return economy.error();
    asked.query.economy = *economy;
    for (const index::Definition* index : asked.indices) {
        if (const Status status = checkEconomy(*index, asked.query); !status) return status;
    }
    return Done{};
}

Result<Asked> askedOf(const Call& call) {
    Asked asked;
    asked.data = call.data;
    for (const auto& read : {readIndicators, readWays, readBounds, readPlace}) {
        if (const Status status = read(call.arguments, asked); !status) return status.error();
    }
    return asked;
}

// Minerals for which one of the indices says something stay; the others are counted.
std::size_t compute(Asked& asked) {
    cube::Memo memo(*asked.data);
    std::vector<MineralId> kept;
    for (const MineralId mineral : asked.minerals) {
        std::vector<Figure> figures;
        for (const index::Definition* index : asked.indices) {
            index::Query query = asked.query;
            query.mineral = mineral;
            query.memo = &memo;
            if (!index->needsEconomy) query.economy.reset();
            figures.push_back(index->compute(query));
        }
        const bool says = std::any_of(figures.begin(), figures.end(), [](const Figure& f) { return f.bounds; });
        if (!says) continue;
        kept.push_back(mineral);
        Flags& flags = asked.flags.emplace_back();
        for (std::size_t i = 0; i < figures.size(); ++i) {
            asked.input.indicators[i].values.push_back(figures[i].value);
            asked.input.indicators[i].ranges.push_back(figures[i].bounds);
            flags.add(figures[i].flags);
        }
    }
    const std::size_t left = asked.minerals.size() - kept.size();
    asked.minerals = std::move(kept);
    return left;
}

struct Ranked {
    std::size_t mineral = 0;  // place among those asked
    std::size_t best = 1;
    std::size_t worst = 1;
};

// By the middle of what the composite may be, highest first; ranks as far apart as the intervals allow.
std::vector<Ranked> ranked(const std::vector<Estimate>& composites) {
    std::vector<Ranked> out;
    for (std::size_t m = 0; m < composites.size(); ++m) {
        Ranked row{m, 1, 1};
        for (std::size_t other = 0; other < composites.size(); ++other) {
            if (other == m) continue;
            if (composites[other].bounds->lo > composites[m].bounds->hi) ++row.best;
            if (composites[other].bounds->hi > composites[m].bounds->lo) ++row.worst;
        }
        out.push_back(row);
    }
    const auto middle = [&](const Ranked& row) {
        const Interval& b = *composites[row.mineral].bounds;
        return 0.5 * (b.lo + b.hi);
    };
    std::stable_sort(out.begin(), out.end(), [&](const Ranked& a, const Ranked& b) { return middle(a) > middle(b); });
    return out;
}

Cell rankCell(std::size_t rank) {
    return Cell::number(static_cast<double>(rank), std::to_string(rank));
}

Table tableOf(const Asked& asked, const std::vector<Estimate>& composites, const std::vector<Interval>& shares) {
    Table table;
    addColumns(table, Align::left, {"mineral"});
    addColumns(table, Align::right,
               {"composite", "lo", "hi", "rank_best", "rank_worst", "top_share_lo", "top_share_hi"});
    for (const criticality::Indicator& indicator : asked.input.indicators) {
        addColumns(table, Align::right, {indicator.id, indicator.id + "_lo", indicator.id + "_hi"});
    }
    addColumns(table, Align::left, {"flags"});
    for (const Ranked& row : ranked(composites)) {
        const Estimate& composite = composites[row.mineral];
        std::vector<Cell> cells{textCell((*asked.data)[asked.minerals[row.mineral]].slug),
                                numberCell(composite.value),
                                endCell(composite.bounds, &Interval::lo),
                                endCell(composite.bounds, &Interval::hi),
                                rankCell(row.best),
                                rankCell(row.worst),
                                numberCell(shares[row.mineral].lo),
                                numberCell(shares[row.mineral].hi)};
        for (const criticality::Indicator& indicator : asked.input.indicators) {
            cells.push_back(numberCell(indicator.values[row.mineral]));
            cells.push_back(endCell(indicator.ranges[row.mineral], &Interval::lo));
            cells.push_back(endCell(indicator.ranges[row.mineral], &Interval::hi));
        }
        cells.push_back(textCell(flagText(asked.flags[row.mineral])));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

void printMaking(const Asked& asked, std::size_t left, std::ostream& err) {
    for (const criticality::Indicator& indicator : asked.input.indicators) {
        err << indicator.id << ": weight " << text::shortest(indicator.weight) << ", ";
        if (asked.input.normalisation == Normalisation::minMax)
            err << "bounds " << text::shortest(indicator.bounds.lo) << " to " << text::shortest(indicator.bounds.hi)
                << ", ";
        err << (indicator.higherIsWorse ? "higher is worse" : "lower is worse") << '\n';
    }
    err << "ranks: top " << asked.robustness.top << ", " << asked.robustness.draws << " draws, seed "
        << asked.robustness.seed << '\n';
    if (left > 0) err << left << " minerals have none of the indices and are left out\n";
}

}  // namespace

Exit composite(Words words, Terminal terminal) {
    const auto call = callWithData(words, options, terminal);
    if (!call) return fail(terminal, call.error());
    auto asked = askedOf(*call);
    if (!asked) return fail(terminal, asked.error());
    const std::size_t left = compute(*asked);
    const auto composites = criticality::composite(asked->input);
    if (!composites) return fail(terminal, composites.error());
    const auto shares = criticality::rankRobustness(asked->input, asked->robustness);
    if (!shares) return fail(terminal, shares.error());
    printMaking(*asked, left, terminal.err);
    print(tableOf(*asked, *composites, *shares), call->format, terminal);
    return Exit::ok;
}

}  // namespace adit::cli

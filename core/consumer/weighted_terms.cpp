#include "core/consumer/weighted_terms.h"

#include "core/base/number_words.h"
#include "core/base/sum.h"
#include "core/consumer/assumed_input.h"
#include "core/criticality/trade_parameter.h"

#include <algorithm>

namespace adit::consumer {
namespace {

constexpr std::size_t shown = 4;

Estimate scaled(const Estimate& weight, double scale) {
    return through(std::array{weight}, weight.reason,
                   [scale](const std::array<double, 1>& x) { return std::optional(scale * x[0]); });
}

std::string put(const Estimate& weight) {
    if (weight.value) return words::grouped(*weight.value, 2);
    if (!weight.bounds) return "?";
    return "(" + words::grouped(weight.bounds->lo, 2) + " to " + words::grouped(weight.bounds->hi, 2) + ")";
}

void sortBySize(std::vector<WeightedTerm>& terms) {
    std::stable_sort(terms.begin(), terms.end(), [](const WeightedTerm& a, const WeightedTerm& b) {
        return a.share.value_or(0.0) > b.share.value_or(0.0);
    });
}

// Own parts are tonnes where the supply is by mass, shares otherwise.
std::optional<double> ownShare(const Supply& supply, const OwnPart& part) {
    if (!supply.production) return part.quantity.value;
    if (!part.quantity.value || !supply.production->value) return std::nullopt;
    const double total = *supply.production->value + supply.imports.value_or(0.0);
    return total > 0.0 ? std::optional(*part.quantity.value / total) : std::nullopt;
}

// Mean of the weights by share; of those alone that have both.
std::optional<double> meanOf(std::span<const WeightedTerm> terms) {
    Sum sum;
    Sum total;
    for (const WeightedTerm& term : terms) {
        if (!term.share || !term.weight.value) continue;
        sum.add(*term.share * *term.weight.value);
        total.add(*term.share);
    }
    return total.value() > 0.0 ? std::optional(sum.value() / total.value()) : std::nullopt;
}

}  // namespace

std::vector<WeightedTerm> worldTerms(const index::Market& market, const governance::Weights& weights) {
    std::vector<WeightedTerm> terms;
    for (const index::Holder& holder : market.holders)
        terms.push_back({holder.economy, holder.share, scaled(weights.of(holder.economy), governance::euScale), 1.0});
    sortBySize(terms);
    return terms;
}

std::vector<WeightedTerm> supplyTerms(const Supply& supply, const governance::Weights& weights) {
    std::vector<WeightedTerm> terms;
    for (const Supplier& s : supply.suppliers) {
        if (!s.isOwn) terms.push_back({s.economy, s.share, scaled(weights.of(s.economy), governance::euScale), 1.0});
    }
    const double inside = supply.isBloc ? criticality::insideUnion : criticality::neutralTrade;
    for (const OwnPart& part : supply.own) {
        terms.push_back(
            {part.economy, ownShare(supply, part), scaled(weights.of(part.economy), governance::euScale), inside});
    }
    sortBySize(terms);
    return terms;
}

std::string squaresLine(std::span<const WeightedTerm> terms) {
    std::string line = "=";
    std::size_t count = 0;
    for (const WeightedTerm& term : terms) {
        if (!term.share || count == shown) break;
        line += (count++ == 0 ? " " : " + ") + words::grouped(*term.share, 3) + "² · " + put(term.weight);
        if (term.trade != 1.0) line += " · " + words::grouped(term.trade, 1);
    }
    if (count == 0) return "shares are known only within bounds";
    return count < terms.size() ? line + " + …" : line;
}

Input governanceInput(const index::Query& query, governance::Choice choice, std::span<const WeightedTerm> terms,
                      double scale) {
    Input input;
    input.name = choice == governance::Choice::allSix ? "governance risk, mean by share" : "instability, mean by share";
    input.unit = scale == 1.0 ? Unit::one : Unit::score;
    input.value = meanOf(terms);
    input.state = input.value ? State::derived : State::unknown;
    for (const WeightedTerm& term : terms) {
        const GovernanceRow* row = governance::rowBehind(*query.data, choice, term.economy, query.year);
        if (row == nullptr || !row->source.valid()) continue;
        input.source = row->source;
        input.year = row->year;
        break;
    }
    input.remark = choice == governance::Choice::allSix ? "mean of six dimensions G, turned into (2.5 − G) / 5"
                                                        : "political stability G, turned into (2.5 − G) / 5";
    if (scale != 1.0) input.remark += ", times 10";
    return input;
}

Input inputOf(const Dataset& data, const GovernanceRow& row) {
    Assumed assumed;
    assumed.what = Assumable::governance;
    assumed.economy = row.economy;
    assumed.central = row.estimate;
    assumed.detail = std::string(id(row.dimension)) + '/' + std::to_string(row.year);
    assumed.bounds = row.assumed ? row.assumed->bounds : Interval{row.estimate, row.estimate};
    if (const Assumed* set = data.assumedFor(assumed.what, row.economy, MineralId(), assumed.detail))
        assumed.note = set->note;
    const std::string name = data[row.economy].shortName + ", " + std::string(governance::nameOf(row.dimension));
    Input input = assumedInput(assumed, name, Unit::score);
    input.year = row.year;
    return input;
}

void addAssumedGovernance(std::vector<Input>& inputs, const index::Query& query, governance::Choice choice,
                          std::span<const WeightedTerm> terms) {
    const Dataset& data = *query.data;
    if (data.assumed.empty()) return;
    const bool open =
        std::ranges::any_of(terms, [](const WeightedTerm& t) { return t.weight.flags.has(Flag::noGovernance); });
    std::vector<EconomyId> economies;
    for (const WeightedTerm& term : terms)
        economies.push_back(term.economy);
    for (std::size_t i = 0; open && i < data.economies.size(); ++i)
        economies.push_back(EconomyId(i));
    std::ranges::sort(economies);
    economies.erase(std::unique(economies.begin(), economies.end()), economies.end());
    for (const EconomyId economy : economies) {
        for (const GovernanceRow* row : governance::assumedBehind(data, choice, economy, query.year))
            inputs.push_back(inputOf(data, *row));
    }
}

void addWeights(std::span<Input> inputs, const governance::Weights& weights, double scale) {
    for (Input& input : inputs) {
        const bool economy =
            input.economy.valid() && input.economy != Dataset::world && input.economy != Dataset::other;
        if (!economy || input.state == State::zero) continue;
        if (!input.remark.empty()) input.remark += "; ";
        input.remark += "weight " + put(scaled(weights.of(input.economy), scale));
    }
}

}  // namespace adit::consumer

#include "core/consumer/figures.h"

#include "core/base/number_words.h"
#include "core/base/sum.h"
#include "core/base/text.h"
#include "core/consumer/assumed_input.h"
#include "core/consumer/published_shares.h"
#include "core/consumer/supply_through.h"
#include "core/consumer/trade.h"
#include "core/criticality/trade_parameter.h"
#include "core/cube/memo.h"
#include "core/governance/weighted_hhi.h"
#include "core/index/bounds.h"
#include "core/index/indices.h"

#include <algorithm>

namespace adit::consumer {
namespace {

// What the user set of a supplier.
Assumable assumedOf(const Supply& supply, const Supplier& supplier) {
    if (supplier.row != nullptr) return Assumable::supplyShare;
    if (supplier.isOwn) return Assumable::production;
    return supply.ground == Ground::importsByValue ? Assumable::tradeValue : Assumable::imports;
}

State stateOf(const Supplier& supplier) {
    if (!supplier.share) return State::unknown;
    return supplier.bounds.exact() ? State::known : State::estimated;
}

Estimate times(const Estimate& estimate, double factor) {
    return through(std::array{estimate}, estimate.reason,
                   [factor](const std::array<double, 1>& x) { return std::optional(factor * x[0]); });
}

Estimate weightFor(const governance::Weights* weights, EconomyId economy) {
    return weights != nullptr ? times(weights->of(economy), governance::euScale) : Estimate::known(1.0);
}

}  // namespace

Question questionOf(const index::Query& query) {
    return {query.data, *query.economy, query.mineral, query.stage, query.year, {}, query.memo};
}

Question mixQuestionOf(const index::Query& query) {
    Question question = questionOf(query);
    question.hubs = query.hubs;
    return question;
}

Input inputOf(const Dataset& data, const Supply& supply, const Supplier& supplier) {
    Input input;
    input.name = data[supplier.economy].shortName;
    input.value = supplier.share;
    input.unit = Unit::one;
    input.state = stateOf(supplier);
    input.source = supplier.source.valid() ? supplier.source : supply.source;
    input.year = supply.year;
    input.basis = std::string(describe(supply.ground));
    input.economy = supplier.economy;
    if (!supplier.bounds.exact()) input.bounds = supplier.bounds;
    input.remark = supply.scope;
    if (supplier.isAssumed) {
        input.state = State::assumed;
        input.assumption = std::string(id(assumedOf(supply, supplier)));
        if (supplier.row != nullptr) input.detail = detailOf(data, *supplier.row);
    }
    return input;
}

Figure figureOf(const Estimate& estimate, Unit unit) {
    Figure figure;
    figure.unit = unit;
    figure.value = estimate.value;
    figure.bounds = estimate.bounds;
    figure.flags = estimate.flags;
    if (!estimate.value)
        figure.reason = estimate.reason.empty() ? "an input is not known" : std::string(estimate.reason);
    return figure;
}

void addSuppliers(Figure& figure, const Dataset& data, const Supply& supply) {
    figure.flags.add(supply.flags);
    const std::size_t first = figure.inputs.size();
    for (const Supplier& supplier : supply.suppliers)
        figure.inputs.push_back(inputOf(data, supply, supplier));
    if (!supply.isThroughHubs()) return;
    for (Input& input : std::span(figure.inputs).subspan(first)) {
        input.state = State::derived;
        input.remark = "hubs looked through";
    }
    for (Input& input : hubInputs(data, supply))
        figure.inputs.push_back(std::move(input));
}

void addBalance(Figure& figure, const Question& question, const Balance& balance) {
    figure.flags.add(balance.flags);
    const auto add = [&](std::string name, const Estimate& value, SourceId source, Assumable what) {
        Input input;
        input.name = std::move(name);
        input.value = value.value;
        input.unit = Unit::tonnes;
        input.state = value.value ? State::known : State::unknown;
        input.source = source;
        input.year = balance.year;
        input.basis = (*question.data)[question.mineral].basis;
        input.economy = question.consumer;
        if (value.bounds && !value.bounds->exact()) input.bounds = value.bounds;
        if (value.flags.has(Flag::assumed)) {
            input.state = State::assumed;
            input.assumption = std::string(id(what));
        }
        figure.inputs.push_back(std::move(input));
    };
    add("production", balance.production, balance.productionSource, Assumable::production);
    add("imports", balance.imported(), balance.source, Assumable::imports);
    add("exports", balance.exported(), balance.source, Assumable::exports);
}

void addPartners(Figure& figure, const Question& question, const Balance& balance) {
    std::vector<chain::Flow> partners = balance.partners;
    std::stable_sort(partners.begin(), partners.end(),
                     [](const chain::Flow& a, const chain::Flow& b) { return a.tonnes > b.tonnes; });
    for (const chain::Flow& flow : partners) {
        Input input;
        input.name = (*question.data)[flow.from].shortName;
        input.value = flow.tonnes;
        input.source = balance.source;
        input.year = balance.year;
        input.basis = (*question.data)[question.mineral].basis;
        input.economy = flow.from;
        figure.inputs.push_back(std::move(input));
    }
}

Input valueInput(const Dataset& data, const Assumed& assumed) {
    const auto partner = data.economy(std::string_view(assumed.detail).substr(assumed.detail.rfind('/') + 1));
    const std::string from = partner ? " from " + data[*partner].shortName : std::string();
    return assumedInput(assumed, "imports of " + data[assumed.economy].shortName + from, Unit::usd);
}

void addAssumedValues(Figure& figure, const Question& question, int year, SourceId source) {
    Question then = question;
    then.memberYear = question.membersIn();
    then.year = year;
    for (const Assumed* assumed : assumedValues(then, publisherOf(*question.data, source)))
        figure.inputs.push_back(valueInput(*question.data, *assumed));
}

Input derivedInput(std::string name, const Estimate& value, Unit unit, SourceId source, int year) {
    Input input;
    input.name = std::move(name);
    input.value = value.value;
    input.unit = unit;
    input.state = value.value || value.bounds ? State::derived : State::unknown;
    input.source = source;
    input.year = year;
    if (value.bounds && !value.bounds->exact()) input.bounds = value.bounds;
    return input;
}

std::string put(const Estimate& value, int decimals) {
    if (value.value) return words::grouped(*value.value, decimals);
    if (!value.bounds) return "not known";
    return "(" + words::grouped(value.bounds->lo, decimals) + " to " + words::grouped(value.bounds->hi, decimals) + ")";
}

std::string groundLine(const Dataset& data, const Supply& supply) {
    const std::string last = std::to_string(supply.year);
    const std::string years = supply.firstYear == supply.year ? last : std::to_string(supply.firstYear) + "–" + last;
    return "shares: " + std::string(describe(supply.ground)) + ", " + years + ", " + data[supply.source].id;
}

void addGround(Figure& figure, const Dataset& data, const Supply& supply) {
    figure.formula.push_back(groundLine(data, supply));
    for (std::string& line : hubLines(data, supply))
        figure.formula.push_back(std::move(line));
}

std::string squaresLine(const Supply& supply) {
    constexpr std::size_t shown = 4;
    std::vector<std::string> terms;
    for (const Supplier& supplier : supply.suppliers) {
        if (terms.size() == shown) break;
        terms.push_back(put({supplier.share, supplier.bounds, {}, {}}, 3) + "²");
    }
    if (supply.suppliers.size() > shown) terms.emplace_back("…");
    return "= " + text::join(terms, " + ");
}

std::string resultLine(const Figure& figure) {
    if (figure.value) return "= " + words::value(*figure.value, figure.unit);
    if (!figure.bounds) return "not available";
    return "= " + words::value(figure.bounds->lo, figure.unit) + " to " + words::value(figure.bounds->hi, figure.unit);
}

void settleRule(Figure& figure, std::string_view rule) {
    if (figure.exact()) {
        figure.boundsRule.clear();
    } else if (figure.bounds && figure.boundsRule.empty()) {
        figure.boundsRule = rule;
    } else if (figure.value && !figure.bounds) {
        figure.boundsRule = "Inside the bounds of the inputs the figure is not defined everywhere, so it has none.";
    }
}

double smallestShare(const Supply& supply) {
    double smallest = supply.unknownShare();
    for (const Supplier& supplier : supply.suppliers)
        smallest = std::min(smallest, supplier.bounds.hi);
    return smallest;
}

// Tonnes where there are some: imports are known even where own output, and so every share, is not.
Estimate quantityOf(const Supply& supply, const Supplier& supplier) {
    if (!supply.production) return {supplier.share, supplier.bounds, {}, "a share is not known"};
    if (supplier.isOwn) return *supply.production;
    const double tonnes = supplier.tonnes.value_or(0.0);
    return Estimate::about(tonnes, supplier.range.value_or(Interval{tonnes, tonnes}));
}

// Trade parameter of own output: 0.8 among the members of a bloc, neutral for an economy alone.
double tradeInside(const Supply& supply) {
    return supply.isBloc ? criticality::insideUnion : criticality::neutralTrade;
}

// What is not sure to come from whom may be of anyone, named ones too.
Estimate concentrationBehind(const Supply& supply) {
    index::Spread spread;
    spread.rule = index::ResidualRule::anyone;
    spread.rest = chain::unknownShare(supply.behind->least);
    Sum squares;
    for (const Supplier& s : supply.suppliers) {
        spread.parts.push_back({{s.bounds.lo, s.bounds.lo}});
        squares.add(s.share.value_or(0.0) * s.share.value_or(0.0));
    }
    Estimate out = Estimate::within(spread.parts.empty() ? Interval{0.0, 1.0} : index::hhiBounds(spread).range);
    if (supply.unknownShare() > 0.0) out.flags.add(Flag::partialCoverage);
    out.reason = "a share is not known";
    if (!supply.isCentral() || supply.suppliers.empty()) return out;
    out.value = squares.value();
    const bool exact = spread.rest == 0.0;
    out.bounds = exact ? Interval{*out.value, *out.value}
                       : Interval{std::min(out.bounds->lo, *out.value), std::max(out.bounds->hi, *out.value)};
    return out;
}

Estimate concentrationOf(const Supply& supply, const governance::Weights* weights) {
    if (supply.isThroughHubs() && weights == nullptr) return concentrationBehind(supply);
    std::vector<governance::WeightedHolder> holders;
    for (const Supplier& s : supply.suppliers) {
        if (s.isOwn && weights != nullptr) continue;
        holders.push_back({quantityOf(supply, s), weightFor(weights, s.economy), 1.0});
    }
    for (const OwnPart& part : weights != nullptr ? supply.own : std::vector<OwnPart>{})
        holders.push_back({part.quantity, weightFor(weights, part.economy), tradeInside(supply)});
    if (supply.production) return governance::weightedIndex(holders);
    const double highest = weights != nullptr ? governance::euScale : 1.0;
    const double lowest = weights != nullptr ? 0.0 : 1.0;
    return governance::weightedIndex(holders, {supply.unknownShare(), smallestShare(supply), {lowest, highest}});
}

Estimate worldConcentration(const index::Market& market, const governance::Weights& weights) {
    std::vector<governance::WeightedHolder> holders;
    double smallest = market.mostUnattributed();
    for (const index::Holder& holder : market.holders) {
        const Interval& range = market.view == View::controlled ? holder.sure : holder.tonnesBounds;
        holders.push_back({{holder.tonnes, range, {}, "output of a producer is not known"},
                           weightFor(&weights, holder.economy),
                           1.0});
        smallest = std::min(smallest, holder.tonnesBounds.hi);
    }
    const auto isAnyones = [](index::ResidualRule rule) { return rule == index::ResidualRule::anyone; };
    Estimate out = governance::weightedIndex(holders, {.quantity = market.unattributed,
                                                       .cap = smallest,
                                                       .weight = {0.0, governance::euScale},
                                                       .more = market.restMore,
                                                       .less = market.restLess,
                                                       .anyones = isAnyones(market.residual),
                                                       .moreAnyones = isAnyones(market.ruleOfMost())});
    out.flags.add(market.flags);
    return out;
}

Estimate worldHhi(const index::Query& query) {
    const Figure figure = index::hhi.compute(query);
    return {figure.value, figure.bounds, figure.flags, "world concentration is not known"};
}

Estimate sharedWorldConcentration(const index::Query& query) {
    if (query.memo != nullptr) return query.memo->worldConcentration(query);
    const index::PreparedPtr ready = index::prepared(query);
    if (!ready->market) return {};
    return worldConcentration(*ready->market, *weightsFor(query, governance::Choice::allSix));
}

Estimate sharedWorldHhi(const index::Query& query) {
    return query.memo != nullptr ? query.memo->worldHhi(query) : worldHhi(query);
}

std::vector<governance::Output> productionOf(const index::Market* market) {
    std::vector<governance::Output> production;
    for (const index::Holder& holder : market != nullptr ? market->holders : std::vector<index::Holder>{})
        production.push_back({holder.economy, holder.tonnes.value_or(0.0)});
    return production;
}

governance::WeightsPtr weightsFor(const index::Query& query, governance::Choice choice) {
    if (query.memo != nullptr) return query.memo->weights(query, choice);
    const index::PreparedPtr ready = index::prepared(query);
    const index::Market* market = ready->market ? &*ready->market : nullptr;
    return std::make_shared<const governance::Weights>(*query.data, choice, query.year, productionOf(market));
}

Figure unanswered(Unit unit, const Error& error) {
    return Figure::absent(unit, "nothing is published on " + error.text);
}

Figure noConsumer(Unit unit) {
    return Figure::absent(unit, "whose supply was not said");
}

}  // namespace adit::consumer

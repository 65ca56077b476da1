#include "core/consumer/holding_figures.h"

#include "core/base/number_words.h"
#include "core/consumer/figures.h"
#include "core/stockpiles/cover.h"

#include <algorithm>
#include <cmath>

namespace adit::consumer {
namespace {

constexpr std::string_view unknownMember =
    "A member's stock is not known: the bloc holds at least what the others hold.";
constexpr std::string_view ranges = "The ends of what the inputs can be.";

void addTerm(Figure& figure, const Term& term) {
    figure.flags.add(term.value.flags);
    for (const Input& input : term.inputs) {
        const bool known = std::find(figure.inputs.begin(), figure.inputs.end(), input) != figure.inputs.end();
        if (!known) figure.inputs.push_back(input);  // what two terms rest on is named once
    }
}

// A term as it stands in a formula: "2 400", "at least 730", "not known".
std::string put(const Estimate& e) {
    if (e.value) return words::plain(*e.value);
    if (!e.bounds) return "not known";
    if (std::isinf(e.bounds->hi)) return "at least " + words::plain(e.bounds->lo);
    return words::plain(e.bounds->lo) + " to " + words::plain(e.bounds->hi);
}

std::string result(const Figure& figure) {
    if (figure.value && std::isinf(*figure.value)) return "unlimited: nothing is lost";
    if (figure.value) return "= " + words::value(*figure.value, figure.unit);
    if (!figure.bounds) return "not available: " + figure.reason;
    if (std::isinf(figure.bounds->hi)) return "at least " + words::value(figure.bounds->lo, figure.unit);
    return "= " + words::value(figure.bounds->lo, figure.unit) + " to " + words::value(figure.bounds->hi, figure.unit);
}

Figure ofTerm(const Term& term, Unit unit) {
    Figure figure = figureOf(term.value, unit);
    addTerm(figure, term);
    if (!term.ground.empty()) figure.formula.push_back(term.ground);
    if (!term.numbers.empty()) figure.formula.push_back(term.numbers);
    figure.formula.push_back(result(figure));
    return figure;
}

void settle(Figure& figure, const Term& stock) {
    const bool open = stock.value.bounds && std::isinf(stock.value.bounds->hi);
    settleRule(figure, open ? unknownMember : ranges);
}

}  // namespace

Figure stockFigure(const index::Query& query) {
    if (!query.economy) return noConsumer(Unit::tonnes);
    const HoldingPtr shared = sharedHolding(questionOf(query));
    const Term& stock = shared->stock;
    Figure figure = ofTerm(stock, Unit::tonnes);
    settle(figure, stock);
    return figure;
}

Figure consumptionFigure(const index::Query& query) {
    if (!query.economy) return noConsumer(Unit::tonnesPerYear);
    const HoldingPtr shared = sharedHolding(questionOf(query));
    const Term& term = shared->consumption;
    Figure figure = figureOf(term.value, Unit::tonnesPerYear);
    addTerm(figure, term);
    if (!term.ground.empty()) figure.formula.push_back(term.ground);
    if (term.inputs.size() == 3) {
        figure.formula.emplace_back("= production + imports − exports");
        std::string line = "=";
        for (std::size_t i = 0; i < 3; ++i) {
            const Input& input = term.inputs[i];
            const char* sign = i == 0 ? " " : i == 1 ? " + " : " − ";
            line += sign + put({input.value, input.bounds, {}, {}});
        }
        figure.formula.push_back(line);
    }
    figure.formula.push_back(result(figure));
    settleRule(figure, "Own output that is not listed lies between nothing and half as much again as the last known.");
    return figure;
}

Figure targetFigure(const index::Query& query) {
    if (!query.economy) return noConsumer(Unit::days);
    Figure figure = ofTerm(sharedHolding(questionOf(query))->target, Unit::days);
    settleRule(figure, ranges);
    return figure;
}

Figure coverFigure(const index::Query& query) {
    if (!query.economy) return noConsumer(Unit::days);
    const HoldingPtr shared = sharedHolding(questionOf(query));
    const Holding& h = *shared;
    Figure figure = figureOf(h.cover, Unit::days);
    for (const Term* term : {&h.stock, &h.floor, &h.consumption})
        addTerm(figure, *term);
    figure.formula = {
        "cover = (stock − floor) / consumption × 365",
        "= (" + put(h.stock.value) + " − " + put(h.floor.value) + ") t / " + put(h.consumption.value) + " t/yr × 365",
        result(figure)};
    settle(figure, h.stock);
    return figure;
}

Figure netCoverFigure(const index::Query& query) {
    if (!query.economy) return noConsumer(Unit::days);
    const Question question = questionOf(query);
    const auto supplier = query.partner ? query.partner : largestSupplier(question);
    if (!supplier) return Figure::absent(Unit::days, "the suppliers are not known");
    const HoldingPtr shared = sharedHolding(question);
    const Holding& h = *shared;
    const Loss loss = lossOf(question, *supplier);
    Figure figure = figureOf(netCover(h, loss.share), Unit::days);
    for (const Term* term : {&h.stock, &h.floor, &h.releaseLimit, &h.consumption})
        addTerm(figure, *term);
    const std::string& name = (*query.data)[*supplier].shortName;
    if (loss.supply) {
        const Supply& supply = **loss.supply;
        const Supplier* found = supply.find(*supplier);
        Input input = found != nullptr ? inputOf(*query.data, supply, *found) : Input{};
        input.name = "share of " + name;
        if (found == nullptr) {
            input.value = 0.0;
            input.unit = Unit::one;
            input.source = supply.source;
            input.year = supply.year;
            input.remark = "not among the suppliers";
        }
        figure.inputs.push_back(std::move(input));
    }
    figure.formula = {"net cover = (stock − floor) / (consumption / 365 × share lost)",
                      "lost: supply from " + name + ", nobody steps in",
                      "= (" + put(h.stock.value) + " − " + put(h.floor.value) + ") t / (" + put(h.consumption.value) +
                          " t/yr / 365 × " + put(loss.share) + ")",
                      result(figure)};
    settle(figure, h.stock);
    return figure;
}

std::optional<double> surplusOf(const Holding& h) {
    if (!h.stock.value.exact() || !h.required.exact()) return std::nullopt;
    const double beyond = *h.stock.value.value - *h.required.value;
    return beyond > 0.0 ? std::optional(beyond) : std::nullopt;
}

Figure gapFigure(const index::Query& query) {
    if (!query.economy) return noConsumer(Unit::tonnes);
    const HoldingPtr shared = sharedHolding(questionOf(query));
    const Holding& h = *shared;
    Figure figure = figureOf(h.gap, Unit::tonnes);
    for (const Term* term : {&h.target, &h.consumption, &h.stock})
        addTerm(figure, *term);
    figure.formula = {
        "gap = target × consumption / 365 − stock, never below 0",
        "= " + put(h.target.value) + " d × " + put(h.consumption.value) + " t/yr / 365 − " + put(h.stock.value) + " t",
        result(figure)};
    if (const auto surplus = surplusOf(h)) figure.formula.push_back("surplus: " + words::plain(*surplus) + " t");
    settle(figure, h.stock);
    return figure;
}

Figure gapCostFigure(const index::Query& query) {
    if (!query.economy) return noConsumer(Unit::usd);
    const HoldingPtr shared = sharedHolding(questionOf(query));
    const Holding& h = *shared;
    Figure figure = figureOf(h.cost, Unit::usd);
    for (const Term* term : {&h.price, &h.target, &h.consumption, &h.stock})
        addTerm(figure, *term);
    figure.formula = {"cost = gap × price", "= " + put(h.gap) + " t × " + put(h.price.value) + " USD/t",
                      result(figure)};
    settle(figure, h.stock);
    return figure;
}

}  // namespace adit::consumer

#include "core/base/number_words.h"
#include "core/base/text.h"
#include "core/consumer/assumed_input.h"
#include "core/consumer/holding.h"
#include "core/consumer/stock.h"
#include "core/dataset/assumed_in.h"
#include "core/stockpiles/cover.h"

#include <algorithm>

namespace adit::consumer {
namespace {

const Dataset& dataOf(const Question& q) {
    return *q.data;
}

Input inputNamed(std::string name, double value, Unit unit, SourceId source, int year) {
    Input input;
    input.name = std::move(name);
    input.value = value;
    input.unit = unit;
    input.source = source;
    input.year = year;
    return input;
}

Term termOf(const Assumed& assumed, std::string name, Unit unit) {
    Term term;
    term.value = estimateOf(assumed);
    term.inputs = {assumedInput(assumed, std::move(name), unit)};
    term.assumed = &assumed;
    term.ground = "your assumption";
    return term;
}

std::string nameOf(Assumable what) {
    switch (what) {
        case Assumable::stock:
            return "stock";
        case Assumable::floor:
            return "floor";
        case Assumable::releaseLimit:
            return "release limit";
        case Assumable::consumption:
            return "consumption";
        case Assumable::targetDays:
            return "target";
        case Assumable::price:
            return "price";
        default:
            return std::string(id(what));
    }
}

// Of this mineral (a programme for all of a ministry's minerals says nothing of a single one), the newest, then what
// the source gives in the unit asked for.
const ProgrammeCover* best(const std::vector<ProgrammeCover>& programmes, std::string_view status, bool inDays) {
    const ProgrammeCover* found = nullptr;
    const auto rank = [&](const ProgrammeCover& p) { return std::pair(p.row->year, p.publishedInDays == inDays); };
    for (const ProgrammeCover& p : programmes) {
        const bool says = inDays ? p.days.has_value() : p.tonnes.has_value();
        if (!says || !p.row->mineral.valid() || p.row->status != status) continue;
        if (found == nullptr || rank(p) > rank(*found)) found = &p;
    }
    return found;
}

// A programme in the other unit was converted with the consumption, which so is an input too.
Term termOf(const ProgrammeCover& programme, const Question& q, std::string_view status, bool inDays,
            const Term& consumption) {
    Term term;
    const double value = inDays ? *programme.days : *programme.tonnes;
    term.value = Estimate::known(value);
    Input input = inputNamed(inDays ? "target" : "stock", inDays == programme.publishedInDays ? value : 0.0,
                             inDays ? Unit::days : Unit::tonnes, programme.row->source, programme.row->year);
    if (inDays != programme.publishedInDays) {
        // The other of the two was published; it is the input.
        input.value = inDays ? programme.row->tonnes.value_or(*programme.tonnes) : *programme.days;
        input.unit = inDays ? Unit::tonnes : Unit::days;
        term.value.flags.add(Flag::yearMismatch);
    }
    input.economy = q.consumer;
    input.remark = programme.row->programme;
    if (programme.row->year < q.year) term.value.flags.add(Flag::yearMismatch);
    term.ground = std::string(status) + ", " + programme.row->programme + ", " + std::to_string(programme.row->year);
    if (inDays != programme.publishedInDays) {
        const double use = consumption.value.value.value_or(0.0);
        term.numbers = inDays ? "= " + words::plain(*input.value) + " t / " + words::plain(use) + " t/yr × 365"
                              : "= " + words::plain(*input.value) + " d × " + words::plain(use) + " t/yr / 365";
        term.inputs = consumption.inputs;
    }
    term.inputs.insert(term.inputs.begin(), std::move(input));
    return term;
}

// At least what is known of the members; nothing where none of them is.
Term sumOfMembers(const Question& q) {
    Term sum;
    sum.value = Estimate::absent("the stock is not known");
    double known = 0.0;
    Interval bounds;
    bool all = true;
    bool any = false;
    std::vector<std::string> terms;
    for (const EconomyId member : dataOf(q).members(q.consumer, q.membersIn())) {
        Question own = q;
        own.consumer = member;
        const Term part = stockOf(own);
        all = all && part.known();
        if (!part.known()) continue;
        any = true;
        known += part.value.value.value_or(part.value.bounds->lo);
        terms.push_back(words::plain(part.value.value.value_or(part.value.bounds->lo)));
        bounds = {bounds.lo + part.value.bounds->lo, bounds.hi + part.value.bounds->hi};
        sum.value.flags.add(part.value.flags);
        for (Input input : part.inputs) {
            input.name = dataOf(q)[member].shortName;
            sum.inputs.push_back(std::move(input));
        }
    }
    if (!any) return sum;
    sum.numbers = "= " + text::join(terms, " + ") + " t";
    sum.ground = all ? "sum of all members" : "sum of the members with a figure";
    sum.value.reason = {};
    sum.value.bounds = Interval{bounds.lo, all ? bounds.hi : unbounded};
    if (all) sum.value.value = known;
    if (!all) sum.value.flags.add(Flag::partialCoverage);
    return sum;
}

Term published(const Question& q, const ConsumptionFigure& figure) {
    Term term;
    term.value = Estimate::known(figure.tonnes, figure.year == q.year ? Flags{} : Flags{Flag::yearMismatch});
    Input input = inputNamed("consumption", figure.tonnes, Unit::tonnesPerYear, figure.source, figure.year);
    input.economy = q.consumer;
    input.basis = dataOf(q)[q.mineral].basis;
    input.remark = figure.denominator;
    term.inputs = {std::move(input)};
    term.ground = figure.denominator + " consumption, " + std::to_string(figure.year);
    return term;
}

Input balanceInput(const Question& q, std::string name, const Estimate& value, SourceId source, int year,
                   Assumable what) {
    Input input = inputNamed(std::move(name), value.value.value_or(0.0), Unit::tonnesPerYear, source, year);
    if (!value.value) input.value.reset();
    input.state = value.value ? (value.exact() ? State::known : State::estimated) : State::unknown;
    if (value.bounds && !value.bounds->exact()) input.bounds = value.bounds;
    input.economy = q.consumer;
    input.basis = dataOf(q)[q.mineral].basis;
    if (value.flags.has(Flag::assumed)) {
        input.assumption = std::string(id(what));
        input.state = State::assumed;
    }
    return input;
}

// Production + imports - exports; a figure at or below zero is no consumption (net exporters, re-export hubs).
Term apparent(const Question& q) {
    Term term;
    const BalancePtr shared = sharedBalance(q);
    const Result<Balance>& balance = *shared;
    if (!balance) {
        term.value = Estimate::absent("no consumption is published, and no trade by mass to compute it from");
        return term;
    }
    term.value = apparentConsumption(*balance);
    if (!balance->production.bounds) term.value.reason = "own output is not known";
    term.value.flags.add(balance->flags);
    term.inputs = {balanceInput(q, "production", balance->production, balance->productionSource, balance->year,
                                Assumable::production),
                   balanceInput(q, "imports", balance->imported(), balance->source, balance->year, Assumable::imports),
                   balanceInput(q, "exports", balance->exported(), balance->source, balance->year, Assumable::exports)};
    term.ground = "apparent consumption, " + std::to_string(balance->year);
    const bool positive = term.value.bounds ? term.value.bounds->lo > 0.0 : term.value.value.value_or(0.0) > 0.0;
    if (!positive)
        term.value = Estimate::absent("apparent consumption is not above zero: more leaves than is made and comes in",
                                      term.value.flags);
    return term;
}

}  // namespace

Term assumedTerm(const Question& q, Assumable what, Unit unit) {
    const bool worldwide = what == Assumable::price;
    const EconomyId whose = worldwide ? EconomyId() : q.consumer;
    const Assumed* assumed = dataOf(q).assumedFor(what, whose, q.mineral);
    if (assumed == nullptr) return {};
    return termOf(*assumed, nameOf(what), unit);
}

Term stockOf(const Question& q) {
    if (Term own = assumedTerm(q, Assumable::stock, Unit::tonnes); own.assumed != nullptr) return own;
    const auto programmes = programmesOf(dataOf(q), q.consumer, q.mineral, q.year);
    if (const ProgrammeCover* held = best(programmes, "held", false)) {
        return termOf(*held, q, "held", false, held->consumption ? published(q, *held->consumption) : Term{});
    }
    if (dataOf(q)[q.consumer].kind == EconomyKind::bloc) return sumOfMembers(q);
    Term none;
    none.value = Estimate::absent("the stock is not known");
    return none;
}

Term consumptionTerm(const Question& q) {
    // That of the year itself before that of every year.
    if (const Assumed* of = dataOf(q).assumedFor(Assumable::consumption, q.consumer, q.mineral, std::to_string(q.year)))
        return termOf(*of, "consumption", Unit::tonnesPerYear);
    if (Term own = assumedTerm(q, Assumable::consumption, Unit::tonnesPerYear); own.assumed != nullptr) return own;
    if (const auto figure = consumptionOf(dataOf(q), q.consumer, q.mineral, q.year)) return published(q, *figure);
    return apparent(q);
}

Term targetOf(const Question& q, const Term& consumption) {
    if (Term own = assumedTerm(q, Assumable::targetDays, Unit::days); own.assumed != nullptr) return own;
    auto programmes = programmesOf(dataOf(q), q.consumer, q.mineral, q.year);
    for (ProgrammeCover& p : programmes) {
        // A target in tonnes is one in days of what is consumed here and now.
        const auto days = p.publishedInDays || !p.tonnes ? Result<double>(Error::missing("tonnes"))
                                                         : stockpiles::daysFor(*p.tonnes, consumption.value.value);
        if (days) p.days = *days;
    }
    if (const ProgrammeCover* target = best(programmes, "target", true))
        return termOf(*target, q, "target", true, consumption);
    Term none;
    none.value = Estimate::absent("no target is set");
    return none;
}

Term priceOf(const Question& q) {
    if (Term own = assumedTerm(q, Assumable::price, Unit::usdPerTonne); own.assumed != nullptr) return own;
    const Price* latest = nullptr;
    for (const Price& price : dataOf(q).prices) {
        if (price.mineral != q.mineral || price.year > q.year) continue;
        if (latest == nullptr || price.year > latest->year) latest = &price;
    }
    Term term;
    term.value = Estimate::absent("no price is known");
    if (latest == nullptr) return term;
    term.value = Estimate::known(latest->usdPerTonne, latest->year == q.year ? Flags{} : Flags{Flag::yearMismatch});
    Input input = inputNamed("price", latest->usdPerTonne, Unit::usdPerTonne, latest->source, latest->year);
    input.remark = latest->form;
    term.inputs = {std::move(input)};
    term.ground = latest->form + ", " + std::to_string(latest->year);
    return term;
}

bool isNamed(const Question& q) {
    const Dataset& data = dataOf(q);
    const auto isOurs = [&](const auto& row) { return row.economy == q.consumer && row.mineral == q.mineral; };
    return std::any_of(data.stockpiles.begin(), data.stockpiles.end(), isOurs) ||
           std::any_of(data.consumption.begin(), data.consumption.end(), isOurs) ||
           isAnythingAssumed(data, q.consumer, q.mineral);
}

}  // namespace adit::consumer

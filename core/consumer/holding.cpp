#include "core/consumer/holding.h"

#include "core/cube/memo.h"
#include "core/stockpiles/cover.h"

#include <algorithm>
#include <functional>

namespace adit::consumer {
namespace {

using stockpiles::daysPerYear;

// Ends of a function that rises or falls with each argument, where an end may be unbounded: a bloc with a member whose
// stock is not known holds at least what the others hold.
struct Ends {
    double least = 0.0;
    double most = 0.0;
};

Estimate from(const std::function<std::optional<double>()>& central, std::optional<Ends> ends, Flags flags,
              std::string_view reason) {
    Estimate out;
    out.flags = flags;
    out.value = central();
    if (ends) out.bounds = Interval{ends->least, ends->most};
    if (!out.value && !out.bounds) out.reason = reason;
    return out;
}

std::string_view missingOf(const Holding& h, bool withTarget) {
    if (!h.stock.known()) return "the stock is not known";
    if (!h.consumption.known())
        return h.consumption.value.reason.empty() ? "consumption is not known" : h.consumption.value.reason;
    if (withTarget && !h.target.known()) return "no target is set";
    return "an input is known only within bounds";
}

Estimate coverOf(const Holding& h) {
    const Estimate& s = h.stock.value;
    const Estimate& f = h.floor.value;
    const Estimate& c = h.consumption.value;
    const auto days = [](double stock, double floor, double use) {
        return std::max(stock - floor, 0.0) / use * daysPerYear;
    };
    std::optional<Ends> ends;
    if (s.bounds && f.bounds && c.bounds && c.bounds->lo > 0.0)
        ends = Ends{days(s.bounds->lo, f.bounds->hi, c.bounds->hi), days(s.bounds->hi, f.bounds->lo, c.bounds->lo)};
    Flags flags = s.flags;
    flags.add(c.flags);
    return from(
        [&]() -> std::optional<double> {
            if (!s.value || !f.value || !c.value || *c.value <= 0.0) return std::nullopt;
            return days(*s.value, *f.value, *c.value);
        },
        ends, flags, missingOf(h, false));
}

Estimate requiredOf(const Holding& h) {
    return through(std::array{h.target.value, h.consumption.value}, "no target is set",
                   [](const std::array<double, 2>& x) { return std::optional(x[0] * x[1] / daysPerYear); });
}

Estimate gapOf(const Holding& h) {
    const Estimate& s = h.stock.value;
    const Estimate& need = h.required;
    const auto missing = [](double needed, double stock) { return std::max(needed - stock, 0.0); };
    std::optional<Ends> ends;
    if (s.bounds && need.bounds)
        ends = Ends{missing(need.bounds->lo, s.bounds->hi), missing(need.bounds->hi, s.bounds->lo)};
    Flags flags = s.flags;
    flags.add(need.flags);
    return from(
        [&]() -> std::optional<double> {
            if (!s.value || !need.value) return std::nullopt;
            return missing(*need.value, *s.value);
        },
        ends, flags, missingOf(h, true));
}

Estimate costOf(const Holding& h) {
    Estimate cost = through(std::array{h.gap, h.price.value}, "no price is known",
                            [](const std::array<double, 2>& x) { return std::optional(x[0] * x[1]); });
    if (!cost.value && cost.reason.empty() && !h.price.known()) cost.reason = "no price is known";
    return cost;
}

}  // namespace

Holding holdingOf(const Question& question) {
    Holding h;
    h.question = question;
    h.consumption = consumptionTerm(question);
    h.stock = stockOf(question);
    h.floor = assumedTerm(question, Assumable::floor, Unit::tonnes);
    if (!h.floor.assumed) h.floor.value = Estimate::known(0.0);
    h.releaseLimit = assumedTerm(question, Assumable::releaseLimit, Unit::tonnes);
    h.target = targetOf(question, h.consumption);
    h.price = priceOf(question);
    h.cover = coverOf(h);
    h.required = requiredOf(h);
    h.gap = gapOf(h);
    h.cost = costOf(h);
    return h;
}

HoldingPtr sharedHolding(const Question& question) {
    if (question.memo != nullptr) return question.memo->holding(question);
    return std::make_shared<const Holding>(holdingOf(question));
}

}  // namespace adit::consumer

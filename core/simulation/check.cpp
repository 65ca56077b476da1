#include "core/simulation/scenario.h"

#include <cmath>

namespace adit::simulation {
namespace {

constexpr double shareSlack = 1e-9;

bool isAmount(double x) {
    return std::isfinite(x) && x >= 0.0;
}

bool isShare(double x) {
    return x >= 0.0 && x <= 1.0 + shareSlack;
}

Status fail(const std::string& where, const std::string& what) {
    return Error::badInput(where + ": " + what);
}

Status check(const Ramp& ramp, const std::string& where) {
    if (ramp.days < 1) return fail(where, "ramp is shorter than a day");
    return Done{};
}

Status check(const chain::Mix& mix, const std::string& where) {
    double sum = 0.0;
    for (const chain::Source& source : mix) {
        if (!isShare(source.share)) return fail(where, "a share lies outside 0..1");
        sum += source.share;
    }
    if (sum > 1.0 + shareSlack) return fail(where, "shares add up to more than 1");
    return Done{};
}

Status check(const Disruption& disruption, std::size_t index) {
    const std::string where = "disruption " + (disruption.cause.empty() ? std::to_string(index + 1) : disruption.cause);
    if (!isShare(disruption.severity)) return fail(where, "severity lies outside 0..1");
    if (!disruption.economy.valid()) return fail(where, "economy is unknown");
    if (disruption.end && *disruption.end < disruption.ramp.start) return fail(where, "end is before the start");
    return check(disruption.ramp, where);
}

Status check(const Stock& stock, const std::string& where) {
    if (!isAmount(stock.tonnes)) return fail(where, "stock is negative");
    if (!isAmount(stock.floor)) return fail(where, "floor is negative");
    if (stock.limit && !isAmount(*stock.limit)) return fail(where, "release limit is negative");
    if (stock.refillTo && !isAmount(*stock.refillTo)) return fail(where, "refill target is negative");
    return Done{};
}

Status check(const std::vector<Supplier>& suppliers, const std::string& where) {
    double sum = 0.0;
    for (const Supplier& supplier : suppliers) {
        if (!isShare(supplier.share)) return fail(where, "a supplier's share lies outside 0..1");
        sum += supplier.share;
        if (const Status status = check(supplier.feed, where + ", feed"); !status) return status;
    }
    return sum > 1.0 + shareSlack ? fail(where, "supplier shares add up to more than 1") : Status(Done{});
}

Status checkResponses(const Consumer& consumer, const std::string& where) {
    for (const Addition& addition : consumer.additions) {
        if (!isAmount(addition.tonnesPerYear)) return fail(where, "additional supply is negative");
        if (const Status status = check(addition.ramp, where); !status) return status;
        if (const Status status = check(addition.feed, where + ", feed of new capacity"); !status) return status;
    }
    for (const auto* list : {&consumer.recycling, &consumer.savings}) {
        for (const Proportion& proportion : *list) {
            if (!isShare(proportion.share)) return fail(where, "share of recycling or saving lies outside 0..1");
            if (const Status status = check(proportion.ramp, where); !status) return status;
        }
    }
    for (const DemandSurge& surge : consumer.demandSurges) {
        if (!isAmount(surge.tonnesPerYear)) return fail(where, "demand surge is negative");
        if (surge.end && *surge.end < surge.ramp.start) return fail(where, "demand surge ends before its start");
        if (const Status status = check(surge.ramp, where); !status) return status;
    }
    return Done{};
}

Status check(const Consumer& consumer) {
    const std::string where = "consumer " + consumer.name;
    if (!isAmount(consumer.consumption)) return fail(where, "consumption is negative");
    if (!std::isfinite(consumer.growth) || consumer.growth <= -1.0) return fail(where, "growth is -100 % or less");
    if (const Status status = check(consumer.suppliers, where); !status) return status;
    if (const Status status = check(consumer.stock, where); !status) return status;
    return checkResponses(consumer, where);
}

}  // namespace

Status check(const Scenario& scenario) {
    if (scenario.horizon < 1) return Error::badInput("horizon is shorter than a day");
    if (scenario.horizon > longestHorizon) return Error::badInput("horizon is longer than 36 500 days");
    if (scenario.lag < 0) return Error::badInput("lag is negative");
    if (scenario.consumers.empty()) return Error::missing("consumers");
    for (std::size_t i = 0; i < scenario.disruptions.size(); ++i) {
        if (const Status status = check(scenario.disruptions[i], i); !status) return status;
    }
    for (const Consumer& consumer : scenario.consumers) {
        if (const Status status = check(consumer); !status) return status;
    }
    return Done{};
}

}  // namespace adit::simulation

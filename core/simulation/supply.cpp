#include "core/simulation/supply.h"

#include "core/base/sum.h"

#include <algorithm>
#include <cmath>

namespace adit::simulation {
namespace {

constexpr double daysPerYear = 365.0;

}  // namespace

DailySupply::DailySupply(const Scenario& scenario, const Consumer& consumer)
    : m_consumer(&consumer), m_lag(scenario.lag) {
    const double perDay = consumer.consumption / daysPerYear;
    for (const Supplier& supplier : consumer.suppliers) {
        m_lines.push_back({supplier.share * perDay, Ramp{0, 1}, feedOf(scenario, supplier.feed, supplier.economy),
                           Edge(scenario.disruptions, Stage::refine, supplier.economy, &consumer, consumer.economy)});
    }
    for (const Addition& addition : consumer.additions) {
        m_lines.push_back({addition.tonnesPerYear / daysPerYear, addition.ramp,
                           feedOf(scenario, addition.feed, addition.economy),
                           Edge({}, Stage::refine, {}, nullptr, {})});
    }
}

DailySupply::Feed DailySupply::feedOf(const Scenario& scenario, const chain::Mix& mix, EconomyId refiner) {
    Feed feed;
    feed.undisturbed = chain::unknownShare(mix);
    for (const chain::Source& source : mix) {
        if (!source.from.valid()) continue;
        Edge edge(scenario.disruptions, Stage::mine, source.from, nullptr, refiner);
        if (edge.undisturbed()) {
            feed.undisturbed += source.share;
        } else {
            feed.disturbed.emplace_back(source.share, std::move(edge));
        }
    }
    if (feed.disturbed.empty()) feed.undisturbed = 1.0;
    return feed;
}

double DailySupply::feedFactor(const Feed& feed, int day) const {
    const int mined = day - m_lag;
    if (mined < 0) return 1.0;
    double sum = feed.undisturbed;
    for (const auto& [share, edge] : feed.disturbed)
        sum += share * edge.passing(mined);
    return sum;
}

double DailySupply::at(int day) const {
    Sum sum;
    for (const Line& line : m_lines)
        sum.add(line.tonnesPerDay * line.ramp.at(day) * feedFactor(line.feed, day) * line.edge.passing(day));
    for (const Proportion& recycling : m_consumer->recycling)
        sum.add(recycling.share * m_consumer->consumption / daysPerYear * recycling.ramp.at(day));
    return sum.value();
}

double demandAt(const Consumer& consumer, int day) {
    double kept = 1.0;
    for (const Proportion& saving : consumer.savings)
        kept -= saving.share * saving.ramp.at(day);
    double demand =
        consumer.consumption / daysPerYear * std::pow(1.0 + consumer.growth, day / daysPerYear) * std::max(0.0, kept);
    for (const DemandSurge& surge : consumer.demandSurges) {
        if (!surge.end || day < *surge.end) demand += surge.tonnesPerYear / daysPerYear * surge.ramp.at(day);
    }
    return demand;
}

}  // namespace adit::simulation

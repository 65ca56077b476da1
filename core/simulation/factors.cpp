#include "core/simulation/factors.h"

#include <algorithm>

namespace adit::simulation {
namespace {

bool isOwn(const Consumer* consumer, EconomyId from, EconomyId to) {
    if (from == to) return true;
    return consumer != nullptr &&
           std::find(consumer->members.begin(), consumer->members.end(), from) != consumer->members.end();
}

bool bites(const Disruption& disruption, Stage stage, EconomyId from, const Consumer* consumer, EconomyId to) {
    if (disruption.stage != stage || disruption.economy != from) return false;
    if (disruption.bite == Bite::outage) return true;
    if (isOwn(consumer, from, to)) return false;
    return disruption.targets.empty() ||
           std::find(disruption.targets.begin(), disruption.targets.end(), to) != disruption.targets.end();
}

bool belongTogether(const Disruption& a, const Disruption& b) {
    if (!a.cause.empty() && a.cause == b.cause) return true;
    return a.bite == Bite::exportMeasure && b.bite == Bite::exportMeasure;
}

using Groups = std::vector<std::vector<const Disruption*>>;

// Puts a disruption into the first group it belongs to and joins the others it links.
void add(Groups& groups, const Disruption& disruption) {
    std::vector<const Disruption*> joined{&disruption};
    std::erase_if(groups, [&](const std::vector<const Disruption*>& group) {
        const bool together = std::any_of(group.begin(), group.end(),
                                          [&](const Disruption* other) { return belongTogether(*other, disruption); });
        if (together) joined.insert(joined.end(), group.begin(), group.end());
        return together;
    });
    groups.push_back(std::move(joined));
}

}  // namespace

double Ramp::at(int day) const {
    if (day < start) return 0.0;
    return std::min(1.0, static_cast<double>(day - start + 1) / static_cast<double>(days));
}

double factor(const Disruption& disruption, int day) {
    if (disruption.end && day >= *disruption.end) return 0.0;
    return disruption.severity * disruption.ramp.at(day);
}

Edge::Edge(std::span<const Disruption> all, Stage stage, EconomyId from, const Consumer* consumer, EconomyId to) {
    for (const Disruption& disruption : all) {
        if (bites(disruption, stage, from, consumer, to)) add(m_groups, disruption);
    }
}

double Edge::passing(int day) const {
    double passes = 1.0;
    for (const auto& group : m_groups) {
        double largest = 0.0;
        for (const Disruption* disruption : group)
            largest = std::max(largest, factor(*disruption, day));
        passes *= 1.0 - largest;
    }
    return passes;
}

}  // namespace adit::simulation

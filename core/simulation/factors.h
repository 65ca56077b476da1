// How much of a flow passes on a day, given the disruptions that bite on its edge. simulation.md section 4.1.
#pragma once

#include "core/simulation/scenario.h"

#include <span>
#include <vector>

namespace adit::simulation {

// The part that one disruption takes on a day, 0..severity.
double factor(const Disruption& disruption, int day);

// One edge: disruptions in groups. Within a group (one cause, or the measures of one imposer) the largest of the
// day counts; groups are independent and multiply.
class Edge {
public:
    Edge(std::span<const Disruption> all, Stage stage, EconomyId from, const Consumer* consumer, EconomyId to);
    double passing(int day) const;
    bool undisturbed() const { return m_groups.empty(); }

private:
    std::vector<std::vector<const Disruption*>> m_groups;
};

}  // namespace adit::simulation

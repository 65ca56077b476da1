#include "core/governance/percentile.h"

#include <algorithm>

namespace adit::governance {

StabilityRanks::StabilityRanks(const Dataset& data, int year) : m_estimates(data.economies.size()) {
    std::vector<const GovernanceRow*> latest(data.economies.size());
    for (std::size_t i = 0; i < latest.size(); ++i) {
        latest[i] = data.governanceAt(EconomyId(i), Dimension::pv, year);
        if (latest[i] != nullptr) m_year = std::max(m_year, int{latest[i]->year});
    }
    for (std::size_t i = 0; i < latest.size(); ++i) {
        if (latest[i] == nullptr || latest[i]->year != m_year) continue;
        m_estimates[i] = latest[i]->estimate;
        m_source = latest[i]->source;
        ++m_known;
    }
}

Estimate StabilityRanks::of(EconomyId economy) const {
    const std::optional<double>& own = m_estimates[economy.index()];
    if (!own || m_known < 2) return {std::nullopt, Interval{0.0, 100.0}, {Flag::noGovernance}, "no estimate"};
    double below = 0.0;
    for (const std::optional<double>& other : m_estimates) {
        if (!other) continue;
        below += *other < *own ? 1.0 : (*other == *own ? 0.5 : 0.0);
    }
    below -= 0.5;  // itself
    return Estimate::known(100.0 * below / static_cast<double>(m_known - 1), {Flag::est});
}

}  // namespace adit::governance

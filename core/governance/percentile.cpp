#include "core/governance/percentile.h"

#include <algorithm>

namespace adit::governance {
namespace {

Interval rangeOf(const GovernanceRow& row) {
    return row.assumed ? row.assumed->bounds : Interval{row.estimate, row.estimate};
}

// What another counts among those below.
double below(double other, double own) {
    return other < own ? 1.0 : (other == own ? 0.5 : 0.0);
}

// Of what is published; of what is assumed where nothing is.
int latestYear(std::span<const GovernanceRow* const> rows) {
    int published = 0;
    int any = 0;
    for (const GovernanceRow* row : rows) {
        if (row == nullptr) continue;
        any = std::max(any, int{row->year});
        if (!row->assumed) published = std::max(published, int{row->year});
    }
    return published != 0 ? published : any;
}

// Whether an assumption stands to an estimate otherwise than what it takes the place of.
bool moves(const GovernanceRow& assumed, double own) {
    const std::optional<double>& published = assumed.assumed->published;
    if (!published) return true;
    const Interval range = assumed.assumed->bounds;
    const double was = below(*published, own);
    return below(range.lo, own) != was || below(assumed.estimate, own) != was || below(range.hi, own) != was;
}

}  // namespace

StabilityRanks::StabilityRanks(const Dataset& data, int year) : m_rows(data.economies.size()) {
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i] = data.governanceAt(EconomyId(i), Dimension::pv, year);
    m_year = latestYear(m_rows);
    for (const GovernanceRow*& row : m_rows) {
        const bool counts = row != nullptr && (row->year == m_year || (row->assumed && row->year > m_year));
        if (!counts) row = nullptr;
        if (!counts) continue;
        if (row->source.valid()) m_source = row->source;
        m_listed.push_back(row);
    }
}

Estimate StabilityRanks::of(EconomyId economy) const {
    const GovernanceRow* own = m_rows[economy.index()];
    if (own == nullptr || m_listed.size() < 2)
        return {std::nullopt, Interval{0.0, 100.0}, {Flag::noGovernance}, "no estimate"};
    const Interval range = rangeOf(*own);
    double central = 0.0;
    Interval rank;
    for (const GovernanceRow* other : m_listed) {
        if (other == own) continue;
        const Interval others = rangeOf(*other);
        central += below(other->estimate, own->estimate);
        rank.lo += below(others.hi, range.lo);
        rank.hi += below(others.lo, range.hi);
    }
    const auto percent = [n = static_cast<double>(m_listed.size() - 1)](double count) { return 100.0 * count / n; };
    Flags flags{Flag::est};
    if (!assumedBehind(economy).empty()) flags.add(Flag::assumed);
    return Estimate::about(percent(central), {percent(rank.lo), percent(rank.hi)}, flags);
}

std::vector<const GovernanceRow*> StabilityRanks::assumedBehind(EconomyId economy) const {
    std::vector<const GovernanceRow*> rows;
    const GovernanceRow* own = m_rows[economy.index()];
    if (own == nullptr) return rows;
    for (const GovernanceRow* row : m_listed) {
        if (row->assumed && (row == own || moves(*row, own->estimate))) rows.push_back(row);
    }
    return rows;
}

}  // namespace adit::governance

#include "core/governance/at.h"

#include <algorithm>
#include <map>

namespace adit::governance {

std::vector<Year> seriesOf(const Dataset& data, EconomyId economy) {
    const auto byEconomy = [](const GovernanceRow& row, EconomyId id) { return row.economy < id; };
    auto row = std::lower_bound(data.governance.begin(), data.governance.end(), economy, byEconomy);
    std::map<int, Year> years;
    for (; row != data.governance.end() && row->economy == economy; ++row) {
        if (row->dimension == Dimension::mean6) continue;
        const auto dimension = static_cast<std::size_t>(row->dimension);
        Year& year = years[row->year];
        year.year = row->year;
        if (year.estimate[dimension]) continue;
        year.estimate[dimension] = row->estimate;
        year.standardError[dimension] = row->standardError;
    }
    std::vector<Year> out;
    for (const auto& [number, year] : years)
        out.push_back(year);
    return out;
}

namespace {

std::optional<double> meanWeight(const std::vector<Estimate>& weights, std::span<const Output> production) {
    double sum = 0.0;
    double total = 0.0;
    for (const Output& output : production) {
        const Estimate& w = weights[output.economy.index()];
        if (!w.value) continue;
        sum += output.tonnes * *w.value;
        total += output.tonnes;
    }
    return total > 0.0 ? std::optional(sum / total) : std::nullopt;
}

}  // namespace

Weights::Weights(const Dataset& data, Choice choice, int year, std::span<const Output> production) {
    std::vector<double> known;
    for (std::size_t i = 0; i < data.economies.size(); ++i) {
        const auto score = scoreAt(seriesOf(data, EconomyId(i)), choice, year);
        m_weights.push_back(score ? weight(*score) : Estimate{});
        if (score) known.push_back(*m_weights.back().value);
    }
    const Estimate missing = missingWeight(known, meanWeight(m_weights, production));
    for (Estimate& w : m_weights) {
        if (!w.value) w = missing;
    }
}

}  // namespace adit::governance

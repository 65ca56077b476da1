#include "core/governance/at.h"

#include <algorithm>
#include <tuple>

namespace adit::governance {
namespace {

// The year's place in a list by year, made where it is not there yet.
Year& at(std::vector<Year>& years, int number) {
    const auto place = std::lower_bound(years.begin(), years.end(), number,
                                        [](const Year& year, int wanted) { return year.year < wanted; });
    if (place != years.end() && place->year == number) return *place;
    Year& made = *years.insert(place, Year{});
    made.year = number;
    return made;
}

}  // namespace

std::vector<Year> seriesOf(const Dataset& data, EconomyId economy) {
    const auto byEconomy = [](const GovernanceRow& row, EconomyId id) { return row.economy < id; };
    auto row = std::lower_bound(data.governance.begin(), data.governance.end(), economy, byEconomy);
    std::vector<Year> years;
    for (; row != data.governance.end() && row->economy == economy; ++row) {
        if (row->dimension == Dimension::mean6) continue;
        const auto dimension = static_cast<std::size_t>(row->dimension);
        Year& year = at(years, row->year);
        if (year.estimate[dimension]) continue;
        year.estimate[dimension] = row->estimate;
        year.standardError[dimension] = row->standardError;
    }
    return years;
}

History historyOf(const Dataset& data) {
    History history;
    history.reserve(data.economies.size());
    for (std::size_t i = 0; i < data.economies.size(); ++i)
        history.push_back(seriesOf(data, EconomyId(i)));
    return history;
}

KnownWeights::KnownWeights(const History& history, Choice choice, int year) {
    of.reserve(history.size());
    for (const std::vector<Year>& series : history) {
        const auto score = scoreAt(series, choice, year);
        of.push_back(score ? weight(*score) : Estimate{});
        if (score) known.push_back(*of.back().value);
    }
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

Weights::Weights(const Dataset& data, Choice choice, int year, std::span<const Output> production)
    : Weights(KnownWeights(historyOf(data), choice, year), production) {}

Weights::Weights(KnownWeights known, std::span<const Output> production) : m_weights(std::move(known.of)) {
    const Estimate missing = missingWeight(known.known, meanWeight(m_weights, production));
    for (Estimate& w : m_weights) {
        if (!w.value) w = missing;
    }
}

const GovernanceRow* rowBehind(const Dataset& data, Choice choice, EconomyId economy, int year) {
    const auto score = scoreAt(seriesOf(data, economy), choice, year);
    if (!score) return nullptr;
    const auto key = [](const GovernanceRow& r) { return std::tuple(r.economy, r.dimension, int{r.year}); };
    const auto row =
        std::ranges::lower_bound(data.governance, std::tuple(economy, Dimension::pv, score->year), {}, key);
    return row == data.governance.end() ? nullptr : &*row;
}

}  // namespace adit::governance

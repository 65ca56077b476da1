#include "core/governance/at.h"

#include <algorithm>
#include <array>
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

// Where the rows of an economy begin.
auto firstRowOf(const Dataset& data, EconomyId economy) {
    return std::ranges::lower_bound(data.governance, economy, {}, &GovernanceRow::economy);
}

}  // namespace

std::string_view nameOf(Dimension dimension) {
    constexpr std::array<std::string_view, 7> names{
        "control of corruption", "government effectiveness", "political stability",   "rule of law",
        "regulatory quality",    "voice and accountability", "mean of six dimensions"};
    return names.at(static_cast<std::size_t>(dimension));
}

std::vector<Year> seriesOf(const Dataset& data, EconomyId economy) {
    std::vector<Year> years;
    for (auto row = firstRowOf(data, economy); row != data.governance.end() && row->economy == economy; ++row) {
        if (row->dimension == Dimension::mean6) continue;
        const auto dimension = static_cast<std::size_t>(row->dimension);
        Year& year = at(years, row->year);
        if (year.estimate[dimension]) continue;
        year.estimate[dimension] = row->estimate;
        year.standardError[dimension] = row->standardError;
        if (row->assumed) year.assumed[dimension] = row->assumed->bounds;
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
        if (!score) continue;
        known.push_back(of.back().bounds->lo);
        if (!of.back().exact()) known.push_back(of.back().bounds->hi);
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
    Estimate missing = missingWeight(known.known, meanWeight(m_weights, production));
    const bool assumed = std::ranges::any_of(m_weights, [](const Estimate& w) { return w.flags.has(Flag::assumed); });
    if (assumed) missing.flags.add(Flag::assumed);
    for (Estimate& w : m_weights) {
        if (!w.value) w = missing;
    }
}

namespace {

// All that a weight rests on, by dimension.
std::vector<const GovernanceRow*> rowsBehind(const Dataset& data, Choice choice, EconomyId economy, int year) {
    std::vector<const GovernanceRow*> rows;
    const auto score = scoreAt(seriesOf(data, economy), choice, year);
    for (auto row = firstRowOf(data, economy); row != data.governance.end() && row->economy == economy; ++row) {
        const bool chosen =
            choice == Choice::allSix ? row->dimension != Dimension::mean6 : row->dimension == Dimension::pv;
        if (score && chosen && row->year == score->year) rows.push_back(&*row);
    }
    return rows;
}

}  // namespace

const GovernanceRow* rowBehind(const Dataset& data, Choice choice, EconomyId economy, int year) {
    const auto rows = rowsBehind(data, choice, economy, year);
    const auto published = std::ranges::find_if(rows, [](const GovernanceRow* row) { return !row->assumed; });
    if (published != rows.end()) return *published;
    return rows.empty() ? nullptr : rows.front();
}

std::vector<const GovernanceRow*> assumedBehind(const Dataset& data, Choice choice, EconomyId economy, int year) {
    auto rows = rowsBehind(data, choice, economy, year);
    std::erase_if(rows, [](const GovernanceRow* row) { return !row->assumed; });
    return rows;
}

}  // namespace adit::governance

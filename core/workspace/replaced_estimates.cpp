#include "core/workspace/replaced_estimates.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace adit::workspace {
namespace {

int latestYear(const Dataset& data, EconomyId economy, Dimension dimension) {
    const GovernanceRow* own = data.governanceAt(economy, dimension, std::numeric_limits<std::int16_t>::max());
    if (own != nullptr) return own->year;
    int latest = 0;
    for (const GovernanceRow& row : data.governance) {
        if (row.dimension == dimension) latest = std::max(latest, int{row.year});
    }
    return latest;
}

}  // namespace

void settleEstimate(const Dataset& data, Assumed& assumed, const Detail& detail) {
    if (!detail.dimension) return;
    const int year = detail.year ? *detail.year : latestYear(data, assumed.economy, *detail.dimension);
    assumed.detail = std::string(id(*detail.dimension)) + '/' + std::to_string(year);
}

bool replaceEstimate(Dataset& data, const Assumed& assumed) {
    const Detail detail = detailOf(assumed.what, assumed.detail);
    if (!detail.dimension || !detail.year) return false;
    GovernanceRow row;
    row.economy = assumed.economy;
    row.dimension = *detail.dimension;
    row.year = static_cast<std::int16_t>(*detail.year);
    row.estimate = assumed.central;
    row.assumed = AssumedFigure{assumed.bounds, std::nullopt};
    const auto keyOf = [](const GovernanceRow& r) { return std::tuple(r.economy, r.dimension, r.year); };
    auto& rows = data.governance;
    const auto there = std::ranges::equal_range(rows, keyOf(row), {}, keyOf);
    if (there.empty()) {
        rows.insert(there.begin(), std::move(row));
        return true;
    }
    row.assumed->published = there.begin()->estimate;
    *there.begin() = std::move(row);
    rows.erase(there.begin() + 1, there.end());  // of other publications
    return true;
}

}  // namespace adit::workspace

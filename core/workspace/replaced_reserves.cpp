#include "core/workspace/replaced_reserves.h"

#include "core/consumer/reserves.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace adit::workspace {

void settleReserves(const Dataset& data, Assumed& assumed, const Detail& detail) {
    if (detail.year) return;
    const auto rows = consumer::reservesAt(data, assumed.mineral, std::numeric_limits<int>::max());
    if (!rows.empty()) assumed.detail = std::to_string(rows.front()->year);
}

bool replaceReserves(Dataset& data, const Assumed& assumed) {
    const auto year = detailOf(assumed.what, assumed.detail).year;
    if (!year) return false;
    const auto edition = consumer::reservesAt(data, assumed.mineral, *year);
    if (edition.empty() || edition.front()->year != *year) return false;
    ReserveRow row = *edition.front();  // of the year, source and basis of those beside it
    row.economy = assumed.economy;
    row.tonnes = assumed.central;
    row.bound = 0;
    row.assumed = AssumedFigure{assumed.bounds, std::nullopt};
    const auto isSame = [&](const ReserveRow& r) {
        return r.mineral == row.mineral && r.economy == row.economy && r.year == row.year && r.source == row.source;
    };
    const auto there = std::ranges::find_if(data.reserves, isSame);
    if (there != data.reserves.end()) {
        row.assumed->published = there->tonnes;
        *there = row;
        return true;
    }
    const auto placeOf = [](const ReserveRow& r) { return std::tuple(r.mineral, r.economy, r.year); };
    data.reserves.insert(std::ranges::upper_bound(data.reserves, placeOf(row), {}, placeOf), row);
    return true;
}

}  // namespace adit::workspace

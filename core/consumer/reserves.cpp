#include "core/consumer/reserves.h"

#include <map>

namespace adit::consumer {

std::vector<const ReserveRow*> reservesAt(const Dataset& data, MineralId mineral, int year) {
    std::map<std::pair<int, SourceId>, std::vector<const ReserveRow*>> editions;
    for (const ReserveRow& row : data.reserves) {
        if (row.mineral == mineral) editions[{row.year, row.source}].push_back(&row);
    }
    const std::vector<const ReserveRow*>* best = nullptr;
    for (const auto& [key, rows] : editions) {
        if (best != nullptr && key.first > year) break;
        const bool later = best == nullptr || key.first > best->front()->year;
        if (later || rows.size() > best->size()) best = &rows;
    }
    return best == nullptr ? std::vector<const ReserveRow*>() : *best;
}

}  // namespace adit::consumer

#include "core/workspace/figure_difference.h"

#include "core/workspace/describe.h"
#include "core/workspace/overlay.h"

namespace adit::workspace {
namespace {

enum class Part : std::uint8_t { assumption, measure, bloc };

// What of `to` takes the place of what `from` has, or has not.
struct Item {
    Part part = Part::assumption;
    Key key;
    std::string id;
};

template <typename Map>
auto joined(const Map& a, const Map& b) {
    Map all = a;
    all.insert(b.begin(), b.end());
    return all;
}

template <typename Map>
bool alike(const Map& a, const Map& b, const typename Map::key_type& key) {
    const auto left = a.find(key);
    const auto right = b.find(key);
    return left != a.end() && right != b.end() && left->second == right->second;
}

// Times, notes and what stood in the baseline do not move a figure.
bool sameFigure(const Assumption& a, const Assumption& b) {
    return a.central == b.central && a.low == b.low && a.high == b.high;
}

std::vector<Item> itemsOf(const Workspace& from, const Workspace& to) {
    std::vector<Item> items;
    for (const auto& [id, bloc] : joined(from.blocs, to.blocs)) {
        if (!alike(from.blocs, to.blocs, id)) items.push_back({Part::bloc, {}, id});
    }
    for (const auto& [id, measure] : joined(from.measures, to.measures)) {
        if (!alike(from.measures, to.measures, id)) items.push_back({Part::measure, {}, id});
    }
    for (const auto& [key, assumption] : joined(from.assumptions, to.assumptions)) {
        const auto left = from.assumptions.find(key);
        const auto right = to.assumptions.find(key);
        const bool both = left != from.assumptions.end() && right != to.assumptions.end();
        if (!both || !sameFigure(left->second, right->second)) items.push_back({Part::assumption, key, {}});
    }
    return items;
}

template <typename Map>
void take(Map& map, const Map& other, const typename Map::key_type& key) {
    const auto found = other.find(key);
    if (found == other.end()) {
        map.erase(key);
    } else {
        map.insert_or_assign(key, found->second);
    }
}

void take(Workspace& workspace, const Workspace& other, const Item& item) {
    switch (item.part) {
        case Part::assumption:
            return take(workspace.assumptions, other.assumptions, item.key);
        case Part::measure:
            return take(workspace.measures, other.measures, item.id);
        case Part::bloc:
            break;
    }
    take(workspace.blocs, other.blocs, item.id);
}

std::string valueIn(const Workspace& workspace, const Item& item) {
    if (item.part == Part::assumption) {
        const auto found = workspace.assumptions.find(item.key);
        return found == workspace.assumptions.end() ? "as published" : valueWords(item.key.quantity, found->second);
    }
    const bool has =
        item.part == Part::measure ? workspace.measures.contains(item.id) : workspace.blocs.contains(item.id);
    return has ? "there" : "not there";
}

Switch switchOf(const Dataset& names, const Workspace& from, const Workspace& to, const Item& item) {
    std::string words = item.part == Part::assumption ? describe(item.key, &names)
                        : item.part == Part::measure  ? "measure " + item.id
                                                      : "bloc " + item.id;
    return {std::move(words), valueIn(from, item), valueIn(to, item)};
}

Figure figureIn(const DatasetPtr& baseline, const Workspace& workspace, const index::Definition& index,
                index::Query query) {
    const Overlay over = laidOver(baseline, workspace);
    query.data = over.data.get();
    query.memo = nullptr;
    return index.compute(query);
}

}  // namespace

FigureDifference figureDifference(const DatasetPtr& baseline, const Workspace& from, const Workspace& to,
                                  const index::Definition& index, const index::Query& query) {
    FigureDifference out;
    out.before = figureIn(baseline, from, index, query);
    out.after = figureIn(baseline, to, index, query);
    const std::vector<Item> items = itemsOf(from, to);
    std::vector<ranges::Switched> switched;
    for (std::size_t i = 0; i < items.size(); ++i) {
        out.switches.push_back(switchOf(*baseline, from, to, items[i]));
        switched.push_back({std::to_string(i), 0.0, 1.0});
    }
    index::Query numbers = query;
    numbers.detail = index::Detail::numbers;
    out.decomposition = ranges::decompose(switched, [&](std::span<const double> on) {
        Workspace between = from;
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (on[i] != 0.0) take(between, to, items[i]);
        }
        return figureIn(baseline, between, index, numbers).value;
    });
    return out;
}

}  // namespace adit::workspace

#include "core/workspace/difference.h"

#include "core/workspace/describe.h"
#include "core/workspace/history.h"

namespace adit::workspace {
namespace {

// Walks both maps, which lie in the order of their keys.
template <typename Set, typename Map>
void addDifferences(std::vector<Edit>& edits, const Workspace& from, const Map& before, const Map& after) {
    const auto note = [&](const auto& key, std::optional<typename Map::mapped_type> value) {
        Edit edit = Set{key, std::move(value)};
        if (changes(from, edit)) edits.push_back(std::move(edit));
    };
    auto a = before.begin();
    auto b = after.begin();
    while (a != before.end() || b != after.end()) {
        if (b == after.end() || (a != before.end() && a->first < b->first)) {
            note(a->first, std::nullopt);
            ++a;
            continue;
        }
        if (a != before.end() && !(b->first < a->first)) ++a;
        note(b->first, b->second);
        ++b;
    }
}

}  // namespace

std::vector<Edit> difference(const Workspace& from, const Workspace& to) {
    std::vector<Edit> edits;
    addDifferences<SetAssumption>(edits, from, from.assumptions, to.assumptions);
    addDifferences<SetMeasure>(edits, from, from.measures, to.measures);
    addDifferences<SetBloc>(edits, from, from.blocs, to.blocs);
    addDifferences<SetDocument>(edits, from, from.documents, to.documents);
    return edits;
}

Change changeOf(const Workspace& workspace, const Edit& edit) {
    const auto has = [](const Edit& e) { return std::visit([](const auto& one) { return one.value.has_value(); }, e); };
    if (!has(edit)) return Change::removed;
    return has(inverseOf(workspace, edit)) ? Change::changed : Change::added;
}

std::vector<std::string> preview(const Workspace& workspace, std::span<const Edit> edits, const Dataset* names) {
    std::vector<std::string> lines;
    for (const Edit& edit : effective(workspace, edits))
        lines.push_back(describe(edit, inverseOf(workspace, edit), names));
    return lines;
}

}  // namespace adit::workspace

#include "core/workspace/idle.h"

#include <algorithm>

namespace adit::workspace {
namespace {

bool sets(const Edit& edit, const Idle& idle) {
    if (const Key* key = std::get_if<Key>(&idle.what)) {
        const auto* set = std::get_if<SetAssumption>(&edit);
        return set != nullptr && set->key == *key;
    }
    if (const OwnMeasure* measure = std::get_if<OwnMeasure>(&idle.what)) {
        const auto* set = std::get_if<SetMeasure>(&edit);
        return set != nullptr && set->id == measure->id;
    }
    const auto* set = std::get_if<SetBloc>(&edit);
    return set != nullptr && set->id == std::get<OwnBloc>(idle.what).id;
}

}  // namespace

Edit removalOf(const Idle& idle) {
    if (const Key* key = std::get_if<Key>(&idle.what)) return SetAssumption{*key, std::nullopt};
    if (const OwnMeasure* measure = std::get_if<OwnMeasure>(&idle.what)) return SetMeasure{measure->id, std::nullopt};
    return SetBloc{std::get<OwnBloc>(idle.what).id, std::nullopt};
}

const Idle* idleOf(std::span<const Idle> idle, const Edit& edit) {
    const auto found = std::find_if(idle.begin(), idle.end(), [&](const Idle& one) { return sets(edit, one); });
    return found == idle.end() ? nullptr : &*found;
}

}  // namespace adit::workspace

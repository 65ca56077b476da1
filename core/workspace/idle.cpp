#include "core/workspace/idle.h"

namespace adit::workspace {

Edit removalOf(const Idle& idle) {
    if (const Key* key = std::get_if<Key>(&idle.what)) return SetAssumption{*key, std::nullopt};
    if (const OwnMeasure* measure = std::get_if<OwnMeasure>(&idle.what)) return SetMeasure{measure->id, std::nullopt};
    return SetBloc{std::get<OwnBloc>(idle.what).id, std::nullopt};
}

const Idle* idleOf(std::span<const Idle> idle, const Edit& edit) {
    const std::string target = targetOf(edit);
    for (const Idle& one : idle)
        if (targetOf(removalOf(one)) == target) return &one;
    return nullptr;
}

}  // namespace adit::workspace

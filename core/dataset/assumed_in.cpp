#include "core/dataset/assumed_in.h"

#include <algorithm>
#include <tuple>

namespace adit {

std::span<const Assumed> assumedOf(const Dataset& data, Assumable what) {
    const auto all = std::ranges::equal_range(data.assumed, what, {}, &Assumed::what);
    return {all.begin(), all.end()};
}

bool isAnythingAssumed(const Dataset& data, EconomyId economy, std::optional<MineralId> mineral) {
    if (data.assumed.empty()) return false;
    for (std::size_t what = 0; what < assumables; ++what) {
        const std::span<const Assumed> all = assumedOf(data, static_cast<Assumable>(what));
        const auto of = std::ranges::equal_range(all, economy, {}, &Assumed::economy);
        if (of.empty()) continue;
        if (!mineral || std::ranges::binary_search(of, *mineral, {}, &Assumed::mineral)) return true;
    }
    return false;
}

}  // namespace adit

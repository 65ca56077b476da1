#include "core/dataset/assumed.h"

#include <algorithm>
#include <array>

namespace adit {
namespace {

constexpr std::array<std::string_view, assumables> ids{
    "stock",   "floor",   "release-limit", "consumption",    "target-days",        "price", "severity", "production",
    "imports", "exports", "governance",    "recycling-rate", "substitution-index",
};

}  // namespace

std::string_view id(Assumable what) {
    return ids[static_cast<std::size_t>(what)];
}

std::optional<Assumable> assumableFrom(std::string_view id) {
    const auto found = std::find(ids.begin(), ids.end(), id);
    if (found == ids.end()) return std::nullopt;
    return static_cast<Assumable>(found - ids.begin());
}

}  // namespace adit

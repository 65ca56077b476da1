#include "core/index/registry.h"

#include "core/index/indices.h"

#include <algorithm>
#include <array>

namespace adit::index {

namespace {

constexpr std::array rows{
#define ADIT_INDEX(name) &name,
#include "core/index/indices.inc"
#undef ADIT_INDEX
};

}  // namespace

std::span<const Definition* const> all() {
    return rows;
}

const Definition* find(std::string_view id) {
    const auto it = std::find_if(rows.begin(), rows.end(), [&](const Definition* d) { return d->id == id; });
    return it == rows.end() ? nullptr : *it;
}

}  // namespace adit::index

// All indices, in the order of indices.inc, which is their order on screen.
#pragma once

#include "core/index/definition.h"

#include <span>

namespace adit::index {

std::span<const Definition* const> all();
const Definition* find(std::string_view id);  // null when there is none

}  // namespace adit::index

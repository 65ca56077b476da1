// Which economies a supply is looked through: those that pass on what others made. methods.md M13.
#pragma once

#include "core/base/ids.h"

#include <cstdint>
#include <string>
#include <vector>

namespace adit::consumer {

enum class HubRule : std::uint8_t {
    none,
    automatic,  // who re-exports, see hubFactor
    listed,     // the given ones
};

struct HubChoice {
    HubRule rule = HubRule::none;
    std::vector<EconomyId> listed{};

    bool any() const { return rule != HubRule::none; }
    bool operator==(const HubChoice&) const = default;
};

// An economy that exports at least twice what it makes re-exports at least half of it: taken for a hub by itself. The
// factor is a judgement.
inline constexpr double hubFactor = 2.0;

// "exports by mass at least 2 times what it makes"
std::string describe(const HubChoice& choice);

}  // namespace adit::consumer

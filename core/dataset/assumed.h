// What the user assumes instead of, or in want of, a published figure. A baseline has none; a dataset with a workspace
// laid over it has those of the workspace, and every engine that reads a figure asks here first.
#pragma once

#include "core/base/ids.h"
#include "core/base/interval.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace adit {

// What can be assumed, and in which unit. Words of files in id().
enum class Assumable : std::uint8_t {
    stock,              // tonnes
    floor,              // tonnes that are never released
    releaseLimit,       // tonnes a day
    consumption,        // tonnes a year
    targetDays,         // days
    price,              // US dollars a tonne, of a mineral
    severity,           // 0..1, of a kind of measure or of one measure
    production,         // tonnes a year
    imports,            // tonnes a year
    exports,            // tonnes a year
    governance,         // an estimate of the World Bank's scale, about -2.5..2.5
    recyclingRate,      // 0..1, end-of-life recycling input rate of a mineral
    substitutionIndex,  // 0..1, of a mineral; 1 is no substitute
};
inline constexpr std::size_t assumables = 13;
std::string_view id(Assumable what);  // "release-limit"
std::optional<Assumable> assumableFrom(std::string_view id);

struct Assumed {
    Assumable what = Assumable::stock;
    EconomyId economy;  // none where it belongs to no economy
    MineralId mineral;  // none where it belongs to no mineral
    // severity: "ban"; production, exports: "refine/2024"; imports: "refine/2024/COD"; governance: "pv/2023"
    std::string detail;
    double central = 0.0;
    Interval bounds;                  // equal to central without a range
    std::optional<double> published;  // what stood in the baseline when it was set
    std::string at;                   // when it was set, ISO
    std::string note;
    bool operator==(const Assumed&) const = default;
};

}  // namespace adit

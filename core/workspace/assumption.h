// A figure that the user sets in place of, or where there is none, a published one.
#pragma once

#include "core/base/figure.h"
#include "core/base/result.h"
#include "core/dataset/rows.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace adit::workspace {

enum class Quantity : std::uint8_t {
    stock,         // tonnes
    floor,         // tonnes, never released
    releaseLimit,  // tonnes a day
    consumption,   // tonnes a year
    targetDays,    // days
    price,         // US dollars a tonne
    severity,      // 0..1
    production,    // tonnes a year, as are imports and exports
    imports,
    exports,
    governance,         // an estimate on the World Bank's scale, about -2.5..2.5
    recyclingRate,      // 0..1
    substitutionIndex,  // 0..1
};
inline constexpr std::size_t quantities = 13;

std::string_view id(Quantity quantity);  // "stock", "release-limit"
std::optional<Quantity> quantityFrom(std::string_view id);

// What is assumed, by codes, so that it outlives an edition of the dataset.
struct Key {
    Quantity quantity = Quantity::stock;
    std::string economy{};  // iso3 or bloc id; empty where it belongs to none: price, severity
    std::string mineral{};  // slug; empty where it belongs to none: severity, governance
    // severity: kind ("ban"); governance: dimension and year ("pv/2023"); production, exports: stage and year
    // ("mine/2023"); imports: "refine/2023/COD"; consumption: a year ("2023") or none. Without a year production,
    // exports, imports and governance are those of the latest year with figures, and consumption is that of every year.
    std::string detail{};
    auto operator<=>(const Key&) const = default;
};

// The parts of a detail.
struct Detail {
    std::optional<Stage> stage{};
    std::optional<int> year{};
    std::optional<Dimension> dimension{};  // one of the six
    std::string partner{};                 // or the kind of a severity
    bool operator==(const Detail&) const = default;
};
Detail detailOf(const Key& key);

struct Assumption {
    double central = 0.0;
    std::optional<double> low{};
    std::optional<double> high{};
    std::string note{};
    std::string at{};                  // ISO 8601, UTC; a session writes it
    std::optional<double> baseline{};  // the published figure that it replaced, if there was one
    std::string edition{};             // of the dataset at that time
    bool operator==(const Assumption&) const = default;
};

// Refuses a key with a part missing or too many, and figures that are not finite, out of order or beyond what the
// quantity can be. The place of the error names the field.
Status check(const Key& key, const Assumption& assumption);
Status check(const Key& key);

}  // namespace adit::workspace

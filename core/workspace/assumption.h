// A figure that the user sets in place of, or where there is none, a published one.
#pragma once

#include "core/base/figure.h"
#include "core/base/result.h"
#include "core/dataset/assumed.h"
#include "core/dataset/rows.h"

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace adit::workspace {

// What there is to assume, each a row of core/dataset/assumed.cpp.
using Quantity = Assumable;
inline constexpr std::size_t quantities = assumables;
std::optional<Quantity> quantityFrom(std::string_view id);

// What is assumed, by codes, so that it outlives an edition of the dataset.
struct Key {
    Quantity quantity = Quantity::stock;
    std::string economy{};  // iso3 or bloc id; empty where it belongs to none: price, severity
    std::string mineral{};  // slug; empty where it belongs to none: severity, governance
    // As its DetailForm has it. Without a year, consumption and net import reliance are those of every year, all others
    // that of the latest year with figures.
    std::string detail{};
    auto operator<=>(const Key&) const = default;
};

// The parts of a detail.
struct Detail {
    std::optional<Stage> stage{};
    std::optional<int> year{};
    std::optional<Dimension> dimension{};  // one of the six
    std::string partner{};                 // or the kind of a severity, the owner of a stake
    std::string facility{};                // of a stake or an output
    bool operator==(const Detail&) const = default;
};
Detail detailOf(Quantity quantity, const std::string& detail);
inline Detail detailOf(const Key& key) {
    return detailOf(key.quantity, key.detail);
}
// Whether the detail names an economy or bloc besides that of the key.
inline bool namesPartner(Quantity quantity) {
    return traitsOf(quantity).detail == DetailForm::stageAndPartner;
}

// The key by which the same is set without a year; itself where it names none.
Key withoutYear(Key key);

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

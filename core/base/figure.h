// The one result type of every method: value, bounds, unit, flags, inputs and the filled-in formula
// (methods.md 0.4). Whatever stands on screen or leaves the program is a Figure.
#pragma once

#include "core/base/ids.h"
#include "core/base/interval.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace adit {

enum class Stage : std::uint8_t { mine, refine, component };
enum class View : std::uint8_t { located, controlled };

// The state of an input (methods.md 0.2). States compute differently and look different.
enum class State : std::uint8_t { known, estimated, rounded, withheld, unknown, zero, notApplicable, assumed, derived };

// Flags of a result (methods.md 0.4), in the order in which they are printed.
enum class Flag : std::uint8_t {
    est,
    rounded,
    withheld,
    defaultInterval,
    partialCoverage,
    assumed,
    clamped,
    netExporter,
    netImporterOnly,
    zeroTotal,
    singleSupplier,
    noGovernance,
    staleGovernance,
    basisConverted,
    proportionalMix,
    partsExceedTotal,
    yearMismatch,
    vintageMismatch,
    unattributedControl,
    noDemand,
    approx,
};

class Flags {
public:
    constexpr Flags() = default;
    constexpr Flags(std::initializer_list<Flag> flags) {
        for (const Flag f : flags)
            add(f);
    }
    constexpr void add(Flag f) { m_bits |= bit(f); }
    constexpr void add(Flags other) { m_bits |= other.m_bits; }
    constexpr bool has(Flag f) const { return (m_bits & bit(f)) != 0; }
    constexpr bool empty() const { return m_bits == 0; }
    constexpr std::uint64_t bits() const { return m_bits; }
    static constexpr Flags fromBits(std::uint64_t bits) {
        Flags flags;
        flags.m_bits = bits;
        return flags;
    }
    std::vector<Flag> list() const;
    constexpr bool operator==(const Flags&) const = default;

private:
    static constexpr std::uint64_t bit(Flag f) { return std::uint64_t{1} << static_cast<unsigned>(f); }
    std::uint64_t m_bits = 0;
};

enum class Unit : std::uint8_t {
    one,     // a fraction, 0..1 (also HHI on its natural scale)
    points,  // HHI on 0..10 000
    count,   // a number of things
    nat,     // entropy
    tonnes,
    tonnesPerYear,
    days,
    usd,
    usdPerTonne,
    score,  // an index on a scale of its own; its definition says which
    percentagePoints,
};

// One published or assumed number that a figure rests on.
struct Input {
    std::string name;             // "DR Congo"
    std::optional<double> value;  // absent: withheld or unknown
    Unit unit = Unit::tonnes;
    State state = State::known;
    SourceId source;  // none for assumptions
    int year = 0;
    std::string basis;               // "Co content"; empty where it has none
    EconomyId economy;               // where the input belongs to one
    std::optional<Interval> bounds;  // for an interval input
    std::string remark;              // "withheld by the source", "rank 1", "7 others"
    std::string assumption;          // id of the assumption it comes from; empty for published figures
    std::string detail{};            // of that assumption: "pv/2023"
    bool operator==(const Input&) const = default;
};

struct Figure {
    std::optional<double> value;     // the central value; absent when it is undefined
    std::optional<Interval> bounds;  // absent when nothing can be said at all
    Unit unit = Unit::one;
    Flags flags;
    std::vector<Input> inputs;
    // The formula in lines: general form, numbers put in, result. Plain text; subscripts as _{...}.
    std::vector<std::string> formula;
    std::string boundsRule;  // in words, which rule of M06 made the bounds; empty when exact
    std::string reason;      // why the value is absent; empty otherwise

    static Figure absent(Unit unit, std::string reason, Flags flags = {}) {
        Figure f;
        f.unit = unit;
        f.reason = std::move(reason);
        f.flags = flags;
        return f;
    }
    bool exact() const { return value && bounds && bounds->exact(); }
    bool operator==(const Figure&) const = default;
};

std::string_view id(Stage stage);  // "mine"
std::string_view id(View view);
std::string_view id(State state);  // "known", "not-applicable"
std::string_view id(Flag flag);    // "partial-coverage"
std::string_view id(Unit unit);    // "1", "points", "t", "t/yr", "d" ...
std::optional<Stage> stageFrom(std::string_view id);
std::optional<View> viewFrom(std::string_view id);

}  // namespace adit

// How hard a kind of measure bites: an assumption with a range, expert judgement, always shown as such.
// simulation.md section 2.
#pragma once

#include "core/base/interval.h"
#include "core/dataset/dataset.h"

#include <array>

namespace adit::exposure {

inline constexpr std::size_t kinds = 6;  // of MeasureKind

struct Severity {
    double central = 0.0;
    Interval range;
    bool operator==(const Severity&) const = default;
};

// One for each kind of measure. The central values are defaults of the method; the ranges are ours.
struct Severities {
    std::array<Severity, kinds> of{{
        {1.0, {0.8, 1.0}},   // ban
        {0.5, {0.3, 0.7}},   // quota
        {0.3, {0.1, 0.6}},   // licensing
        {0.1, {0.02, 0.3}},  // tax
        {0.5, {0.3, 0.8}},   // domestic processing
        {0.1, {0.0, 0.5}},   // other
    }};
    const Severity& operator[](MeasureKind kind) const { return of[static_cast<std::size_t>(kind)]; }
    bool operator==(const Severities&) const = default;
};

// The defaults, with what the user assumes in their place.
Severities severitiesOf(const Dataset& data);

}  // namespace adit::exposure

// A closed interval [lo, hi]. A figure that is known exactly has lo == hi.
#pragma once

#include <algorithm>
#include <limits>

namespace adit {

inline constexpr double unbounded = std::numeric_limits<double>::infinity();

struct Interval {
    double lo = 0.0;
    double hi = 0.0;

    bool exact() const { return lo == hi; }
    bool contains(double x) const { return lo <= x && x <= hi; }
    double width() const { return hi - lo; }
    bool operator==(const Interval&) const = default;
};

}  // namespace adit

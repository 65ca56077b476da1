// A number on its way through a formula: central value, bounds and flags, without the text that a Figure carries.
#pragma once

#include "core/base/figure.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string_view>

namespace adit {

struct Estimate {
    std::optional<double> value;     // absent when the central case is undefined
    std::optional<Interval> bounds;  // absent when nothing can be said
    Flags flags;
    std::string_view reason;  // why there is no value: text that outlives the program's start

    static Estimate known(double x, Flags flags = {}) { return {x, Interval{x, x}, flags, {}}; }
    static Estimate within(Interval range, Flags flags = {}) { return {std::nullopt, range, flags, {}}; }
    static Estimate about(double x, Interval range, Flags flags = {}) { return {x, range, flags, {}}; }
    static Estimate absent(std::string_view reason, Flags flags = {}) {
        return {std::nullopt, std::nullopt, flags, reason};
    }
    bool exact() const { return value && bounds && bounds->exact(); }
    bool operator==(const Estimate&) const = default;
};

// The ends of a function over a box when it is monotone in each argument: they lie at corners. Nothing where
// the function is undefined at one of them.
template <std::size_t N, typename Function>
std::optional<Interval> overCorners(const std::array<Interval, N>& box, const Function& function) {
    std::optional<Interval> range;
    for (std::size_t corner = 0; corner < (std::size_t{1} << N); ++corner) {
        std::array<double, N> at{};
        for (std::size_t i = 0; i < N; ++i)
            at[i] = (corner >> i & 1U) != 0 ? box[i].hi : box[i].lo;
        const std::optional<double> y = function(at);
        if (!y || !std::isfinite(*y)) return std::nullopt;
        range = range ? Interval{std::min(range->lo, *y), std::max(range->hi, *y)} : Interval{*y, *y};
    }
    return range;
}

// A function of estimates that is monotone in each argument and may be undefined: central value from central
// values, bounds from bounds, flags joined. `undefined` says why there is no value where there is none.
template <std::size_t N, typename Function>
Estimate through(const std::array<Estimate, N>& inputs, std::string_view undefined, const Function& function) {
    Estimate out;
    std::array<double, N> central{};
    std::array<Interval, N> box{};
    bool hasCentral = true;
    bool hasBox = true;
    for (std::size_t i = 0; i < N; ++i) {
        out.flags.add(inputs[i].flags);
        hasCentral = hasCentral && inputs[i].value.has_value();
        hasBox = hasBox && inputs[i].bounds.has_value();
        central[i] = inputs[i].value.value_or(0.0);
        box[i] = inputs[i].bounds.value_or(Interval{});
        if (!inputs[i].value && out.reason.empty()) out.reason = inputs[i].reason;
    }
    if (hasCentral) out.value = function(central);
    if (hasCentral && !out.value) out.reason = undefined;
    if (hasBox) out.bounds = overCorners(box, function);
    if (out.value && !out.bounds) out.bounds = hasBox ? std::nullopt : std::optional(Interval{*out.value, *out.value});
    if (out.value) out.reason = {};
    return out;
}

}  // namespace adit

// Which single input moves the answer most. methods.md M35.
#pragma once

#include "core/base/result.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace adit::ranges {

struct Swinging {
    std::string id;
    double low = 0.0;
    double central = 0.0;
    double high = 0.0;
};

// From input values, in the order of the inputs, to the figure; nothing where it is not defined.
using Figure1 = std::function<std::optional<double>(std::span<const double> inputs)>;

struct Bar {
    std::string id;
    std::optional<double> atLow;
    std::optional<double> atHigh;
    double least = 0.0;  // the ends of the bar
    double most = 0.0;
    bool nonMonotone = false;  // both ends on one side: the bar shows the extremes over 11 points

    double swing() const { return most - least; }
};

struct Tornado {
    double central = 0.0;
    std::vector<Bar> bars;  // largest swing first, then by id
};

Result<Tornado> tornado(std::span<const Swinging> inputs, const Figure1& figure);

}  // namespace adit::ranges

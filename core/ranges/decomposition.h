// Why two results of one method differ: inputs switched from the first scenario to the second one after another,
// forwards and backwards, and averaged. The parts add up to the difference. methods.md M36.
#pragma once

#include "core/ranges/tornado.h"

namespace adit::ranges {

struct Switched {
    std::string id;
    double before = 0.0;
    double after = 0.0;
};

struct Decomposition {
    double before = 0.0;
    double after = 0.0;
    std::optional<double> relative;  // of `before`; absent when that is 0
    std::vector<double> parts;       // of each input, in their order

    double absolute() const { return after - before; }
};

// An error where the figure is not defined on the way.
Result<Decomposition> decompose(std::span<const Switched> inputs, const Figure1& figure);

}  // namespace adit::ranges

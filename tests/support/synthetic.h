// A made-up dataset of any size from a seed: every economy buys each mineral from some of the others, some produce,
// some of each kind have no governance estimate, no output or no imports. For speed and for edges, never for meaning.
#pragma once

#include "core/dataset/dataset.h"

#include <cstdint>

namespace adit::test {

struct SyntheticSize {
    std::size_t economies = 200;
    std::size_t minerals = 53;
    std::size_t years = 5;
    double density = 0.1436;  // of all pairs of economies that trade a mineral in a year; 1.5 million rows in all
    std::uint64_t seed = 1;
    bool isTraded = true;  // else without the trade table
};

Dataset synthetic(const SyntheticSize& size);

}  // namespace adit::test

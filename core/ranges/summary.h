// What a set of draws says of a figure. methods.md M34.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace adit::ranges {

// Linear interpolation between order statistics: of 1..10, the 5 % quantile is 1.45. `sorted` must not be empty.
double quantileOf(std::span<const double> sorted, double p);

struct Bands {
    double p5 = 0.0;
    double p25 = 0.0;
    double median = 0.0;
    double p75 = 0.0;
    double p95 = 0.0;
    double mean = 0.0;
    double meanError = 0.0;   // Monte Carlo error of the mean
    std::size_t defined = 0;  // draws in which the figure had a value
    bool operator==(const Bands&) const = default;
};

// NaN marks a draw in which the figure was not defined. Nothing when that was so in all of them.
std::optional<Bands> summarise(std::vector<double> draws);

}  // namespace adit::ranges

// From governance estimates of the World Bank (Kaufmann & Kraay, WGI) to a risk weight: 0 best, 1 worst (M07).
#pragma once

#include "core/base/estimate.h"

#include <array>
#include <optional>
#include <span>

namespace adit::governance {

inline constexpr std::size_t dimensions = 6;  // cc, ge, pv, rl, rq, va, as in dataset rows
inline constexpr std::size_t pv = 2;          // political stability

// The six estimates of one economy in one year; absent where none was published.
struct Year {
    int year = 0;
    std::array<std::optional<double>, dimensions> estimate;
    std::array<std::optional<double>, dimensions> standardError;
    std::array<std::optional<Interval>, dimensions> assumed;  // the range, where the estimate is the user's
};

enum class Choice { allSix, politicalStability };

struct Score {
    double estimate = 0.0;  // about -2.5..2.5, higher is better
    int year = 0;
    std::optional<double> standardError;  // the largest of the dimensions': their correlation is not known
    Flags flags;
    std::optional<Interval> assumed;  // the range, where an estimate that it rests on is the user's
};

// The latest complete year not later than `year`. A later year with some of the dimensions missing is passed
// over with `stale-governance`; another year than asked for sets `year-mismatch`. `series` by year, ascending.
std::optional<Score> scoreAt(std::span<const Year> series, Choice choice, int year);

// (2.5 - G) / 5 within 0..1. The bounds are fixed: with observed ones, one more economy would re-rank all minerals.
Estimate weight(double estimate);
Estimate weight(const Score& score);

// Of an economy without governance data: anything between the best and worst of the edition, centred on the
// production-weighted mean of the known where there is one. Never 0.
Estimate missingWeight(std::span<const double> knownWeights, std::optional<double> centre);

// The EU scale, 0..10.
inline constexpr double euScale = 10.0;

inline double weightDeviation(double standardError) {
    return standardError / 5.0;
}

}  // namespace adit::governance

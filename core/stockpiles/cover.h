// How long a stock lasts and what is missing for a target. simulation.md section 3, methods.md M28, M30.
#pragma once

#include "core/base/result.h"

#include <optional>
#include <span>
#include <vector>

namespace adit::stockpiles {

inline constexpr double daysPerYear = 365.0;  // leap years too

struct CoverInput {
    std::optional<double> stock;        // tonnes
    double floor = 0.0;                 // tonnes, never released
    std::optional<double> limit;        // tonnes a day that can be released; none is no limit
    std::optional<double> consumption;  // tonnes a year: total, essential or defence, named by the caller
};

// Days that the releasable stock lasts at the given consumption.
Result<double> grossCover(const CoverInput& input);

// Days that it lasts when a constant part of supply is lost and not replaced; unbounded when nothing is lost. A
// closed form, with floor but without limit: the check of the simulation.
Result<double> coverAgainstLoss(const CoverInput& input, double lostShare);

struct Gap {
    double tonnes = 0.0;         // missing for the target; 0 when the stock is larger
    double surplus = 0.0;        // what is held beyond it
    std::optional<double> cost;  // of the missing tonnes
};

Result<Gap> gapTo(double targetDays, const CoverInput& input, std::optional<double> usdPerTonne = {});

// A programme given in days as tonnes, and one given in tonnes as days.
Result<double> tonnesFor(double days, std::optional<double> consumption);
Result<double> daysFor(double tonnes, std::optional<double> consumption);

struct Member {
    double stock = 0.0;  // tonnes above the floor
    double gap = 0.0;    // tonnes a day that are missing
};

struct PooledCover {
    double pooled = 0.0;           // days, for all members alike
    std::vector<double> separate;  // days of each with its own; unbounded where nothing is missing
    std::vector<double> gain;      // pooled minus separate; negative for who loses
};

PooledCover pooledCover(std::span<const Member> members);

}  // namespace adit::stockpiles

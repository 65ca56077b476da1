// Planning shortfall after the logic of the US National Defense Stockpile, simplified. IDA, RAMF-SM (Schwartz &
// Thomason 2022, P-22696); DoD reports on stockpile requirements. (M31)
#pragma once

#include "core/base/result.h"

#include <span>
#include <vector>

namespace adit::stockpiles {

// Each of the shares 0..1; a supplier inside the conflict counts nothing.
struct ForeignOutput {
    double output = 0.0;  // tonnes
    double ability = 1.0;
    double reliability = 1.0;
    double openToUs = 1.0;
    bool insideConflict = false;
};

double usable(const ForeignOutput& foreign);

struct PlanningYear {
    double defence = 0.0;
    double essentialCivilian = 0.0;
    double emergencyInvestment = 0.0;
    double domestic = 0.0;
    std::vector<ForeignOutput> foreign;

    double need() const { return defence + essentialCivilian + emergencyInvestment; }
};

struct PlanningOptions {
    bool carrySurplus = false;  // a year's surplus helps the years after it; never the other way
    double extraBuy = 0.0;      // tonnes bought before the first year
};

struct YearShortfall {
    double need = 0.0;
    double supply = 0.0;
    double shortfall = 0.0;
    double defenceShortfall = 0.0;  // of it: defence is served first
};

struct Plan {
    std::vector<YearShortfall> years;
    double shortfall = 0.0;    // of all years
    double requirement = 0.0;  // what is left of it after the extra purchases
};

Result<Plan> plan(std::span<const PlanningYear> years, const PlanningOptions& options = {});

}  // namespace adit::stockpiles

// What a programme of end items needs, and how many typical sites that is. simulation.md section 6, methods.md M33.
#pragma once

#include "core/base/result.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace adit::demand {

// low <= central <= high.
struct Range {
    double low = 0.0;
    double central = 0.0;
    double high = 0.0;

    static Range exactly(double x) { return {x, x, x}; }
    bool operator==(const Range&) const = default;
};

Range operator+(const Range& a, const Range& b);
Range operator*(const Range& a, const Range& b);  // of quantities that are not negative

// One mineral in one component of the end item.
struct Part {
    std::string name;
    Range fleetShare = Range::exactly(1.0);  // of the items that carry it: the mix is as visible as the units
    Range grams;                             // of the mineral's basis in one unit of the component
    Range spares = Range::exactly(0.0);      // additional components for each that is fitted
    Range scrap = Range::exactly(0.0);       // lost in making
};

struct Programme {
    Range units;
    std::vector<Part> parts;
};

struct Need {
    Range total;               // tonnes
    std::vector<Range> parts;  // of each part, in their order
};

// Units * share of the fleet * grams / 1e6 * (1 + spares) * (1 + scrap), low, central and high through.
Result<Need> need(const Programme& programme);

// Whole sites of a typical capacity (tonnes a year) at a utilisation.
Result<double> facilities(double tonnes, double capacity, double utilisation);
// Few of the largest and best used sites up to many of the smallest.
Result<Range> facilities(const Range& tonnes, const Range& capacity, const Range& utilisation);

}  // namespace adit::demand

// Stages at which one facility is all that an economy has: a single point of failure, as far as facilities are listed.
// methods.md M17.
#pragma once

#include "core/dataset/dataset.h"

#include <optional>
#include <vector>

namespace adit::consumer {

struct DomesticFacilities {
    Stage stage = Stage::mine;
    std::vector<const Facility*> operating;
    // Of the own output published for the stage, what the listed ones make: all of it where that is 1 or more.
    std::optional<double> covered;
    bool isAssumed = false;  // the user set what one of them makes

    bool single() const { return operating.size() == 1; }
};

// Of stages with a facility listed there. Planned and suspended ones and totals of groups do not count.
std::vector<DomesticFacilities> domesticFacilities(const Dataset& data, EconomyId economy, MineralId mineral);

}  // namespace adit::consumer

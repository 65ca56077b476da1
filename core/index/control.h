// Who controls a facility's output, and the facilities that a market by controller rests on (M21).
// Gulley, McCullough & Shedd 2019 (Resources Policy 62); Ericsson, Löf et al. 2023 (Mineral Economics 36).
#pragma once

#include "core/index/market.h"

#include <span>
#include <vector>

namespace adit::index {

// A part of an asset's output; what the parts leave open to 1 has no known controller.
struct Claim {
    EconomyId controller;
    double fraction = 0.0;
};

struct Asset {
    const Facility* facility = nullptr;
    double tonnes = 0.0;
    std::vector<Claim> claims;
};

// The stakes of one facility that hold in a year: the newest that are not newer, else the oldest.
std::vector<const Stake*> stakesAt(const Dataset& data, const Facility& facility);

std::vector<Claim> claims(std::span<const Stake* const> stakes, ControlRule rule);

// Facilities with an output in the query's year. A group's total counts only where none of the sites of its
// operator has a figure of its own.
std::vector<Asset> assets(const Query& query);

}  // namespace adit::index

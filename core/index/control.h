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
    Interval bounds{};  // equal to the fraction unless the user gives a stake a range
};

struct Asset {
    const Facility* facility = nullptr;
    double tonnes = 0.0;
    Interval bounds;  // equal to the tonnes unless the user gives its output a range
    std::vector<Claim> claims;
};

// The stakes of one facility that hold in a year: the newest that are not newer, else the oldest.
std::vector<const Stake*> stakesAt(const Dataset& data, const Facility& facility);

std::vector<Claim> claims(std::span<const Stake* const> stakes, ControlRule rule);

// Facilities with an output in the query's year, or with one of the user's, which may be none. A group's total counts
// only where none of the sites of its operator has a figure of its own.
std::vector<Asset> assets(const Query& query);

// Whether a published or assumed share says who controls a host's output in the query's year: not where the host has
// facilities with an output.
bool isUsable(const Query& query, const ControlShare& row);
bool hasAsset(const Query& query, EconomyId host);
// Whether the market is on a basis on which control is known: facilities are given in content.
bool isOnBasisOfControl(const Query& query, const Market& located);

// A host's output, which the user alone gives a range: what is withheld or rounded counts as it stands.
Interval outputRange(const Holder& host);

// A part of one host's output that an economy's firms control, in tonnes of the located market's basis.
struct HostClaim {
    EconomyId host;
    EconomyId controller;
    double tonnes = 0.0;
    Interval bounds;          // equal to the tonnes unless the user gives a range
    Interval sure;            // what can be nobody else's, from the least output of the host to the largest
    double sureOfMost = 0.0;  // at least, of the host's largest output
    State state = State::derived;
    SourceId source;
};

// From facilities with their stakes, and from published shares of a host's output where it has no facility. Claims on
// one host never add up to more than its output. Empty where nothing is published, or not on the market's basis.
std::vector<HostClaim> hostClaims(const Query& query, const Market& located, Flags& flags);

}  // namespace adit::index

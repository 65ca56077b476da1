// Where a consumer's supply comes from: the proportional assumption, blocs, and re-export hubs looked through.
// simulation.md section 1, methods.md M13.
#pragma once

#include "core/base/figure.h"
#include "core/base/result.h"

#include <optional>
#include <span>
#include <vector>

namespace adit::chain {

// A part of a supply. Without an economy it is of unknown origin.
struct Source {
    EconomyId from;
    double share = 0.0;
    bool operator==(const Source&) const = default;
};
using Mix = std::vector<Source>;  // by economy, each once; unknown origin last

struct Flow {
    EconomyId from;
    double tonnes = 0.0;
};

struct SupplyInput {
    EconomyId consumer;
    double production = 0.0;  // of the consumer; of all members for a bloc
    std::span<const Flow> imports;
    std::span<const EconomyId> members;  // of a bloc, ascending; empty for an economy
    std::optional<double> exports;       // to outside; not known: no consumption
};

struct Supply {
    Mix mix;                            // the consumer itself is the domestic part
    double total = 0.0;                 // production and imports, tonnes a year
    double dropped = 0.0;               // trade inside the bloc, left out
    std::optional<double> consumption;  // P + I - X, where that is above 0
};

// mix[c] = I[c] / (P + sum I). An error when there is neither production nor an import: the mix is not defined.
Result<Supply> supplyMix(const SupplyInput& input);

struct Hub {
    EconomyId hub;
    // Where the hub's own supply comes from, itself for what it makes; what is left open to 1 is unknown origin.
    Mix sources;
};

struct LookedThrough {
    Mix mix;
    std::vector<EconomyId> closed;  // hubs that only feed one another: nothing was looked through
};

// f * (I - A)^-1, without the hubs' own columns but for what they make themselves.
LookedThrough throughHubs(const Mix& direct, std::span<const Hub> hubs);

// Adds shares of the same economy, puts unknown origin last.
Mix tidy(Mix mix);

// What the named sources leave open to 1, unknown origin included. Less than 1e-12 is rounding, hence 0.
double unknownShare(const Mix& mix);

// Share of one economy; 0 where it does not occur.
double shareOf(const Mix& mix, EconomyId economy);

}  // namespace adit::chain

// What can be said of concentration when part of the market is not attributed or only known within bounds (M06).
// Bounds by majorisation: Kvålseth 2018 (Heliyon 4, e00846); Naldi & Flamini 2014.
#pragma once

#include "core/base/interval.h"
#include "core/index/market.h"

#include <optional>
#include <span>
#include <vector>

namespace adit::index {

// A quantity known within bounds, with the weight of its squared share (1 but for weighted indices).
struct Part {
    Interval quantity;
    double weight = 1.0;
};

// A market as bare numbers, in any one unit.
struct Spread {
    std::vector<Part> parts;  // named holders, by economy code
    double rest = 0.0;        // without a named holder, at most
    double restLess = 0.0;    // by so much less it may be
    ResidualRule rule = ResidualRule::none;
    double cap = 0.0;  // the most that one of the rest can have, for othersCapped
    Interval restWeight{1.0, 1.0};
    std::optional<int> others;  // at most so many others exist

    bool exact() const;  // every named quantity is known
    double total(double Interval::*end) const;
};

struct Bounds {
    Interval range;
    bool approx = false;  // too many open quantities to try every corner
};

// HHI, or the sum of weight * share squared.
Bounds hhiBounds(const Spread& spread);
// Entropy in nats. Needs `others` where there is a rest: without it the entropy has no upper bound.
Bounds entropyBounds(const Spread& spread);
// Sum of the k largest shares.
Bounds largestBounds(const Spread& spread, std::size_t k);
// Normalised HHI and evenness over every number of producers that the spread allows.
Bounds normalisedBounds(const Spread& spread);
Bounds evennessBounds(const Spread& spread);

// The smallest sum of squares when the rest goes to listed holders only: the smallest are raised first.
std::vector<double> waterFilled(std::vector<double> quantities, double rest);

// The rest cut into pieces of at most `cap`.
std::vector<double> pieces(double rest, double cap);

// At most this many open quantities are tried corner by corner.
inline constexpr std::size_t mostCorners = 16;

}  // namespace adit::index

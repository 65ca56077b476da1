// The middle lines of a formula: shares with numbers put in, the largest four by name and the rest in one.
#pragma once

#include "core/index/explain.h"

namespace adit::index {

// In percent and points, "= 69.5² + 5.8² + …", "= 4 829 + 33 + 26"; or as fractions, "= 0.6949² + …".
std::vector<std::string> squareLines(const Case& c, Unit unit);

// "= 0.2530 + 0.1652 + …": the terms of the entropy.
std::string entropyTerms(const Case& c);

// What the bounds are made of, where there are any: "not attributed: 18 % of output" and the two ends.
void addBoundLines(const Case& c, Figure& figure);

// The shares of the holders with a figure, largest first.
std::vector<double> sharesOf(const Case& c);

}  // namespace adit::index

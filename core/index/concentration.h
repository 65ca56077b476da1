// The formulas of concentration as pure functions of numbers. Quantities are in any one unit, in the order
// of their economies' codes; a part of the total that no quantity has counts in the total alone.
#pragma once

#include <optional>
#include <span>

namespace adit::concentration {

// Sum of squared shares. Hirschman 1945; Herfindahl 1950. (M02)
std::optional<double> hhi(std::span<const double> quantities, double total);

// (HHI - 1/N) / (1 - 1/N), which is 1 for a single producer. (M03)
double normalised(double hhi, double producers);

// Shannon entropy in nats; nothing of a share of 0. (M04)
std::optional<double> entropy(std::span<const double> quantities, double total);

// Entropy over its largest possible value; 1 by convention for a single producer. (M04)
double evenness(double entropy, double producers);

// Sum of the k largest shares. (M04)
std::optional<double> largest(std::span<const double> quantities, double total, std::size_t k);

std::size_t producers(std::span<const double> quantities);

}  // namespace adit::concentration

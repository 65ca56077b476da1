#include "core/index/concentration.h"

#include "core/base/sum.h"

#include <algorithm>
#include <functional>
#include <vector>

namespace adit::concentration {

std::optional<double> hhi(std::span<const double> quantities, double total) {
    if (total <= 0.0) return std::nullopt;
    Sum squares;
    for (const double q : quantities)
        squares.add((q / total) * (q / total));
    return squares.value();
}

double normalised(double hhi, double producers) {
    return producers <= 1.0 ? 1.0 : (hhi - 1.0 / producers) / (1.0 - 1.0 / producers);
}

std::optional<double> entropy(std::span<const double> quantities, double total) {
    if (total <= 0.0) return std::nullopt;
    Sum sum;
    for (const double q : quantities) {
        if (q > 0.0) sum.add(-(q / total) * std::log(q / total));
    }
    return sum.value();
}

double evenness(double entropy, double producers) {
    return producers <= 1.0 ? 1.0 : entropy / std::log(producers);
}

std::optional<double> largest(std::span<const double> quantities, double total, std::size_t k) {
    if (total <= 0.0) return std::nullopt;
    std::vector<double> sorted(quantities.begin(), quantities.end());
    std::sort(sorted.begin(), sorted.end(), std::greater<>());
    sorted.resize(std::min(k, sorted.size()));
    return sumOf(sorted) / total;
}

std::size_t producers(std::span<const double> quantities) {
    return static_cast<std::size_t>(
        std::count_if(quantities.begin(), quantities.end(), [](double q) { return q > 0; }));
}

}  // namespace adit::concentration

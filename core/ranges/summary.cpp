#include "core/ranges/summary.h"

#include "core/base/sum.h"

#include <algorithm>
#include <cmath>

namespace adit::ranges {

double quantileOf(std::span<const double> sorted, double p) {
    const double place = p * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    if (below + 1 >= sorted.size()) return sorted.back();
    const double part = place - static_cast<double>(below);
    return sorted[below] + part * (sorted[below + 1] - sorted[below]);
}

std::optional<Bands> summarise(std::vector<double> draws) {
    std::erase_if(draws, [](double x) { return std::isnan(x); });
    if (draws.empty()) return std::nullopt;
    std::sort(draws.begin(), draws.end());
    Bands out;
    out.p5 = quantileOf(draws, 0.05);
    out.p25 = quantileOf(draws, 0.25);
    out.median = quantileOf(draws, 0.50);
    out.p75 = quantileOf(draws, 0.75);
    out.p95 = quantileOf(draws, 0.95);
    out.defined = draws.size();
    const auto n = static_cast<double>(draws.size());
    out.mean = sumOf(draws) / n;
    Sum squares;
    for (const double x : draws)
        squares.add((x - out.mean) * (x - out.mean));
    if (draws.size() > 1) out.meanError = std::sqrt(squares.value() / (n - 1.0) / n);
    return out;
}

}  // namespace adit::ranges

#include "core/base/weighted_mean.h"

#include <algorithm>

namespace adit {
namespace {

struct Row {
    double weight = 0.0;
    Interval amount;
};

// With the amounts raised one after another in the order of the rows, the best mean on the way. `sign` is 1 for the
// highest and -1 for the lowest.
std::optional<double> extreme(const std::vector<Row>& rows, double sign) {
    double sum = 0.0;
    double total = 0.0;
    for (const Row& row : rows) {
        sum += row.weight * row.amount.lo;
        total += row.amount.lo;
    }
    if (total <= 0.0) return std::nullopt;
    double best = sum / total;
    for (const Row& row : rows) {
        sum += row.weight * row.amount.width();
        total += row.amount.width();
        const double mean = sum / total;
        if (sign * mean > sign * best) best = mean;
    }
    return best;
}

std::optional<double> end(const std::vector<WeightedAmount>& rows, double Interval::*weight, double sign) {
    std::vector<Row> ordered;
    for (const WeightedAmount& row : rows)
        ordered.push_back({row.weight.*weight, row.amount});
    std::stable_sort(ordered.begin(), ordered.end(),
                     [sign](const Row& a, const Row& b) { return sign * a.weight > sign * b.weight; });
    return extreme(ordered, sign);
}

}  // namespace

std::optional<Interval> weightedMean(const std::vector<WeightedAmount>& rows) {
    const auto lo = end(rows, &Interval::lo, -1.0);
    const auto hi = end(rows, &Interval::hi, 1.0);
    if (!lo || !hi) return std::nullopt;
    return Interval{*lo, *hi};
}

}  // namespace adit

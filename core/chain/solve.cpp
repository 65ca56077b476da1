#include "core/chain/solve.h"

#include <cmath>
#include <utility>

namespace adit::chain {
namespace {

constexpr double smallestPivot = 1e-12;

std::size_t pivotRow(const Matrix& m, std::size_t column) {
    std::size_t best = column;
    for (std::size_t r = column + 1; r < m.rows; ++r) {
        if (std::fabs(m.at(r, column)) > std::fabs(m.at(best, column))) best = r;
    }
    return best;
}

}  // namespace

std::optional<std::vector<double>> solve(Matrix m, std::vector<double> right) {
    const std::size_t n = m.rows;
    for (std::size_t k = 0; k < n; ++k) {
        const std::size_t pivot = pivotRow(m, k);
        if (std::fabs(m.at(pivot, k)) < smallestPivot) return std::nullopt;
        for (std::size_t c = 0; c < n; ++c)
            std::swap(m.at(pivot, c), m.at(k, c));
        std::swap(right[pivot], right[k]);
        for (std::size_t r = k + 1; r < n; ++r) {
            const double factor = m.at(r, k) / m.at(k, k);
            if (factor == 0.0) continue;
            for (std::size_t c = k; c < n; ++c)
                m.at(r, c) -= factor * m.at(k, c);
            right[r] -= factor * right[k];
        }
    }
    for (std::size_t k = n; k-- > 0;) {
        for (std::size_t c = k + 1; c < n; ++c)
            right[k] -= m.at(k, c) * right[c];
        right[k] /= m.at(k, k);
    }
    return right;
}

}  // namespace adit::chain

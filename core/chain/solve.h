// Small dense linear systems.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace adit::chain {

struct Matrix {
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::vector<double> cells;  // row by row

    Matrix(std::size_t r, std::size_t c) : rows(r), columns(c), cells(r * c) {}
    double& at(std::size_t r, std::size_t c) { return cells[r * columns + c]; }
    double at(std::size_t r, std::size_t c) const { return cells[r * columns + c]; }
};

// Solves m * x = right by elimination with partial pivoting; nothing when m is singular.
std::optional<std::vector<double>> solve(Matrix m, std::vector<double> right);

}  // namespace adit::chain

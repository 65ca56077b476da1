#include "core/chain/balance.h"

#include "core/base/sum.h"

#include <cmath>

namespace adit::chain {
namespace {

constexpr double slack = 0.005;
constexpr double tolerance = 1e-9;
constexpr int mostPasses = 10000;

std::string nameOf(std::span<const std::string> names, std::size_t i, const char* what) {
    return i < names.size() ? names[i] : std::string(what) + " " + std::to_string(i + 1);
}

double rowSum(const Matrix& m, std::size_t r) {
    Sum sum;
    for (std::size_t c = 0; c < m.columns; ++c)
        sum.add(m.at(r, c));
    return sum.value();
}

double columnSum(const Matrix& m, std::size_t c) {
    Sum sum;
    for (std::size_t r = 0; r < m.rows; ++r)
        sum.add(m.at(r, c));
    return sum.value();
}

Status check(const Margins& margins, std::span<const std::string> rowNames, std::span<const std::string> columnNames) {
    const Matrix& seed = margins.seed;
    if (seed.rows != margins.rows.size() || seed.columns != margins.columns.size()) {
        return Error::badInput("the seed has another size than its margins");
    }
    for (const double cell : seed.cells) {
        if (!(cell >= 0.0) || !std::isfinite(cell)) return Error::badInput("the seed holds a negative number");
    }
    for (std::size_t r = 0; r < seed.rows; ++r) {
        if (margins.rows[r] > 0.0 && rowSum(seed, r) <= 0.0) {
            return Error::badInput(nameOf(rowNames, r, "row") + " has output but nowhere to go");
        }
    }
    for (std::size_t c = 0; c < seed.columns; ++c) {
        if (margins.columns[c] > 0.0 && columnSum(seed, c) <= 0.0) {
            return Error::badInput(nameOf(columnNames, c, "column") + " has need but nothing to draw on");
        }
    }
    return Done{};
}

// The margins made equal: fitted when they nearly are, else with a row or column for the difference.
Margins closed(Margins margins, double difference) {
    const double rows = sumOf(margins.rows);
    if (difference == 0.0) {
        const double factor = rows / sumOf(margins.columns);
        for (double& column : margins.columns)
            column *= factor;
        return margins;
    }
    const std::size_t extraRow = difference > 0.0 ? 1 : 0;
    Matrix seed(margins.seed.rows + extraRow, margins.seed.columns + 1 - extraRow);
    for (double& cell : seed.cells)
        cell = 1.0;
    for (std::size_t r = 0; r < margins.seed.rows; ++r) {
        for (std::size_t c = 0; c < margins.seed.columns; ++c)
            seed.at(r, c) = margins.seed.at(r, c);
    }
    (difference > 0.0 ? margins.rows : margins.columns).push_back(std::fabs(difference));
    margins.seed = std::move(seed);
    return margins;
}

void scaleRows(Matrix& m, const std::vector<double>& targets) {
    for (std::size_t r = 0; r < m.rows; ++r) {
        const double sum = rowSum(m, r);
        for (std::size_t c = 0; c < m.columns && sum > 0.0; ++c)
            m.at(r, c) *= targets[r] / sum;
    }
}

void scaleColumns(Matrix& m, const std::vector<double>& targets) {
    for (std::size_t c = 0; c < m.columns; ++c) {
        const double sum = columnSum(m, c);
        for (std::size_t r = 0; r < m.rows && sum > 0.0; ++r)
            m.at(r, c) *= targets[c] / sum;
    }
}

// After columns were scaled only rows can be off.
double rowError(const Matrix& m, const std::vector<double>& targets) {
    double worst = 0.0;
    for (std::size_t r = 0; r < m.rows; ++r) {
        if (targets[r] > 0.0) worst = std::max(worst, std::fabs(rowSum(m, r) / targets[r] - 1.0));
    }
    return worst;
}

}  // namespace

Result<Balanced> balance(const Margins& margins, std::span<const std::string> rowNames,
                         std::span<const std::string> columnNames) {
    if (const Status status = check(margins, rowNames, columnNames); !status) return status.error();
    const double output = sumOf(margins.rows);
    const double need = sumOf(margins.columns);
    if (output <= 0.0 || need <= 0.0) return Error::missing("output and need");
    Balanced out;
    if (std::fabs(need / output - 1.0) > slack) out.stocksAndLosses = need - output;
    const Margins fitted = closed(margins, out.stocksAndLosses);
    out.flows = fitted.seed;
    out.error = 1.0;
    while (out.error >= tolerance && out.passes < mostPasses) {
        scaleRows(out.flows, fitted.rows);
        scaleColumns(out.flows, fitted.columns);
        out.error = rowError(out.flows, fitted.rows);
        ++out.passes;
    }
    return out;
}

}  // namespace adit::chain

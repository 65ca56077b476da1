#include "core/index/largest.h"

#include "core/base/number_words.h"
#include "core/index/concentration.h"
#include "core/index/terms.h"

namespace adit::index {

// Ties among the largest go by economy code; the sum is the same whoever is taken.
void fillLargest(const Case& c, Figure& figure, std::size_t k) {
    const Bounds bounds = largestBounds(c.spread, k);
    setValue(figure, c, concentration::largest(c.quantities, c.market.total, k), bounds);
    if (!c.query.explained()) return;
    // Others that are each smaller than the k-th change nothing.
    figure.formula = {"CR" + std::to_string(k) + " = Σ of the largest " + std::to_string(k) + " shares"};
    const std::vector<double> shares = sharesOf(c);
    std::string terms = "=";
    for (std::size_t i = 0; i < std::min(k, shares.size()); ++i)
        terms += (i != 0 ? " + " : " ") + words::grouped(shares[i], 4);
    if (!shares.empty()) figure.formula.push_back(terms);
    addBoundLines(c, figure);
    figure.formula.push_back(resultLine(figure));
}

}  // namespace adit::index

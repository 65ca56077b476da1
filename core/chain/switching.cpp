#include "core/chain/switching.h"

#include "core/base/sum.h"

#include <algorithm>
#include <cmath>

namespace adit::chain {

Result<double> redirectableCover(std::span<const OtherSupplier> suppliers, double loss, double redirectable) {
    if (!(redirectable >= 0.0 && redirectable <= 1.0)) return Error::badInput("redirectable share lies outside 0..1");
    if (loss <= 0.0) return Error::missing("a loss to cover");
    Sum cover;
    for (const OtherSupplier& supplier : suppliers)
        cover.add(supplier.spare + redirectable * supplier.exportsElsewhere);
    return std::min(1.0, cover.value() / loss);
}

Result<std::vector<double>> reallocated(std::span<const PricedShare> shares, double elasticity) {
    std::vector<double> out;
    for (const PricedShare& row : shares) {
        if (row.priceRatio <= 0.0) return Error::badInput("a price ratio is not above 0");
        out.push_back(row.share * std::pow(row.priceRatio, 1.0 - elasticity));
    }
    const double total = sumOf(out);
    if (total <= 0.0) return Error::missing("value shares");
    for (double& share : out)
        share /= total;
    return out;
}

}  // namespace adit::chain

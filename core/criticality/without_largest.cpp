#include "core/criticality/without_largest.h"

#include "core/base/sum.h"

namespace adit::criticality {
namespace {

Estimate left(double total, double largest, std::optional<double> denominator) {
    const Flags flags = denominator ? Flags{} : Flags{Flag::noDemand};
    const double whole = denominator.value_or(total);
    if (whole <= 0.0) return Estimate::absent("nothing to set it against", flags);
    return Estimate::known((total - largest) / whole, flags);
}

double largestOf(std::span<const double> quantities) {
    return quantities.empty() ? 0.0 : *std::max_element(quantities.begin(), quantities.end());
}

}  // namespace

Estimate worldWithoutLargest(std::span<const double> quantities, double total, std::optional<double> demand) {
    if (total <= 0.0) return Estimate::absent("world total is 0", {Flag::zeroTotal});
    return left(total, largestOf(quantities), demand);
}

Estimate supplyWithoutLargest(double production, std::span<const double> imports, std::optional<double> consumption) {
    const double total = production + sumOf(imports);
    if (total <= 0.0) return Estimate::absent("neither production nor imports", {Flag::zeroTotal});
    return left(total, largestOf(imports), consumption);
}

}  // namespace adit::criticality

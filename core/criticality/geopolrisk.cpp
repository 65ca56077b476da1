#include "core/criticality/geopolrisk.h"

#include "core/base/sum.h"

namespace adit::criticality {

ImportRisk importRisk(std::span<const WeightedImport> imports) {
    Sum total;
    Sum central;
    Sum lo;
    Sum hi;
    ImportRisk out;
    bool known = true;
    bool bounded = true;
    for (const WeightedImport& row : imports) {
        total.add(row.tonnes);
        if (row.insideBloc || row.tonnes == 0.0) continue;
        out.weighted.flags.add(row.weight.flags);
        known = known && row.weight.value;
        bounded = bounded && row.weight.bounds;
        central.add(row.tonnes * row.weight.value.value_or(0.0));
        lo.add(row.tonnes * row.weight.bounds.value_or(Interval{}).lo);
        hi.add(row.tonnes * row.weight.bounds.value_or(Interval{}).hi);
    }
    out.total = total.value();
    if (known) out.weighted.value = central.value();
    if (!known) out.weighted.reason = "governance of a supplier is not known";
    if (bounded) out.weighted.bounds = Interval{lo.value(), hi.value()};
    return out;
}

Estimate geoPolRisk(const Estimate& hhi, const ImportRisk& imports, double production) {
    const double supply = production + imports.total;
    if (supply <= 0.0) return Estimate::absent("neither production nor imports");
    return through(std::array{hhi, imports.weighted}, "",
                   [supply](const std::array<double, 2>& x) { return std::optional(x[0] * x[1] / supply); });
}

Estimate supplyPotential(const Estimate& score, double usdPerKg) {
    return through(std::array{score}, "", [usdPerKg](const std::array<double, 1>& x) {
        return std::optional(x[0] * usdPerKg / copperMidpoint);
    });
}

}  // namespace adit::criticality

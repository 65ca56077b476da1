#include "core/criticality/screens.h"

namespace adit::criticality {
namespace {

// Nothing exported and something imported: larger than any threshold. Nothing of either says nothing.
std::optional<double> over(double part, double whole) {
    if (whole > 0.0) return part / whole;
    if (part > 0.0) return unbounded;
    return std::nullopt;
}

Estimate ratio(const Estimate& part, const Estimate& whole) {
    Estimate out;
    out.flags.add(part.flags);
    out.flags.add(whole.flags);
    if (part.value && whole.value) out.value = over(*part.value, *whole.value);
    if (part.bounds && whole.bounds) {
        const auto lo = over(part.bounds->lo, whole.bounds->hi);
        const auto hi = over(part.bounds->hi, whole.bounds->lo);
        if (lo && hi) out.bounds = Interval{*lo, *hi};
    }
    if (!out.value) out.reason = "neither imports nor exports are known";
    return out;
}

Criterion above(const Estimate& value, double threshold) {
    return {value, threshold, judge(value, Side::above, threshold)};
}

Screen screen(std::array<Criterion, 3> criteria) {
    const Verdict verdict = both(criteria[0].verdict, both(criteria[1].verdict, criteria[2].verdict));
    return {criteria, verdict};
}

}  // namespace

Screen cepiiScreen(const CepiiYear& year, const ScreenThresholds& thresholds) {
    return screen({above(year.importHhi, thresholds.concentration),
                   above(year.worldExportHhi, thresholds.worldConcentration.value_or(thresholds.concentration)),
                   above(ratio(year.imports, year.exports), thresholds.coverage)});
}

Screen atCentre(Screen whole) {
    for (Criterion& criterion : whole.criteria) {
        if (criterion.value.value) criterion = above(Estimate::known(*criterion.value.value), criterion.threshold);
    }
    return screen(whole.criteria);
}

Verdict cepiiVerdict(std::span<const Screen> years, std::size_t needed) {
    std::size_t met = 0;
    std::size_t open = 0;
    bool unknown = false;
    for (const Screen& year : years) {
        if (year.verdict == Verdict::met) ++met;
        if (year.verdict == Verdict::uncertain || year.verdict == Verdict::unknown) ++open;
        unknown = unknown || year.verdict == Verdict::unknown;
    }
    if (met >= needed) return Verdict::met;
    if (years.size() < needed) return Verdict::unknown;
    if (met + open < needed) return Verdict::notMet;
    return unknown ? Verdict::unknown : Verdict::uncertain;
}

Screen commissionScreen(const CommissionInput& input, const ScreenThresholds& thresholds) {
    return screen({above(input.extraBlocImportHhi, thresholds.concentration),
                   above(ratio(input.extraBlocImports, input.totalImports), thresholds.extraBlocShare),
                   above(ratio(input.extraBlocImports, input.blocExports), thresholds.coverage)});
}

}  // namespace adit::criticality

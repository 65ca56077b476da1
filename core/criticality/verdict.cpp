#include "core/criticality/verdict.h"

namespace adit::criticality {
namespace {

// Equal within the tolerance of methods.md 0.5, so that 0.65 computed as 13/20 is 0.65.
bool passes(double x, Side side, double threshold) {
    const double slack = 1e-9 * std::fabs(threshold) + 1e-12;
    switch (side) {
        case Side::above:
            return x > threshold + slack;
        case Side::atLeast:
            return x >= threshold - slack;
        case Side::atMost:
            break;
    }
    return x <= threshold + slack;
}

}  // namespace

std::string_view id(Verdict verdict) {
    switch (verdict) {
        case Verdict::met:
            return "met";
        case Verdict::notMet:
            return "not-met";
        case Verdict::uncertain:
            return "uncertain";
        case Verdict::unknown:
            break;
    }
    return "unknown";
}

Verdict judge(const Estimate& figure, Side side, double threshold) {
    if (!figure.bounds) return Verdict::unknown;
    const bool lo = passes(figure.bounds->lo, side, threshold);
    const bool hi = passes(figure.bounds->hi, side, threshold);
    if (lo != hi) return Verdict::uncertain;
    return lo ? Verdict::met : Verdict::notMet;
}

Verdict both(Verdict a, Verdict b) {
    if (a == Verdict::notMet || b == Verdict::notMet) return Verdict::notMet;
    if (a == Verdict::unknown || b == Verdict::unknown) return Verdict::unknown;
    if (a == Verdict::uncertain || b == Verdict::uncertain) return Verdict::uncertain;
    return Verdict::met;
}

}  // namespace adit::criticality

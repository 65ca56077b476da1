#include "core/demand/programme.h"

#include <cmath>

namespace adit::demand {
namespace {

constexpr double gramsPerTonne = 1e6;

bool isSound(const Range& range) {
    return range.low >= 0.0 && range.low <= range.central && range.central <= range.high && std::isfinite(range.high);
}

Status check(const Part& part) {
    if (!isSound(part.grams)) return Error::badInput("grams of " + part.name + " are not low, central, high");
    if (!isSound(part.spares)) return Error::badInput("spares of " + part.name + " are not low, central, high");
    if (!isSound(part.scrap)) return Error::badInput("scrap of " + part.name + " is not low, central, high");
    if (!isSound(part.fleetShare) || part.fleetShare.high > 1.0) {
        return Error::badInput("fleet share of " + part.name + " lies outside 0..1");
    }
    return Done{};
}

Range scaled(const Range& range, double factor) {
    return {range.low * factor, range.central * factor, range.high * factor};
}

}  // namespace

Range operator+(const Range& a, const Range& b) {
    return {a.low + b.low, a.central + b.central, a.high + b.high};
}

Range operator*(const Range& a, const Range& b) {
    return {a.low * b.low, a.central * b.central, a.high * b.high};
}

Result<Need> need(const Programme& programme) {
    if (!isSound(programme.units)) return Error::badInput("units are not low, central, high");
    Need out;
    const Range one = Range::exactly(1.0);
    for (const Part& part : programme.parts) {
        if (const Status status = check(part); !status) return status.error();
        out.parts.push_back(
            scaled(programme.units * part.fleetShare * part.grams * (one + part.spares) * (one + part.scrap),
                   1.0 / gramsPerTonne));
        out.total = out.total + out.parts.back();
    }
    return out;
}

Result<double> facilities(double tonnes, double capacity, double utilisation) {
    if (!(tonnes >= 0.0)) return Error::badInput("tonnes are negative");
    if (!(capacity > 0.0)) return Error::missing("capacity of a typical site");
    if (!(utilisation > 0.0 && utilisation <= 1.0)) return Error::badInput("utilisation lies outside 0..1");
    const double sites = tonnes / (capacity * utilisation);
    const double whole = std::round(sites);
    return std::fabs(sites - whole) <= 1e-9 * std::fmax(1.0, whole) ? whole : std::ceil(sites);
}

Result<Range> facilities(const Range& tonnes, const Range& capacity, const Range& utilisation) {
    const Result<double> low = facilities(tonnes.low, capacity.high, utilisation.high);
    if (!low) return low.error();
    const Result<double> central = facilities(tonnes.central, capacity.central, utilisation.central);
    if (!central) return central.error();
    const Result<double> high = facilities(tonnes.high, capacity.low, utilisation.low);
    if (!high) return high.error();
    return Range{*low, *central, *high};
}

}  // namespace adit::demand

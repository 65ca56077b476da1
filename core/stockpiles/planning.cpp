#include "core/stockpiles/planning.h"

#include "core/base/sum.h"

#include <algorithm>
#include <string>

namespace adit::stockpiles {
namespace {

bool isShare(double x) {
    return x >= 0.0 && x <= 1.0;
}

Status check(const PlanningYear& year, std::size_t index) {
    const std::string which = " of planning year " + std::to_string(index + 1);
    for (const double need : {year.defence, year.essentialCivilian, year.emergencyInvestment, year.domestic}) {
        if (!(need >= 0.0)) return Error::badInput("a need or supply" + which + " is negative");
    }
    for (const ForeignOutput& foreign : year.foreign) {
        if (!(foreign.output >= 0.0)) return Error::badInput("foreign output" + which + " is negative");
        if (!isShare(foreign.ability) || !isShare(foreign.reliability) || !isShare(foreign.openToUs)) {
            return Error::badInput("a share of foreign output" + which + " lies outside 0..1");
        }
    }
    return Done{};
}

double supplyOf(const PlanningYear& year) {
    Sum sum;
    sum.add(year.domestic);
    for (const ForeignOutput& foreign : year.foreign)
        sum.add(usable(foreign));
    return sum.value();
}

}  // namespace

double usable(const ForeignOutput& foreign) {
    if (foreign.insideConflict) return 0.0;
    return foreign.output * foreign.ability * foreign.reliability * foreign.openToUs;
}

Result<Plan> plan(std::span<const PlanningYear> years, const PlanningOptions& options) {
    if (years.empty()) return Error::missing("planning years");
    Plan out;
    Sum shortfall;
    double carried = 0.0;
    for (std::size_t i = 0; i < years.size(); ++i) {
        if (const Status status = check(years[i], i); !status) return status.error();
        YearShortfall row;
        row.need = years[i].need();
        row.supply = supplyOf(years[i]);
        const double available = row.supply + carried;
        row.shortfall = std::max(0.0, row.need - available);
        row.defenceShortfall = std::max(0.0, years[i].defence - available);
        if (options.carrySurplus) carried = std::max(0.0, available - row.need);
        shortfall.add(row.shortfall);
        out.years.push_back(row);
    }
    out.shortfall = shortfall.value();
    out.requirement = std::max(0.0, out.shortfall - options.extraBuy);
    return out;
}

}  // namespace adit::stockpiles

#include "core/demand/programme.h"
#include "core/verification/method.h"

namespace adit::verification {
namespace {

demand::Range rangeOf(Inputs& in, std::string_view name, double otherwise) {
    const Estimate estimate = in.estimate(name, otherwise);
    const Interval bounds = estimate.bounds.value_or(Interval{});
    return {bounds.lo, estimate.value.value_or(0.5 * (bounds.lo + bounds.hi)), bounds.hi};
}

void addRange(Answers& out, const std::string& name, const demand::Range& range) {
    add(out, name, Estimate::about(range.central, {range.low, range.high}));
}

Result<Answers> sites(Inputs& in) {
    const demand::Range tonnes = rangeOf(in, "tonnes", 0.0);
    const demand::Range capacity = rangeOf(in, "capacity", 0.0);
    const demand::Range utilisation = rangeOf(in, "utilisation", 1.0);
    if (in.error()) return *in.error();
    const Result<demand::Range> count = demand::facilities(tonnes, capacity, utilisation);
    if (!count) return count.error();
    Answers out;
    addRange(out, "facilities", *count);
    return out;
}

Result<Answers> programme(const Case& c) {
    Inputs in(c.json);
    if (in.has("capacity")) return sites(in);
    demand::Programme programme;
    programme.units = rangeOf(in, "units", 0.0);
    programme.parts.push_back({"part", rangeOf(in, "share", 1.0), rangeOf(in, "grams", 0.0), rangeOf(in, "spares", 0.0),
                               rangeOf(in, "scrap", 0.0)});
    if (!in.has("units")) in.fail("units", "is missing");
    if (!in.has("grams")) in.fail("grams", "is missing");
    if (in.error()) return *in.error();
    const Result<demand::Need> need = demand::need(programme);
    if (!need) return need.error();
    Answers out;
    addRange(out, "tonnes", need->total);
    return out;
}

}  // namespace

std::vector<Method> demandMethods() {
    return {
        {"M33",
         "Demand of a programme",
         {{"units", "number", "1", "end items; numbers may be [low, central, high]"},
          {"grams", "number", "g", "of the mineral in one"},
          {"share", "number", "1", "of the fleet that carries it; 1 where missing"},
          {"spares", "number", "1", "for each fitted; 0 where missing"},
          {"scrap", "number", "1", "lost in making; 0 where missing"},
          {"tonnes", "number", "t/yr", "instead: what sites must give"},
          {"capacity", "number", "t/yr", "of a typical site"},
          {"utilisation", "number", "1", "of it; 1 where missing"}},
         {{"tonnes", "number", "t", "also tonnes_lo, tonnes_hi"},
          {"facilities", "number", "1", "whole sites; also facilities_lo, facilities_hi"}},
         false,
         programme},
    };
}

}  // namespace adit::verification

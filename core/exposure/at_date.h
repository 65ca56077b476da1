// A consumer's exposure on a day: its published supply mix joined with the register. simulation.md section 2, M26, M27.
#pragma once

#include "core/consumer/supply.h"
#include "core/controls/in_force.h"
#include "core/exposure/exposure.h"

#include <memory>
#include <optional>
#include <vector>

namespace adit::exposure {

// A measure of the register that could bite on the mineral and stage, whether or not it counts.
struct Hit {
    const Measure* measure = nullptr;
    controls::Standing standing = controls::Standing::undated;
    controls::Reach reach = controls::Reach::none;
    // Share of the consumer's imports from the imposer that goes to targeted members; no value when it is not known.
    Estimate targetedShare;
    double supplyShare = 0.0;  // of the imposer in the consumer's supply

    bool counts() const;    // in the central figure: in force, on the whole mineral
    bool mayCount() const;  // in the upper bound: also where the state, the part or the targets are not known
};

struct Request {
    consumer::Question supply;
    controls::Day day;
    std::optional<EconomyId> imposer;        // only its measures
    std::optional<Severities> severities{};  // instead of the dataset's own, see severitiesOf()
    std::vector<EconomyId> banned{};         // these suppliers taken as banned, instead of the register
};

struct AtDate {
    consumer::Supply supply;
    double binary = 0.0;
    Interval binaryRange;
    double severity = 0.0;
    Interval severityRange;
    Exposure central;       // of what counts, by kind
    std::vector<Hit> hits;  // by supply share, then by measure
};

Result<AtDate> exposureAt(const Request& request);
// With default severities, shared with other figures where the question has a memo.
using AtDatePtr = std::shared_ptr<const Result<AtDate>>;
AtDatePtr sharedExposure(const consumer::Question& question, controls::Day day);

// For a bloc of which only some members are targeted: their part of its imports from the imposer, by value; 1 for
// others. Marked where the user set such a value.
Estimate targetedShareOf(const Request& request, const Measure& measure, int tradeYear);
// The banned suppliers of a request, blocs with their members.
std::vector<EconomyId> bannedEconomies(const Request& request);
// An imposer's suppliers: itself, or the members on whose behalf a bloc imposes.
bool standsUnder(const Dataset& data, EconomyId economy, EconomyId imposer, int year);

// The measures of the register that are about a mineral and stage, in its order.
struct Listed {
    const Measure* measure = nullptr;
    controls::Reach reach = controls::Reach::none;
};
std::vector<Listed> listed(const Dataset& data, MineralId mineral, Stage stage);

}  // namespace adit::exposure

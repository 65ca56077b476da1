// Whether an export measure stands on a day (methods.md M26, simulation.md section 2). A register is true as of
// a date: what holds after it, or after a suspension's published end, is not known and is said so.
#pragma once

#include "core/dataset/dataset.h"

#include <chrono>
#include <optional>
#include <string_view>

namespace adit::controls {

using Day = std::chrono::sys_days;

// ISO dates with day, month or year precision: the first and the last day that they can mean.
std::optional<Day> firstDay(std::string_view iso);
std::optional<Day> lastDay(std::string_view iso);

enum class Standing {
    announced,  // made known, not effective yet: shown, never counted
    inForce,
    suspended,       // paused; counted as such
    suspensionOver,  // the published end of the suspension has passed and nothing is known since
    ended,
    undated,  // no effective date: shown, never counted
};

Standing standingOn(const Measure& measure, Day day);

// The central figure counts what is in force; the upper bound also what may be in force again.
inline bool counts(Standing standing) {
    return standing == Standing::inForce;
}
inline bool mayCount(Standing standing) {
    return standing == Standing::inForce || standing == Standing::suspensionOver;
}

// Since when the state is not known: the published end of its suspension, else the date of the latest evidence
// where `day` is later. Nothing when the register covers the day.
std::optional<Day> notKnownSince(const Measure& measure, Day day);

// Whether the measure is about this mineral: itself, the group it is part of, or one of its elements, which
// touches the group only in part.
enum class Reach { none, part, whole };
Reach reachOf(const Dataset& data, const Measure& measure, MineralId mineral);

// Whether the measure is about goods of this stage: by its own stage, or because it lists a code under which goods
// of this stage are traded (a rule on hydroxide may name the ore too). Technology and scrap are of no stage.
bool coversStage(const Dataset& data, const Measure& measure, MineralId mineral, Stage stage);

// Whether it can hit exports to `consumer`: never the imposer's own use, nor trade inside a bloc.
bool targets(const Dataset& data, const Measure& measure, EconomyId consumer, int year);

// The measure that matters most for exports of `exporter` on a day: in force before suspended before announced,
// then by how hard its kind is; with a consumer, only of those that can hit it. Null when there is none.
const Measure* leading(const Dataset& data, MineralId mineral, Stage stage, EconomyId exporter, Day day,
                       std::optional<EconomyId> consumer = {});

}  // namespace adit::controls

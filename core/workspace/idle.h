// What a workspace holds that reaches no figure of the dataset that it is laid over, and why.
#pragma once

#include "core/workspace/edit.h"

#include <cstdint>
#include <span>
#include <string>
#include <variant>

namespace adit::workspace {

enum class IdleReason : std::uint8_t {
    unknownEconomy,  // this edition has no such code, nor does the workspace
    unknownMineral,  //
    codeTaken,       // an own bloc by the code of an economy or bloc of this edition
    dated,           // another of the same figure names the year that this one would stand for
    noOutput,        // none is published of the mineral at the stage, in any year
    noOutputInYear,  //
    noMemberOutput,  // of a bloc: nothing is published of its members whose proportions they would keep
    noTrade,         // none is published of the mineral at the stage, in any year
    noTradeInYear,   //
    noTradeByMass,   // of the importer, beside which imports and exports would count
    noTradeByValue,  // the same by value
    noFlow,          // of or from a bloc: there is no published flow whose proportions to keep
    inside,          // from itself, or from a member: no import
    ofMembers,       // a bloc, or what is no economy, has none of its own
    noEstimate,      // of governance, in any year
    noReserves,      // none is published of the mineral for the year
    noShares,        // none is published of the importer's supply for the year
    noStake,         // of that owner in that facility
    noFacility,      // by that name, with the mineral at the stage
    groupTotal,      // of a facility's output: it is a check of the sites that it adds up
    notOperating,    // of a facility, in any year
    byFacilities,    // of a host's control: its facilities and their stakes say it
    noHostOutput,    // of which a part could be controlled
    otherBasis,      // of a host's control: its output is given in gross weight, and no content is known
    notDefined,      // of an economy that the method is not for
    aboveWhole,      // more than all together with others of the user's
    noMeasure,       // of a kind's severity: no measure of the kind is without one of its own
};

struct Idle {
    std::variant<Key, OwnMeasure, OwnBloc> what;  // as the workspace has it
    IdleReason reason = IdleReason::unknownEconomy;
    int year = 0;        // that it would stand for; 0 where that is none
    std::string code{};  // that is not known, or is taken
    bool operator==(const Idle&) const = default;
};

// The edit that takes it out of the workspace.
Edit removalOf(const Idle& idle);
// That of the thing that an edit sets; null where it is not idle.
const Idle* idleOf(std::span<const Idle> idle, const Edit& edit);

}  // namespace adit::workspace

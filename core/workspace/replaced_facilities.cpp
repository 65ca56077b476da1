#include "core/workspace/replaced_facilities.h"

#include <algorithm>

namespace adit::workspace {
namespace {

bool isIt(const Facility& facility, MineralId mineral, const Detail& detail) {
    return facility.name == detail.facility && facility.mineral == mineral && facility.stage == detail.stage;
}

}  // namespace

std::optional<IdleReason> replaceFacilityOutput(Dataset& data, const Assumed& assumed) {
    const Detail detail = detailOf(assumed.what, assumed.detail);
    IdleReason reason = IdleReason::noFacility;
    bool isReplaced = false;
    for (Facility& facility : data.facilities) {
        if (!isIt(facility, assumed.mineral, detail)) continue;
        if (facility.status != inOperation) {
            reason = facility.status == groupTotal ? IdleReason::groupTotal : IdleReason::notOperating;
            continue;
        }
        facility.assumedOutput = AssumedFigure{assumed.bounds, facility.outputTonnes};
        facility.outputTonnes = assumed.central;
        isReplaced = true;
    }
    return isReplaced ? std::nullopt : std::optional(reason);
}

std::optional<double> publishedFacilityOutput(const Dataset& data, MineralId mineral, const Detail& detail) {
    const Facility* latest = nullptr;
    for (const Facility& facility : data.facilities) {
        if (!isIt(facility, mineral, detail) || facility.status != inOperation) continue;
        if (latest == nullptr || facility.year > latest->year) latest = &facility;
    }
    return latest == nullptr ? std::nullopt : latest->outputTonnes;
}

}  // namespace adit::workspace

#include "core/index/assumed_control.h"

#include "core/consumer/assumed_input.h"
#include "core/dataset/assumed_in.h"
#include "core/index/explain.h"

namespace adit::index {
namespace {

void addStakes(const Query& query, const Asset& asset, std::vector<Input>& inputs) {
    const Dataset& data = *query.data;
    for (const Stake* stake : stakesAt(data, *asset.facility)) {
        const Assumed* assumed = data.assumedFor(Assumable::stake, EconomyId(), MineralId(), detailOf(*stake));
        if (assumed == nullptr || !stake->assumed) continue;
        inputs.push_back(
            consumer::assumedInput(*assumed, "stake of " + stake->owner + " in " + stake->facility, Unit::one));
    }
}

void addShares(const Query& query, std::vector<Input>& inputs) {
    const Dataset& data = *query.data;
    for (const ControlShare& row : data.control) {
        if (!row.assumed || !row.assumed->own || !isUsable(query, row)) continue;
        const std::string detail =
            std::string(id(row.stage)) + '/' + std::to_string(row.year) + '/' + data[row.owner].code;
        const Assumed* assumed = data.assumedFor(Assumable::controlShare, row.host, row.mineral, detail);
        if (assumed == nullptr) continue;
        const std::string name = "output of " + nameOf(data, row.host) + " controlled by " + nameOf(data, row.owner);
        inputs.push_back(consumer::assumedInput(*assumed, name, Unit::one));
    }
}

// What a host makes is handed to its controllers.
void addOutput(const Query& query, std::vector<Input>& inputs) {
    const std::string place = std::string(id(query.stage)) + '/' + std::to_string(query.year);
    for (const Assumed& assumed : assumedOf(*query.data, Assumable::production)) {
        if (assumed.mineral != query.mineral || assumed.detail != place) continue;
        inputs.push_back(consumer::assumedInput(assumed, nameOf(*query.data, assumed.economy), Unit::tonnes));
    }
}

}  // namespace

std::string detailOf(const Stake& stake) {
    return stake.facility + '|' + stake.owner;
}

std::string detailOf(const Facility& facility) {
    return std::string(id(facility.stage)) + '|' + facility.name;
}

const Assumed* assumedOutput(const Dataset& data, const Facility& facility) {
    if (!facility.assumedOutput) return nullptr;
    return data.assumedFor(Assumable::facilityOutput, EconomyId(), facility.mineral, detailOf(facility));
}

void addAssumedControl(const Query& query, std::span<const Asset> owned, std::vector<Input>& inputs) {
    if (query.data->assumed.empty()) return;
    for (const Asset& asset : owned)
        addStakes(query, asset, inputs);
    addShares(query, inputs);
    addOutput(query, inputs);
}

}  // namespace adit::index

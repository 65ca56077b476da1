#include "core/consumer/sole_producer.h"

#include "core/base/sum.h"

#include <algorithm>

namespace adit::consumer {
namespace {

std::optional<double> ownOutputIn(const Dataset& data, EconomyId economy, MineralId mineral, Stage stage, int year) {
    const Series* series = data.seriesFor(mineral, stage, year);
    if (series == nullptr) return std::nullopt;
    for (const OutputRow& row : data.production.rowsOf(*series)) {
        if (row.economy == economy) return row.tonnes;
    }
    return std::nullopt;
}

// Each facility's latest row alone.
void add(std::vector<const Facility*>& operating, const Facility& facility) {
    const auto same =
        std::find_if(operating.begin(), operating.end(), [&](const Facility* f) { return f->name == facility.name; });
    if (same == operating.end()) {
        operating.push_back(&facility);
    } else if (facility.year > (*same)->year) {
        *same = &facility;
    }
}

std::optional<double> coveredBy(const Dataset& data, const DomesticFacilities& at) {
    Sum share;
    for (const Facility* f : at.operating) {
        const auto own = ownOutputIn(data, f->economy, f->mineral, at.stage, f->year);
        if (!f->outputTonnes || !own || *own <= 0.0) return std::nullopt;
        share.add(*f->outputTonnes / *own);
    }
    return share.value();
}

}  // namespace

std::vector<DomesticFacilities> domesticFacilities(const Dataset& data, EconomyId economy, MineralId mineral) {
    std::vector<DomesticFacilities> out;
    for (const Stage stage : {Stage::mine, Stage::refine, Stage::component}) {
        DomesticFacilities at{stage, {}, {}, false};
        for (const Facility& facility : data.facilities) {
            const bool here = facility.economy == economy && facility.mineral == mineral && facility.stage == stage;
            if (here && facility.status == inOperation) add(at.operating, facility);
        }
        if (at.operating.empty()) continue;
        at.covered = coveredBy(data, at);
        at.isAssumed =
            std::ranges::any_of(at.operating, [](const Facility* f) { return f->assumedOutput.has_value(); });
        out.push_back(std::move(at));
    }
    return out;
}

}  // namespace adit::consumer

#include "core/workspace/overlay.h"

#include "core/consumer/trade.h"
#include "core/workspace/replaced_estimates.h"
#include "core/workspace/replaced_figures.h"
#include "core/workspace/replaced_reserves.h"
#include "core/workspace/replaced_shares.h"

#include <algorithm>
#include <tuple>

namespace adit::workspace {
namespace {

using Whose = decltype(Idle::what);

// The idle thing, where an economy or mineral that it names is not in the dataset.
std::optional<Idle> unknownEconomy(const Dataset& data, const Whose& what, const std::string& code) {
    if (code.empty() || data.economy(code)) return std::nullopt;
    return Idle{what, IdleReason::unknownEconomy, 0, code};
}

std::optional<Idle> unknownMineral(const Dataset& data, const Whose& what, const std::string& slug) {
    if (slug.empty() || data.mineral(slug)) return std::nullopt;
    return Idle{what, IdleReason::unknownMineral, 0, slug};
}

std::optional<Idle> unknownCode(const Dataset& data, const Key& key) {
    if (auto idle = unknownEconomy(data, key, key.economy)) return idle;
    if (auto idle = unknownMineral(data, key, key.mineral)) return idle;
    return namesPartner(key.quantity) ? unknownEconomy(data, key, detailOf(key).partner) : std::nullopt;
}

std::optional<Idle> unknownCode(const Dataset& data, const OwnMeasure& own) {
    if (auto idle = unknownEconomy(data, own, own.imposer)) return idle;
    if (auto idle = unknownMineral(data, own, own.mineral)) return idle;
    for (const std::string& code : own.targets)
        if (auto idle = unknownEconomy(data, own, code)) return idle;
    return std::nullopt;
}

std::optional<Idle> unusableCode(const Dataset& data, const OwnBloc& bloc) {
    if (data.economy(bloc.id)) return Idle{bloc, IdleReason::codeTaken, 0, bloc.id};
    for (const std::string& code : bloc.members)
        if (auto idle = unknownEconomy(data, bloc, code)) return idle;
    return std::nullopt;
}

// All its codes are known.
Assumed assumedOf(const Dataset& data, const Key& key, const Assumption& a) {
    Assumed out;
    out.what = key.quantity;
    if (!key.economy.empty()) out.economy = *data.economy(key.economy);
    if (!key.mineral.empty()) out.mineral = *data.mineral(key.mineral);
    out.detail = key.detail;
    out.central = a.central;
    out.bounds = {a.low.value_or(a.central), a.high.value_or(a.central)};
    out.published = a.baseline;
    out.at = a.at;
    out.note = a.note;
    return out;
}

void addBloc(Dataset& data, const OwnBloc& bloc, std::vector<Idle>& idle) {
    if (auto unusable = unusableCode(data, bloc)) {
        idle.push_back(std::move(*unusable));
        return;
    }
    const EconomyId id(data.economies.size());
    Economy economy;
    economy.code = bloc.id;
    economy.name = economy.shortName = bloc.name;
    economy.kind = EconomyKind::bloc;
    data.economies.push_back(std::move(economy));
    for (const std::string& code : bloc.members)
        data.memberships.push_back({id, *data.economy(code), std::nullopt, std::nullopt});
}

// All its codes are known.
Measure measureOf(const Dataset& data, const OwnMeasure& own) {
    Measure measure;
    measure.id = own.id;
    measure.imposer = *data.economy(own.imposer);
    measure.mineral = *data.mineral(own.mineral);
    measure.stage = own.stage;
    measure.kind = own.kind;
    measure.againstAll = own.againstAll;
    for (const std::string& code : own.targets)
        measure.targets.push_back(*data.economy(code));
    measure.announced = own.announced;
    measure.effective = own.effective;
    measure.ended = own.ended;
    measure.instrument = own.instrument;
    measure.note = own.note;
    measure.state = own.effective.empty() ? MeasureState::announced : MeasureState::inForce;
    measure.evidence = Evidence::unverified;
    measure.own = true;
    if (own.severity) {
        const OwnSeverity& s = *own.severity;
        measure.severity = s.central;
        measure.severityRange = {s.low.value_or(s.central), s.high.value_or(s.central)};
    }
    return measure;
}

void addMeasures(const Workspace& workspace, Dataset& data, std::vector<Idle>& idle) {
    for (const auto& [id, own] : workspace.measures) {
        if (auto unknown = unknownCode(data, own)) {
            idle.push_back(std::move(*unknown));
        } else {
            data.measures.push_back(measureOf(data, own));
        }
    }
    std::stable_sort(data.measures.begin(), data.measures.end(),
                     [](const Measure& a, const Measure& b) { return a.id < b.id; });
}

// Without a year of its own an assumption stands for the latest year with figures: the engine is told which.
void settleYear(const Dataset& data, Assumed& assumed, const Detail& detail) {
    if (assumed.what == Assumable::governance) return settleEstimate(data, assumed, detail);
    if (assumed.what == Assumable::reserves) return settleReserves(data, assumed, detail);
    if (assumed.what == Assumable::supplyShare) return settleShare(data, assumed, detail);
    if (assumed.what == Assumable::facilityOutput) return;
    if (!detail.stage) return;
    int year = detail.year.value_or(0);
    const bool isOfOutput = assumed.what == Assumable::production || assumed.what == Assumable::controlShare;
    if (!detail.year && isOfOutput) {
        const std::vector<int> years = data.yearsOf(assumed.mineral, *detail.stage);
        year = years.empty() ? 0 : years.back();
    } else if (!detail.year) {
        const auto years = consumer::allTradeYears(data, assumed.mineral, *detail.stage);
        year = years.empty() ? 0 : years.front().year;
    }
    assumed.detail = std::string(id(*detail.stage)) + '/' + std::to_string(year);
    if (!detail.partner.empty()) assumed.detail += '/' + detail.partner;
}

bool isBefore(const Assumed& a, const Assumed& b) {
    return std::tie(a.what, a.economy, a.mineral, a.detail) < std::tie(b.what, b.economy, b.mineral, b.detail);
}

// An assumption on its way into the dataset, and its key in the workspace.
struct Wanted {
    Assumed assumed;
    Key key;
};

int yearIn(const Assumed& assumed) {
    return detailOf(assumed.what, assumed.detail).year.value_or(0);
}

// In the order of the dataset; of the same figure that which names its year first.
std::vector<Wanted> wantedOf(const Workspace& workspace, const Dataset& data, std::vector<Idle>& idle) {
    std::vector<Wanted> wanted;
    for (const bool dated : {true, false}) {
        for (const auto& [key, assumption] : workspace.assumptions) {
            const Detail detail = detailOf(key);
            if (detail.year.has_value() != dated) continue;
            if (auto unknown = unknownCode(data, key)) {
                idle.push_back(std::move(*unknown));
                continue;
            }
            wanted.push_back({assumedOf(data, key, assumption), key});
            settleYear(data, wanted.back().assumed, detail);
        }
    }
    std::stable_sort(wanted.begin(), wanted.end(),
                     [](const Wanted& a, const Wanted& b) { return isBefore(a.assumed, b.assumed); });
    return wanted;
}

// One that names its year goes before one of the same figure that does not.
std::vector<Wanted> withoutOverridden(std::vector<Wanted> wanted, std::vector<Idle>& idle) {
    std::vector<Wanted> kept;
    for (Wanted& one : wanted) {
        if (kept.empty() || isBefore(kept.back().assumed, one.assumed)) {
            kept.push_back(std::move(one));
        } else {
            idle.push_back({one.key, IdleReason::dated, yearIn(one.assumed)});
        }
    }
    return kept;
}

// A severity of a kind stands for the measures of that kind that have none of their own.
bool hasMeasure(const Dataset& data, const Assumed& severity) {
    return std::any_of(data.measures.begin(), data.measures.end(), [&](const Measure& measure) {
        return id(measure.kind) == severity.detail && !measure.severity;
    });
}

void addAssumptions(const Workspace& workspace, Dataset& data, std::vector<Idle>& idle) {
    const std::vector<Wanted> wanted = withoutOverridden(wantedOf(workspace, data, idle), idle);
    for (const Wanted& one : wanted)
        data.assumed.push_back(one.assumed);
    std::vector<Assumed> unplaced;
    // Figures of single economies before those of blocs, which scale what their members have then.
    for (const bool blocs : {false, true}) {
        for (const auto& [assumed, key] : wanted) {
            const bool isBloc = assumed.economy.valid() && data[assumed.economy].kind == EconomyKind::bloc;
            if (isBloc != blocs) continue;
            const auto reason = replaceFigure(data, assumed);
            if (!reason) continue;
            idle.push_back({key, *reason, yearIn(assumed)});
            unplaced.push_back(assumed);
        }
    }
    for (const auto& [assumed, key] : wanted) {
        if (assumed.what == Assumable::severity && !hasMeasure(data, assumed))
            idle.push_back({key, IdleReason::noMeasure});
    }
    std::erase_if(data.assumed, [&](const Assumed& assumed) {
        return std::find(unplaced.begin(), unplaced.end(), assumed) != unplaced.end();
    });
}

}  // namespace

Overlay laidOver(const DatasetPtr& baseline, const Workspace& workspace) {
    Overlay out{baseline, {}};
    if (workspace.assumptions.empty() && workspace.measures.empty() && workspace.blocs.empty()) return out;
    auto data = std::make_shared<Dataset>(*baseline);
    for (const auto& [id, bloc] : workspace.blocs)
        addBloc(*data, bloc, out.idle);
    addMeasures(workspace, *data, out.idle);
    addAssumptions(workspace, *data, out.idle);
    out.data = std::move(data);
    return out;
}

Key keyOf(const Dataset& data, const Assumed& assumed) {
    Key key;
    key.quantity = assumed.what;
    if (assumed.economy.valid()) key.economy = data[assumed.economy].code;
    if (assumed.mineral.valid()) key.mineral = data[assumed.mineral].slug;
    key.detail = assumed.detail;
    return key;
}

}  // namespace adit::workspace

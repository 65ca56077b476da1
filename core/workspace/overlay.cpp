#include "core/workspace/overlay.h"

#include "core/consumer/trade.h"
#include "core/workspace/replaced_estimates.h"
#include "core/workspace/replaced_figures.h"
#include "core/workspace/replaced_reserves.h"
#include "core/workspace/replaced_shares.h"

#include <algorithm>
#include <numeric>
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
    const Key* key = nullptr;
    bool isDated = false;
};

int yearIn(const Assumed& assumed) {
    return detailOf(assumed.what, assumed.detail).year.value_or(0);
}

std::vector<Wanted> wantedOf(const Workspace& workspace, const Dataset& data, std::vector<Idle>& idle) {
    std::vector<Wanted> wanted;
    wanted.reserve(workspace.assumptions.size());
    for (const auto& [key, assumption] : workspace.assumptions) {
        if (auto unknown = unknownCode(data, key)) {
            idle.push_back(std::move(*unknown));
            continue;
        }
        const Detail detail = detailOf(key);
        wanted.push_back({assumedOf(data, key, assumption), &key, detail.year.has_value()});
        settleYear(data, wanted.back().assumed, detail);
    }
    return wanted;
}

// The order of the dataset; of the same figure that which names its year first. Thousands are laid over with every
// edit, and mostly lie in order: what is put in order is their places.
std::vector<std::size_t> orderOf(const std::vector<Wanted>& wanted) {
    std::vector<std::size_t> order(wanted.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto before = [&](std::size_t i, std::size_t j) {
        const Wanted& a = wanted[i];
        const Wanted& b = wanted[j];
        if (isBefore(a.assumed, b.assumed)) return true;
        return a.isDated && !b.isDated && !isBefore(b.assumed, a.assumed);
    };
    if (!std::is_sorted(order.begin(), order.end(), before)) std::stable_sort(order.begin(), order.end(), before);
    return order;
}

// One that names its year goes before one of the same figure that does not. The keys of those that are kept.
std::vector<const Key*> addInOrder(std::vector<Wanted> wanted, Dataset& data, std::vector<Idle>& idle) {
    std::vector<const Key*> keys;
    keys.reserve(wanted.size());
    data.assumed.reserve(wanted.size());
    for (const std::size_t i : orderOf(wanted)) {
        Wanted& one = wanted[i];
        if (data.assumed.empty() || isBefore(data.assumed.back(), one.assumed)) {
            data.assumed.push_back(std::move(one.assumed));
            keys.push_back(one.key);
        } else {
            idle.push_back({*one.key, IdleReason::dated, yearIn(one.assumed)});
        }
    }
    return keys;
}

// A severity of a kind stands for the measures of that kind that have none of their own.
bool hasMeasure(const Dataset& data, const Assumed& severity) {
    return std::any_of(data.measures.begin(), data.measures.end(), [&](const Measure& measure) {
        return id(measure.kind) == severity.detail && !measure.severity;
    });
}

// What stands in for a figure takes its place. Figures of single economies go before those of blocs, which scale what
// their members have then. The reasons of those that reach none; nothing for the others.
std::vector<std::optional<IdleReason>> placeAll(Dataset& data) {
    std::vector<std::optional<IdleReason>> reasons(data.assumed.size());
    for (const bool blocs : {false, true}) {
        for (std::size_t i = 0; i < data.assumed.size(); ++i) {
            const Assumed& assumed = data.assumed[i];
            const bool isBloc = assumed.economy.valid() && data[assumed.economy].kind == EconomyKind::bloc;
            if (isBloc == blocs) reasons[i] = replaceFigure(data, assumed);
        }
    }
    return reasons;
}

void addAssumptions(const Workspace& workspace, Dataset& data, std::vector<Idle>& idle) {
    const std::vector<const Key*> keys = addInOrder(wantedOf(workspace, data, idle), data, idle);
    const std::vector<std::optional<IdleReason>> reasons = placeAll(data);
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const Assumed& assumed = data.assumed[i];
        if (reasons[i]) idle.push_back({*keys[i], *reasons[i], yearIn(assumed)});
        if (assumed.what == Assumable::severity && !hasMeasure(data, assumed))
            idle.push_back({*keys[i], IdleReason::noMeasure});
    }
    std::size_t place = 0;
    std::erase_if(data.assumed, [&](const Assumed&) { return reasons[place++].has_value(); });
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

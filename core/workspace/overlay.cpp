#include "core/workspace/overlay.h"

#include "core/consumer/trade.h"
#include "core/workspace/replaced_estimates.h"
#include "core/workspace/replaced_figures.h"

#include <algorithm>
#include <tuple>

namespace adit::workspace {
namespace {

static_assert(quantities == assumables, "what can be assumed is the same in the file and in the engine");

template <typename Id, typename Find>
bool resolve(const std::string& code, Id& id, const Find& find) {
    if (code.empty()) return true;
    const auto found = find(code);
    if (found) id = *found;
    return found.has_value();
}

std::optional<Assumed> assumedOf(const Dataset& data, const Key& key, const Assumption& a) {
    Assumed out;
    out.what = static_cast<Assumable>(key.quantity);
    const bool known = resolve(key.economy, out.economy, [&](const std::string& c) { return data.economy(c); }) &&
                       resolve(key.mineral, out.mineral, [&](const std::string& s) { return data.mineral(s); });
    if (!known) return std::nullopt;
    out.detail = key.detail;
    out.central = a.central;
    out.bounds = {a.low.value_or(a.central), a.high.value_or(a.central)};
    out.published = a.baseline;
    out.at = a.at;
    out.note = a.note;
    return out;
}

bool addBloc(Dataset& data, const OwnBloc& bloc) {
    if (data.economy(bloc.id)) return false;
    std::vector<EconomyId> members;
    for (const std::string& code : bloc.members) {
        const auto member = data.economy(code);
        if (!member) return false;
        members.push_back(*member);
    }
    const EconomyId id(data.economies.size());
    Economy economy;
    economy.code = bloc.id;
    economy.name = economy.shortName = bloc.name;
    economy.kind = EconomyKind::bloc;
    data.economies.push_back(std::move(economy));
    for (const EconomyId member : members)
        data.memberships.push_back({id, member, std::nullopt, std::nullopt});
    return true;
}

std::optional<Measure> measureOf(const Dataset& data, const OwnMeasure& own) {
    const auto imposer = data.economy(own.imposer);
    const auto mineral = data.mineral(own.mineral);
    if (!imposer || !mineral) return std::nullopt;
    Measure measure;
    measure.id = own.id;
    measure.imposer = *imposer;
    measure.mineral = *mineral;
    measure.stage = own.stage;
    measure.kind = own.kind;
    measure.againstAll = own.againstAll;
    for (const std::string& code : own.targets) {
        const auto target = data.economy(code);
        if (!target) return std::nullopt;
        measure.targets.push_back(*target);
    }
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

// Without a year of its own an assumption stands for the latest year with figures: the engine is told which.
void settleYear(const Dataset& data, Assumed& assumed, const Detail& detail) {
    if (assumed.what == Assumable::governance) return settleEstimate(data, assumed, detail);
    if (!detail.stage) return;
    int year = detail.year.value_or(0);
    if (!detail.year && assumed.what == Assumable::production) {
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

// One that names its year goes before one of the same figure that does not: it comes first.
void collect(const Workspace& workspace, Dataset& data, Overlay& out) {
    for (const bool dated : {true, false}) {
        for (const auto& [key, assumption] : workspace.assumptions) {
            const Detail detail = detailOf(key);
            if (detail.year.has_value() != dated) continue;
            auto assumed = assumedOf(data, key, assumption);
            if (!assumed) {
                out.unknown.push_back(key);
                continue;
            }
            settleYear(data, *assumed, detail);
            data.assumed.push_back(std::move(*assumed));
        }
    }
    std::stable_sort(data.assumed.begin(), data.assumed.end(), isBefore);
    const auto same = [](const Assumed& a, const Assumed& b) { return !isBefore(a, b) && !isBefore(b, a); };
    data.assumed.erase(std::unique(data.assumed.begin(), data.assumed.end(), same), data.assumed.end());
}

void addAssumptions(const Workspace& workspace, Dataset& data, Overlay& out) {
    collect(workspace, data, out);
    // Figures of single economies before those of blocs, which scale what their members have then.
    for (const EconomyKind kind : {EconomyKind::economy, EconomyKind::bloc}) {
        for (const Assumed& assumed : data.assumed) {
            if (!assumed.economy.valid() ||
                (data[assumed.economy].kind == EconomyKind::bloc) != (kind == EconomyKind::bloc))
                continue;
            if (!replaceFigure(data, assumed)) out.idle.push_back(keyOf(data, assumed));
        }
    }
}

}  // namespace

Overlay laidOver(const DatasetPtr& baseline, const Workspace& workspace) {
    Overlay out{baseline, {}, {}};
    if (workspace.assumptions.empty() && workspace.measures.empty() && workspace.blocs.empty()) return out;
    auto data = std::make_shared<Dataset>(*baseline);
    for (const auto& [id, bloc] : workspace.blocs)
        addBloc(*data, bloc);
    for (const auto& [id, own] : workspace.measures) {
        if (auto measure = measureOf(*data, own)) data->measures.push_back(std::move(*measure));
    }
    std::stable_sort(data->measures.begin(), data->measures.end(),
                     [](const Measure& a, const Measure& b) { return a.id < b.id; });
    addAssumptions(workspace, *data, out);
    out.data = std::move(data);
    return out;
}

Key keyOf(const Dataset& data, const Assumed& assumed) {
    Key key;
    key.quantity = static_cast<Quantity>(assumed.what);
    if (assumed.economy.valid()) key.economy = data[assumed.economy].code;
    if (assumed.mineral.valid()) key.mineral = data[assumed.mineral].slug;
    key.detail = assumed.detail;
    return key;
}

}  // namespace adit::workspace

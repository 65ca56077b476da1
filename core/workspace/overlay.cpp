#include "core/workspace/overlay.h"

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

// The row of the latest preferred series takes the assumption; an economy that it does not list joins it.
void replaceOutput(Dataset& data, const Assumed& assumed) {
    const auto stage = stageFrom(assumed.detail);
    if (!stage) return;
    const std::vector<int> years = data.yearsOf(assumed.mineral, *stage);
    if (years.empty()) return;
    const Series* latest = data.seriesFor(assumed.mineral, *stage, years.back());
    const auto at = static_cast<std::size_t>(latest - data.production.series.data());
    Series& series = data.production.series[at];
    auto& rows = data.production.rows;
    const auto first = rows.begin() + series.first;
    const auto last = rows.begin() + series.last;
    const auto found = std::find_if(first, last, [&](const OutputRow& row) { return row.economy == assumed.economy; });
    if (found != last) {
        *found = {assumed.economy, DataFlag::assumed, assumed.central, 0};
        return;
    }
    rows.insert(last, {assumed.economy, DataFlag::assumed, assumed.central, 0});
    const std::uint32_t place = series.last;
    ++series.last;
    for (Series& other : data.production.series) {
        if (&other == &series || other.first < place) continue;
        ++other.first;
        ++other.last;
    }
}

void addAssumptions(const Workspace& workspace, Dataset& data, std::vector<Key>& unknown) {
    for (const auto& [key, assumption] : workspace.assumptions) {
        if (auto assumed = assumedOf(data, key, assumption)) {
            if (assumed->what == Assumable::production) replaceOutput(data, *assumed);
            data.assumed.push_back(std::move(*assumed));
        } else {
            unknown.push_back(key);
        }
    }
    std::sort(data.assumed.begin(), data.assumed.end(), [](const Assumed& a, const Assumed& b) {
        return std::tie(a.what, a.economy, a.mineral, a.detail) < std::tie(b.what, b.economy, b.mineral, b.detail);
    });
}

}  // namespace

Overlay laidOver(const DatasetPtr& baseline, const Workspace& workspace) {
    Overlay out{baseline, {}};
    if (workspace.assumptions.empty() && workspace.measures.empty() && workspace.blocs.empty()) return out;
    auto data = std::make_shared<Dataset>(*baseline);
    for (const auto& [id, bloc] : workspace.blocs)
        addBloc(*data, bloc);
    for (const auto& [id, own] : workspace.measures) {
        if (auto measure = measureOf(*data, own)) data->measures.push_back(std::move(*measure));
    }
    std::stable_sort(data->measures.begin(), data->measures.end(),
                     [](const Measure& a, const Measure& b) { return a.id < b.id; });
    addAssumptions(workspace, *data, out.unknown);
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

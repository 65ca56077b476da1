#include "core/dataset/dataset.h"

#include <algorithm>
#include <tuple>

namespace adit {
namespace {

auto keyOf(const Series& s) {
    return std::tuple(s.mineral, s.stage, s.year);
}
auto keyOf(const Preference& p) {
    return std::tuple(p.mineral, p.stage, p.year);
}

template <typename Row>
std::span<const Row> equalTo(const std::vector<Row>& rows, MineralId mineral, Stage stage, int year) {
    const std::tuple key(mineral, stage, static_cast<std::int16_t>(year));
    const auto first = std::partition_point(rows.begin(), rows.end(), [&](const Row& r) { return keyOf(r) < key; });
    const auto last = std::partition_point(first, rows.end(), [&](const Row& r) { return keyOf(r) <= key; });
    return {first, last};
}

bool lasts(const Membership& m, int year) {
    return m.from.value_or(year) <= year && year <= m.to.value_or(year);
}

template <typename Id, typename Row, typename Name>
std::optional<Id> find(const std::vector<Row>& rows, std::string_view wanted, Name name) {
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.*name == wanted; });
    if (found == rows.end()) return std::nullopt;
    return Id(static_cast<std::size_t>(found - rows.begin()));
}

// Most lie in order of their names from `first` on; what does not is looked for one by one.
template <typename Id, typename Row, typename Name>
std::optional<Id> findInOrder(const std::vector<Row>& rows, std::size_t first, std::size_t last,
                              std::string_view wanted, Name name) {
    const auto begin = rows.begin() + static_cast<std::ptrdiff_t>(std::min(first, rows.size()));
    const auto end = rows.begin() + static_cast<std::ptrdiff_t>(std::min(last, rows.size()));
    const auto found =
        std::lower_bound(begin, end, wanted, [&](const Row& row, std::string_view text) { return row.*name < text; });
    if (found != end && *found.*name == wanted) return Id(static_cast<std::size_t>(found - rows.begin()));
    return find<Id>(rows, wanted, name);
}

// Where nothing says which series to use: one with a published total, then the longest list, then the first source.
const Series* fullest(const OutputTable& table, std::span<const Series> series) {
    const auto rank = [&](const Series& s) {
        const auto rows = table.rowsOf(s);
        const bool total = !rows.empty() && rows.front().economy == Dataset::world && rows.front().tonnes;
        return std::pair(total, rows.size());
    };
    const auto best = std::max_element(series.begin(), series.end(),
                                       [&](const Series& a, const Series& b) { return rank(a) < rank(b); });
    return best == series.end() ? nullptr : &*best;
}

}  // namespace

std::span<const Series> OutputTable::at(MineralId mineral, Stage stage, int year) const {
    return equalTo(series, mineral, stage, year);
}

std::span<const Series> OutputTable::of(MineralId mineral, Stage stage) const {
    const std::tuple key(mineral, stage);
    const auto keyOfPair = [](const Series& s) { return std::tuple(s.mineral, s.stage); };
    const auto first =
        std::partition_point(series.begin(), series.end(), [&](const Series& s) { return keyOfPair(s) < key; });
    const auto last = std::partition_point(first, series.end(), [&](const Series& s) { return keyOfPair(s) <= key; });
    return {first, last};
}

std::optional<MeasureKind> measureKindFrom(std::string_view word) {
    const auto found = std::find(measureKindIds.begin(), measureKindIds.end(), word);
    if (found == measureKindIds.end()) return std::nullopt;
    return static_cast<MeasureKind>(found - measureKindIds.begin());
}

std::optional<Dimension> dimensionFrom(std::string_view word) {
    const auto found = std::find(dimensionIds.begin(), dimensionIds.end(), word);
    if (found == dimensionIds.end()) return std::nullopt;
    return static_cast<Dimension>(found - dimensionIds.begin());
}

std::optional<EconomyId> Dataset::economy(std::string_view code) const {
    const auto blocs = std::partition_point(economies.begin(), economies.end(),
                                            [](const Economy& e) { return e.kind != EconomyKind::bloc; });
    return findInOrder<EconomyId>(economies, 2, static_cast<std::size_t>(blocs - economies.begin()), code,
                                  &Economy::code);
}
std::optional<MineralId> Dataset::mineral(std::string_view slug) const {
    return findInOrder<MineralId>(minerals, 0, minerals.size(), slug, &Mineral::slug);
}
std::optional<SourceId> Dataset::source(std::string_view id) const {
    return find<SourceId>(sources, id, &Source::id);
}

std::vector<EconomyId> Dataset::members(EconomyId id, int year) const {
    if (!id.valid() || (*this)[id].kind != EconomyKind::bloc) return {id};
    std::vector<EconomyId> found;
    for (const Membership& m : memberships) {
        if (m.bloc == id && lasts(m, year)) found.push_back(m.member);
    }
    return found;
}

bool Dataset::isMember(EconomyId member, EconomyId bloc, int year) const {
    if (!bloc.valid() || (*this)[bloc].kind != EconomyKind::bloc) return false;  // asked of every imposer
    return std::any_of(memberships.begin(), memberships.end(),
                       [&](const Membership& m) { return m.bloc == bloc && m.member == member && lasts(m, year); });
}

const Assumed* Dataset::assumedFor(Assumable what, EconomyId economy, MineralId mineral,
                                   std::string_view detail) const {
    const auto keyOf = [](const Assumed& a) {
        return std::tuple(a.what, a.economy, a.mineral, std::string_view(a.detail));
    };
    const std::tuple key(what, economy, mineral, detail);
    const auto found =
        std::partition_point(assumed.begin(), assumed.end(), [&](const Assumed& a) { return keyOf(a) < key; });
    return found != assumed.end() && keyOf(*found) == key ? &*found : nullptr;
}

const Preference* Dataset::preferenceFor(MineralId mineral, Stage stage, int year) const {
    const auto found = equalTo(preferences, mineral, stage, year);
    return found.empty() ? nullptr : &found.front();
}

const Series* Dataset::seriesFor(MineralId mineral, Stage stage, int year, std::optional<SourceId> source) const {
    std::span<const Series> all = production.at(mineral, stage, year);
    if (source) {
        const auto first =
            std::partition_point(all.begin(), all.end(), [&](const Series& s) { return s.source < *source; });
        const auto last = std::partition_point(first, all.end(), [&](const Series& s) { return s.source == *source; });
        all = {first, last};
    }
    if (const Preference* p = preferenceFor(mineral, stage, year)) {
        const auto preferred = std::find_if(
            all.begin(), all.end(), [&](const Series& s) { return s.source == p->source && s.basis == p->basis; });
        if (preferred != all.end()) return &*preferred;
    }
    return fullest(production, all);
}

std::vector<int> Dataset::yearsOf(MineralId mineral, Stage stage) const {
    std::vector<int> years;
    for (const Series& s : production.of(mineral, stage)) {
        if (years.empty() || years.back() != s.year) years.push_back(s.year);
    }
    return years;
}

std::vector<Stage> Dataset::stagesOf(MineralId mineral) const {
    std::vector<Stage> stages;
    for (const Stage stage : {Stage::mine, Stage::refine, Stage::component}) {
        if (!production.of(mineral, stage).empty()) stages.push_back(stage);
    }
    return stages;
}

std::pair<std::size_t, std::size_t> Dataset::tradeRange(MineralId mineral, Stage stage, int year) const {
    const std::tuple key(mineral, stage, static_cast<std::int16_t>(year));
    const auto keyAt = [&](std::size_t row) {
        return std::tuple(trade.mineral[row], trade.stage[row], trade.year[row]);
    };
    const auto firstNot = [&](auto before) {
        std::size_t lo = 0;
        for (std::size_t hi = trade.size(); lo < hi;) {
            const std::size_t middle = lo + (hi - lo) / 2;
            before(keyAt(middle)) ? lo = middle + 1 : hi = middle;
        }
        return lo;
    };
    return {firstNot([&](const auto& k) { return k < key; }), firstNot([&](const auto& k) { return k <= key; })};
}

const GovernanceRow* Dataset::governanceAt(EconomyId economy, Dimension dimension, int year) const {
    const std::tuple key(economy, dimension, static_cast<std::int16_t>(year));
    const auto after = std::partition_point(governance.begin(), governance.end(), [&](const GovernanceRow& g) {
        return std::tuple(g.economy, g.dimension, g.year) <= key;
    });
    if (after == governance.begin()) return nullptr;
    const GovernanceRow& last = *(after - 1);
    return last.economy == economy && last.dimension == dimension ? &last : nullptr;
}

}  // namespace adit

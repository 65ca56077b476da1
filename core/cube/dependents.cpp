#include "core/cube/dependents.h"

#include "core/consumer/recycling.h"
#include "core/consumer/screen.h"
#include "core/controls/in_force.h"
#include "core/cube/memo.h"
#include "core/index/indices.h"

#include <algorithm>
#include <functional>
#include <limits>

namespace adit::cube {
namespace {

using namespace dataset;
using index::Register;

class Finder {
public:
    explicit Finder(const Cube& cube) : m_cube(cube), m_data(cube.data()), m_memo(cube.data(), cube.history()) {}

    Dependents of(const OutputChange& change) {
        Dependents found(Register::output);
        if (change.row >= m_data.production.rows.size()) return found;
        const Series& series = seriesOfRow(m_data.production, change.row);
        const EconomyId producer = m_data.production.rows[change.row].economy;
        const std::vector<int> years = marketYears(series, producer);
        const auto [first, last] = m_cube.range(series.mineral, series.stage);
        for (std::size_t slot = first; slot < last; ++slot) {
            if (m_cube.slots()[slot].year < series.year) continue;
            if (isAmong(years, m_cube.slots()[slot].year)) {
                markAll(found, slot);
            } else {
                markReaders(found, slot, years, producer);
            }
        }
        return found;
    }

    Dependents of(const FlowChange& change) {
        Dependents found(Register::trade);
        if (change.row >= m_data.trade.size() || !m_data.trade.mineral[change.row].valid()) return found;
        const TradeTable& t = m_data.trade;
        const auto [first, last] = m_cube.range(t.mineral[change.row], t.stage[change.row]);
        for (std::size_t slot = first; slot < last; ++slot) {
            const int year = m_cube.slots()[slot].year;
            if (year < t.year[change.row]) continue;
            mark(found, slot, [&](std::size_t, EconomyId consumer) {
                return isIn(t.importer[change.row], consumer, year) || isIn(t.exporter[change.row], consumer, year);
            });
        }
        return found;
    }

    Dependents ofWorld(const FlowChange& change) {
        Dependents found(Register::worldTrade);
        if (change.row >= m_data.trade.size() || !m_data.trade.mineral[change.row].valid()) return found;
        const TradeTable& t = m_data.trade;
        const auto [first, last] = m_cube.range(t.mineral[change.row], t.stage[change.row]);
        for (std::size_t slot = first; slot < last; ++slot) {
            const Slot& at = m_cube.slots()[slot];
            const consumer::Question any{&m_data, Dataset::world, at.mineral, at.stage, at.year, {}, &m_memo};
            if (isAmong(consumer::yearsScreened(any), t.year[change.row])) markConsumers(found, slot);
        }
        return found;
    }

    Dependents of(const ConsumptionChange& change) {
        Dependents found(Register::consumption);
        if (change.row >= m_data.consumption.size()) return found;
        const Consumption& row = m_data.consumption[change.row];
        markConsumption(found, row.mineral, row.economy, row.year);
        return found;
    }

    Dependents of(const AccountChange& change) {
        Dependents found(Register::consumption);
        const auto usa = m_data.economy("USA");
        if (change.row >= m_data.usSalient.size() || !usa) return found;
        const UsSalient& row = m_data.usSalient[change.row];
        markConsumption(found, row.mineral, *usa, row.year);
        return found;
    }

    Dependents of(const SupplyShareChange& change) {
        Dependents found(Register::trade);
        if (change.row >= m_data.shares.size()) return found;
        const SupplierShare& row = m_data.shares[change.row];
        const auto [first, last] = m_cube.range(row.mineral, row.stage);
        for (std::size_t slot = first; slot < last; ++slot) {
            if (m_cube.slots()[slot].year < row.fromYear) continue;
            mark(found, slot, [&](std::size_t, EconomyId consumer) { return consumer == row.importer; });
        }
        return found;
    }

    Dependents of(const FacilityChange& change) {
        Dependents found(Register::control);
        if (change.row >= m_data.facilities.size()) return found;
        const Facility& row = m_data.facilities[change.row];
        markYear(found, row.mineral, row.stage, row.year);
        return found;
    }

    Dependents of(const StakeChange& change) {
        Dependents found(Register::control);
        if (change.row >= m_data.stakes.size()) return found;
        for (const Facility& facility : m_data.facilities) {
            if (facility.name == m_data.stakes[change.row].facility)
                markYear(found, facility.mineral, facility.stage, facility.year);
        }
        return found;
    }

    Dependents of(const ControlShareChange& change) {
        Dependents found(Register::control);
        if (change.row >= m_data.control.size()) return found;
        const ControlShare& row = m_data.control[change.row];
        markYear(found, row.mineral, row.stage, row.year);
        return found;
    }

    Dependents of(const MeasureChange& change) {
        Dependents found(Register::measures);
        if (change.row >= m_data.measures.size()) return found;
        const Measure& measure = m_data.measures[change.row];
        for (std::size_t m = 0; m < m_data.minerals.size(); ++m) {
            if (controls::reachOf(m_data, measure, MineralId(m)) == controls::Reach::none) continue;
            for (const Stage stage : {Stage::mine, Stage::refine, Stage::component}) {
                if (controls::coversStage(m_data, measure, MineralId(m), stage)) {
                    addMeasure(found, measure, m_cube.range(MineralId(m), stage));
                }
            }
        }
        return found;
    }

    Dependents of(const GovernanceChange& change) {
        Dependents found(Register::governance);
        if (change.row >= m_data.governance.size()) return found;
        const GovernanceRow& row = m_data.governance[change.row];
        if (row.dimension == Dimension::mean6) return found;  // no index reads it
        const int end = nextCompleteYear(row.economy, row.year);
        for (std::size_t slot = 0; slot < m_cube.slots().size(); ++slot) {
            const int year = m_cube.slots()[slot].year;
            if (row.year <= year && year < end) markAll(found, slot);
        }
        return found;
    }

    Dependents of(const RecyclingChange& change) {
        if (change.mineral.index() >= m_data.minerals.size()) return Dependents(Register::recycling);
        return ofRate(change.mineral, m_data[change.mineral].eolRecyclingInputRate);
    }

    Dependents of(const StudyChange& change) {
        if (change.row >= m_data.published.size()) return Dependents(Register::recycling);
        const PublishedResult& row = m_data.published[change.row];
        if (row.quantity == recyclingQuantity) return ofRate(row.mineral, row.value / 100.0);
        if (row.quantity == importanceQuantity) return ofStudy(row.mineral, Assumable::economicImportance, row.year);
        if (row.quantity != leastLossQuantity) return Dependents(Register::studies);  // no index reads it
        return ofStudy(row.mineral, Assumable::expectedLoss, std::numeric_limits<int>::min());
    }

    Dependents ofChain(const OutputChange& change) {
        if (change.row >= m_data.production.rows.size()) return Dependents(Register::chain);
        const Series& series = seriesOfRow(m_data.production, change.row);
        return chainFrom(series.mineral, series.year);
    }

    Dependents ofChain(const FlowChange& change) {
        const bool isThere = change.row < m_data.trade.size() && m_data.trade.mineral[change.row].valid();
        return isThere ? chainFrom(m_data.trade.mineral[change.row], m_data.trade.year[change.row])
                       : Dependents(Register::chain);
    }

    Dependents ofChain(const SupplyShareChange& change) {
        if (change.row >= m_data.shares.size()) return Dependents(Register::chain);
        const SupplierShare& row = m_data.shares[change.row];
        return chainFrom(row.mineral, row.fromYear);
    }

    Dependents ofChain(const MeasureChange& change) {
        Dependents found(Register::chain);
        if (change.row >= m_data.measures.size()) return found;
        const Measure& measure = m_data.measures[change.row];
        for (std::size_t m = 0; m < m_data.minerals.size(); ++m) {
            if (controls::reachOf(m_data, measure, MineralId(m)) == controls::Reach::none) continue;
            markChain(found, MineralId(m), [&](int year) {
                const auto day = controls::lastDay(std::to_string(year));
                return day && controls::mayCount(controls::standingOn(measure, *day));
            });
        }
        return found;
    }

    template <typename Other>
    Dependents ofChain(const Other&) {
        return Dependents(Register::chain);
    }

private:
    using Range = std::pair<std::size_t, std::size_t>;

    static bool isAmong(const std::vector<int>& years, int year) {
        return std::find(years.begin(), years.end(), year) != years.end();
    }
    int nextCompleteYear(EconomyId economy, int year) const {
        for (const governance::Year& later : (*m_cube.history())[economy.index()]) {
            const bool complete =
                std::ranges::all_of(later.estimate, [](const auto& estimate) { return estimate.has_value(); });
            if (later.year > year && complete) return later.year;
        }
        return std::numeric_limits<int>::max();
    }

    // The mineral may be one that the data do not know by itself.
    Dependents ofRate(MineralId mineral, const std::optional<double>& rate) {
        Dependents found(Register::recycling);
        const bool highest = rate && *rate >= consumer::highestRecycling(m_data);
        for (std::size_t slot = 0; slot < m_cube.slots().size(); ++slot) {
            const MineralId of = m_cube.slots()[slot].mineral;
            if (of == mineral || (highest && !consumer::publishedRecycling(m_data, of))) markAll(found, slot);
        }
        return found;
    }

    // A result for one consumer, of all stages.
    Dependents ofStudy(MineralId mineral, Assumable what, int from) {
        Dependents found(Register::studies);
        const std::string_view code = traitsOf(what).onlyOf;
        for (std::size_t slot = 0; slot < m_cube.slots().size(); ++slot) {
            if (m_cube.slots()[slot].mineral != mineral || m_cube.slots()[slot].year < from) continue;
            mark(found, slot, [&](std::size_t, EconomyId consumer) { return m_data[consumer].code == code; });
        }
        return found;
    }

    bool isIn(EconomyId economy, EconomyId consumer, int year) const {
        return economy == consumer || m_data.isMember(economy, consumer, year);
    }

    // The row's year, and later ones with the producer's output withheld on the same basis.
    std::vector<int> marketYears(const Series& changed, EconomyId producer) const {
        std::vector<int> years{changed.year};
        for (const Series& series : m_data.production.of(changed.mineral, changed.stage)) {
            if (series.year <= changed.year || series.basis != changed.basis) continue;
            const auto rows = m_data.production.rowsOf(series);
            const bool open = std::any_of(rows.begin(), rows.end(),
                                          [&](const OutputRow& row) { return row.economy == producer && !row.tonnes; });
            if (open) years.push_back(series.year);
        }
        return years;
    }

    // Whether what is known of some producers bounds what is not known of others.
    bool isOpen(const Slot& slot, int year) {
        index::Query query;
        query.data = &m_data;
        query.mineral = slot.mineral;
        query.stage = slot.stage;
        query.year = year;
        query.memo = &m_memo;
        const auto ready = index::prepared(query);
        return ready->market && (!ready->market->known() || !consumer::listsEveryone(*ready->market));
    }

    // Consumers whose own output was read in one of the years, or from a full list that may be of one of them.
    void markReaders(Dependents& found, std::size_t place, const std::vector<int>& years, EconomyId producer) {
        const Slot& slot = m_cube.slots()[place];
        mark(found, place, [&](std::size_t who, EconomyId consumer) {
            const std::optional<int> read = m_cube.outputYear(place, who);
            if (!read) return false;
            const bool listed = std::any_of(years.begin(), years.end(), [&](int year) {
                return year <= *read && year > *read - consumer::listMemory;
            });
            if (!listed) return false;
            return (isAmong(years, *read) && isIn(producer, consumer, slot.year)) || isOpen(slot, *read);
        });
    }

    // Of all stages, from the year on.
    void markConsumption(Dependents& found, MineralId mineral, EconomyId economy, int from) {
        for (const Stage stage : {Stage::mine, Stage::refine, Stage::component}) {
            const auto [first, last] = m_cube.range(mineral, stage);
            for (std::size_t slot = first; slot < last; ++slot) {
                const int year = m_cube.slots()[slot].year;
                if (year < from) continue;
                mark(found, slot, [&](std::size_t, EconomyId consumer) { return isIn(economy, consumer, year); });
            }
        }
    }

    void addMeasure(Dependents& found, const Measure& measure, Range slots) {
        for (std::size_t place = slots.first; place < slots.second; ++place) {
            const Slot& slot = m_cube.slots()[place];
            const auto day = controls::lastDay(std::to_string(slot.year));
            if (!day || !controls::mayCount(controls::standingOn(measure, *day))) continue;
            found.at(place, m_cube.consumers().size()).back() = true;  // world output under measures
            mark(found, place, [&](std::size_t, EconomyId consumer) {
                return m_cube.find(index::exposure_binary, slot, consumer)->bounds() &&
                       controls::targets(m_data, measure, consumer, slot.year);
            });
        }
    }

    Dependents chainFrom(MineralId mineral, int first) {
        Dependents found(Register::chain);
        markChain(found, mineral, [first](int year) { return year >= first; });
        return found;
    }

    template <typename Concerned>
    void markChain(Dependents& found, MineralId mineral, const Concerned& concerned) {
        for (const Stage stage : {Stage::refine, Stage::component}) {
            const auto [first, last] = m_cube.range(mineral, stage);
            for (std::size_t slot = first; slot < last; ++slot) {
                if (concerned(m_cube.slots()[slot].year)) markConsumers(found, slot);
            }
        }
    }

    void markYear(Dependents& found, MineralId mineral, Stage stage, int year) {
        const auto [first, last] = m_cube.range(mineral, stage);
        for (std::size_t slot = first; slot < last; ++slot) {
            if (m_cube.slots()[slot].year == year) markAll(found, slot);
        }
    }

    void markAll(Dependents& found, std::size_t slot) {
        Dependents::Marks& marks = found.at(slot, m_cube.consumers().size());
        std::fill(marks.begin(), marks.end(), true);
    }

    void markConsumers(Dependents& found, std::size_t slot) {
        mark(found, slot, [](std::size_t, EconomyId) { return true; });
    }

    template <typename Concerned>
    void mark(Dependents& found, std::size_t slot, const Concerned& concerned) {
        const auto consumers = m_cube.consumers();
        for (std::size_t who = 0; who < consumers.size(); ++who) {
            if (concerned(who, consumers[who])) found.at(slot, consumers.size())[who] = true;
        }
    }

    const Cube& m_cube;
    const Dataset& m_data;
    Memo m_memo;
};

}  // namespace

Dependents::Marks& Dependents::at(std::size_t slot, std::size_t consumers) {
    Marks& marks = m_bySlot[slot];
    marks.resize(consumers + 1);
    return marks;
}

void Dependents::add(const Dependents& others) {
    for (const auto& [slot, marks] : others.m_bySlot) {
        Marks& own = at(slot, marks.size() - 1);
        std::transform(marks.begin(), marks.end(), own.begin(), own.begin(), std::logical_or<>());
    }
}

Dependents dependentsOf(const Cube& cube, const dataset::Change& change) {
    return std::visit([finder = Finder(cube)](const auto& c) mutable { return finder.of(c); }, change);
}

Dependents worldDependentsOf(const Cube& cube, const dataset::Change& change) {
    const auto* flow = std::get_if<FlowChange>(&change);
    return flow != nullptr ? Finder(cube).ofWorld(*flow) : Dependents(Register::worldTrade);
}

Dependents chainDependentsOf(const Cube& cube, const dataset::Change& change) {
    return std::visit([finder = Finder(cube)](const auto& c) mutable { return finder.ofChain(c); }, change);
}

}  // namespace adit::cube

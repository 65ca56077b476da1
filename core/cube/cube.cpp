#include "core/cube/cube.h"

#include "core/base/workers.h"
#include "core/consumer/figures.h"
#include "core/cube/dependents.h"
#include "core/cube/memo.h"
#include "core/index/registry.h"

#include <algorithm>
#include <atomic>

namespace adit::cube {

Cell::Cell(const Figure& figure)
    : m_value(figure.value.value_or(0.0)),
      m_bounds(figure.bounds.value_or(Interval{})),
      m_flags(static_cast<std::uint32_t>(figure.flags.bits())),
      m_hasValue(figure.value.has_value()),
      m_hasBounds(figure.bounds.has_value()) {}

std::vector<Slot> slotsOf(const Dataset& data) {
    std::vector<Slot> slots;
    const auto add = [&](MineralId mineral, Stage stage, std::int16_t year) {
        const Slot slot{mineral, stage, year};
        if (mineral.valid() && (slots.empty() || slots.back() != slot)) slots.push_back(slot);
    };
    for (const Series& series : data.production.series)
        add(series.mineral, series.stage, series.year);
    for (std::size_t row = 0; row < data.trade.size(); ++row)
        add(data.trade.mineral[row], data.trade.stage[row], data.trade.year[row]);
    for (const SupplierShare& share : data.shares)
        add(share.mineral, share.stage, share.toYear);
    std::sort(slots.begin(), slots.end());
    slots.erase(std::unique(slots.begin(), slots.end()), slots.end());
    return slots;
}

std::vector<EconomyId> consumersOf(const Dataset& data) {
    std::vector<EconomyId> consumers;
    for (std::size_t e = 0; e < data.economies.size(); ++e) {
        if (data.economies[e].kind != EconomyKind::aggregate) consumers.push_back(EconomyId(e));
    }
    return consumers;
}

// One thread's way through slots of one mineral and stage after another.
class Cube::Worker {
public:
    explicit Worker(Cube& cube) : m_cube(cube) {}

    void group(const Group& group) {
        Memo memo(*m_cube.m_data, m_cube.m_history);
        for (std::size_t slot = group.first; slot < group.last; ++slot) {
            market(slot, memo, {});
            for (std::size_t who = 0; who < m_cube.m_consumers.size(); ++who)
                consumer(slot, who, memo, {});
        }
    }

    // Of the market alone; only indices that read `changed`, where that is given.
    void market(std::size_t slot, Memo& memo, std::optional<index::Register> changed) {
        const index::Query query = queryOf(slot, memo);
        Cell* cells = &m_cube.m_cells[slot * m_cube.width()];
        compute(m_cube.m_world, query, changed, cells);
    }

    void consumer(std::size_t slot, std::size_t who, Memo& memo, std::optional<index::Register> changed) {
        index::Query query = queryOf(slot, memo);
        query.economy = m_cube.m_consumers[who];
        Cell* cells = &m_cube.m_cells[slot * m_cube.width() + m_cube.m_world.size() + who * m_cube.m_consumed.size()];
        compute(m_cube.m_consumed, query, changed, cells);
        if (changed && *changed != index::Register::trade) return;  // the year is that of the flows
        const auto balance = memo.balance(consumer::questionOf(query));
        m_cube.m_outputYears[slot * m_cube.m_consumers.size() + who] =
            static_cast<std::int16_t>(*balance ? (*balance)->year : 0);
    }

private:
    index::Query queryOf(std::size_t place, Memo& memo) const {
        const Slot& slot = m_cube.m_slots[place];
        index::Query query;
        query.data = m_cube.m_data.get();
        query.mineral = slot.mineral;
        query.stage = slot.stage;
        query.year = slot.year;
        query.memo = &memo;
        query.detail = index::Detail::numbers;
        return query;
    }

    static void compute(std::span<const index::Definition* const> indices, const index::Query& query,
                        std::optional<index::Register> changed, Cell* cells) {
        for (std::size_t i = 0; i < indices.size(); ++i) {
            if (!changed || indices[i]->reads.has(*changed)) cells[i] = Cell(indices[i]->compute(query));
        }
    }

    Cube& m_cube;
};

Cube::Cube(Dataset data, std::vector<EconomyId> consumers)
    : m_data(std::make_unique<Dataset>(std::move(data))),
      m_history(std::make_shared<const governance::History>(governance::historyOf(*m_data))),
      m_consumers(std::move(consumers)),
      m_slots(slotsOf(*m_data)) {
    for (const index::Definition* index : index::all())
        (index->needsEconomy ? m_consumed : m_world).push_back(index);
    std::sort(m_consumers.begin(), m_consumers.end());
    m_cells.resize(m_slots.size() * width());
    m_outputYears.resize(m_slots.size() * m_consumers.size());
}

std::size_t Cube::width() const {
    return m_world.size() + m_consumers.size() * m_consumed.size();
}

std::vector<Cube::Group> Cube::groups() const {
    std::vector<Group> groups;
    for (std::size_t slot = 0; slot < m_slots.size(); ++slot) {
        const bool same = slot > 0 && m_slots[slot].mineral == m_slots[slot - 1].mineral &&
                          m_slots[slot].stage == m_slots[slot - 1].stage;
        if (!same) groups.push_back({slot, slot});
        groups.back().last = slot + 1;
    }
    // The longest first, so that no thread ends long after the others.
    std::stable_sort(groups.begin(), groups.end(),
                     [](const Group& a, const Group& b) { return a.last - a.first > b.last - b.first; });
    return groups;
}

Status Cube::computeAll(unsigned threads, const RunControl& control) {
    const std::vector<Group> all = groups();
    std::atomic<std::size_t> done{0};
    onThreads(threads, all.size(), [&] {
        return [&, worker = Worker(*this)](std::size_t part) mutable {
            if (control.stopped()) return;
            worker.group(all[part]);
            ++done;
        };
    });
    if (done < all.size()) return Error{ErrorCode::cancelled, "stopped", {}};
    return Done{};
}

Result<dataset::Change> Cube::apply(const dataset::Change& change) {
    Dependents dependents = dependentsOf(*this, change);
    const Dependents far = worldDependentsOf(*this, change);
    Dependents chains = chainDependentsOf(*this, change);
    Result<dataset::Change> back = dataset::apply(*m_data, change);
    if (!back) return back;
    renewHistory(change);
    dependents.add(dependentsOf(*this, change));
    chains.add(chainDependentsOf(*this, change));
    compute(dependents);
    compute(far);
    compute(chains);
    return back;
}

// Of the economy whose estimate was changed.
void Cube::renewHistory(const dataset::Change& change) {
    const auto* estimate = std::get_if<dataset::GovernanceChange>(&change);
    if (estimate == nullptr) return;
    const EconomyId economy = m_data->governance[estimate->row].economy;
    governance::History history = *m_history;
    history[economy.index()] = governance::seriesOf(*m_data, economy);
    m_history = std::make_shared<const governance::History>(std::move(history));
}

void Cube::compute(const Dependents& dependents) {
    Worker worker(*this);
    std::optional<Memo> memo;
    const Slot* last = nullptr;
    for (const auto& [slot, marks] : dependents.bySlot()) {
        const bool same =
            last != nullptr && last->mineral == m_slots[slot].mineral && last->stage == m_slots[slot].stage;
        if (!same) memo.emplace(*m_data, m_history);
        last = &m_slots[slot];
        if (marks.back()) worker.market(slot, *memo, dependents.changed());
        for (std::size_t who = 0; who < m_consumers.size(); ++who) {
            if (marks[who]) worker.consumer(slot, who, *memo, dependents.changed());
        }
    }
}

std::pair<std::size_t, std::size_t> Cube::range(MineralId mineral, Stage stage) const {
    const auto key = [](const Slot& slot) { return std::pair(slot.mineral, slot.stage); };
    const auto found = std::ranges::equal_range(m_slots, std::pair(mineral, stage), {}, key);
    return {static_cast<std::size_t>(found.begin() - m_slots.begin()),
            static_cast<std::size_t>(found.end() - m_slots.begin())};
}

std::optional<int> Cube::outputYear(std::size_t slot, std::size_t consumer) const {
    const std::int16_t year = m_outputYears[slot * m_consumers.size() + consumer];
    return year != 0 ? std::optional<int>(year) : std::nullopt;
}

std::size_t Cube::bytes() const {
    return m_cells.size() * sizeof(Cell) + m_outputYears.size() * sizeof(std::int16_t);
}

const Cell* Cube::find(const index::Definition& index, const Slot& slot, std::optional<EconomyId> consumer) const {
    const auto place = std::lower_bound(m_slots.begin(), m_slots.end(), slot);
    if (place == m_slots.end() || *place != slot) return nullptr;
    const std::size_t base = static_cast<std::size_t>(place - m_slots.begin()) * width();
    if (!index.needsEconomy) {
        const auto found = std::find(m_world.begin(), m_world.end(), &index);
        return &m_cells[base + static_cast<std::size_t>(found - m_world.begin())];
    }
    if (!consumer) return nullptr;
    const auto who = std::lower_bound(m_consumers.begin(), m_consumers.end(), *consumer);
    if (who == m_consumers.end() || *who != *consumer) return nullptr;
    const auto found = std::find(m_consumed.begin(), m_consumed.end(), &index);
    return &m_cells[base + m_world.size() + static_cast<std::size_t>(who - m_consumers.begin()) * m_consumed.size() +
                    static_cast<std::size_t>(found - m_consumed.begin())];
}

}  // namespace adit::cube

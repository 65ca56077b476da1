// Every registered index for every mineral, stage and year with figures, and for every consumer asked for: value,
// bounds and flags as the index computes them, without their words.
#pragma once

#include "core/base/run_control.h"
#include "core/dataset/change.h"
#include "core/governance/at.h"
#include "core/index/definition.h"

#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace adit::cube {

class Dependents;

// One mineral, stage and year.
struct Slot {
    MineralId mineral;
    Stage stage = Stage::mine;
    std::int16_t year = 0;
    auto operator<=>(const Slot&) const = default;
};

// A figure in 32 bytes.
class Cell {
public:
    Cell() = default;
    explicit Cell(const Figure& figure);

    std::optional<double> value() const { return m_hasValue ? std::optional(m_value) : std::nullopt; }
    std::optional<Interval> bounds() const { return m_hasBounds ? std::optional(m_bounds) : std::nullopt; }
    Flags flags() const { return Flags::fromBits(m_flags); }
    bool operator==(const Cell&) const = default;

private:
    double m_value = 0.0;
    Interval m_bounds;
    std::uint32_t m_flags = 0;
    bool m_hasValue = false;
    bool m_hasBounds = false;
};

// The slots that a dataset has output, trade or published shares for.
std::vector<Slot> slotsOf(const Dataset& data);

// Every economy and bloc.
std::vector<EconomyId> consumersOf(const Dataset& data);

// Owns its dataset, so that a number of it can be replaced and the figures that rest on it computed anew.
class Cube {
public:
    // Of the located view. Empty until computeAll().
    Cube(Dataset data, std::vector<EconomyId> consumers);

    // The same bits for any number of threads. Stopped: what was computed so far stands, the rest is as it was.
    Status computeAll(unsigned threads = 1, const RunControl& control = {});
    // Replaces a number in the dataset and computes what depends on it (dependents.h). The change that takes it back.
    Result<dataset::Change> apply(const dataset::Change& change);

    const Dataset& data() const { return *m_data; }
    std::span<const Slot> slots() const { return m_slots; }                           // ascending
    std::span<const EconomyId> consumers() const { return m_consumers; }              // ascending
    std::pair<std::size_t, std::size_t> range(MineralId mineral, Stage stage) const;  // of slots [first, last)
    // Null for a slot or consumer that the cube does not have. Without a consumer for an index that asks for none.
    const Cell* find(const index::Definition& index, const Slot& slot, std::optional<EconomyId> consumer = {}) const;
    // The year whose output was read for the own supply of a consumer, by places; none where there is no such supply.
    std::optional<int> outputYear(std::size_t slot, std::size_t consumer) const;

    std::size_t size() const { return m_cells.size(); }  // figures
    std::size_t bytes() const;
    bool operator==(const Cube& other) const { return m_cells == other.m_cells; }
    const std::shared_ptr<const governance::History>& history() const { return m_history; }

private:
    // Slots [first, last) of one mineral and stage, which share what their figures are made of.
    struct Group {
        std::size_t first = 0;
        std::size_t last = 0;
    };
    class Worker;

    std::size_t width() const;  // cells of a slot
    std::vector<Group> groups() const;
    void compute(const Dependents& dependents);
    void renewHistory(const dataset::Change& change);

    std::unique_ptr<Dataset> m_data;
    std::shared_ptr<const governance::History> m_history;
    std::vector<const index::Definition*> m_world;     // of the market alone
    std::vector<const index::Definition*> m_consumed;  // of a market and a consumer
    std::vector<EconomyId> m_consumers;
    std::vector<Slot> m_slots;
    std::vector<Cell> m_cells;                // by slot: those of the market, then by consumer and index
    std::vector<std::int16_t> m_outputYears;  // by slot and consumer; 0 for none
};

}  // namespace adit::cube

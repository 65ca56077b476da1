// The trade table by mass as a few dense columns, so that the figures of every importer, mineral and year come out of
// one pass over them (cell_figures.h). Laid out once for a dataset.
//
// A block is one mineral, stage and year as one publisher gives it. It has one cell for each economy of the dataset,
// in the order of their ids, whether it trades or not: cell = block * economies + economy. The rows of a cell are its
// imports, by exporter, each exporter once; rows of 0 tonnes from nowhere make their number a multiple of four. Masses
// are tonnes of the mineral's basis. What is counted, and which publisher answers for an importer, is decided by the
// rules of consumer/trade.h; blocs have no cells.
#pragma once

#include "core/dataset/dataset.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace adit::trade {

// World output behind a block.
struct World {
    double total = 0.0;              // tonnes, as the market has it
    bool central = false;            // its HHI has a central value
    std::optional<Interval> bounds;  // of its HHI; the central value's own where the market is known exactly
    bool exact = false;
};

// Governance weights of one year (M07, political stability). An economy without an estimate has weight 0 here, and
// `open` 1: its weight lies in `bounds`.
struct Stability {
    struct Weight {
        double weight = 0.0;
        double open = 0.0;
    };
    std::vector<Weight> of;  // by economy
    Interval bounds;
};

struct Block {
    MineralId mineral;
    Stage stage = Stage::mine;
    std::int16_t year = 0;
    SourceId publisher;
    World world;
    std::uint32_t stability = 0;  // place in Cells::stability
    // Added to a mass and taken away again it rounds to a grid on which all masses of the block add up exactly.
    double grid = 0.0;
};

struct Cells {
    std::size_t economies = 0;
    std::vector<Block> blocks;
    std::vector<Stability> stability;  // by year

    // By cell.
    std::vector<std::uint32_t> first;  // rows [first[cell], first[cell + 1]); one more at the end
    std::vector<double> output;        // tonnes of world output made there; 0 where the market lists none
    // 1: imports by mass in this very year and own output known exactly, without a range of the user's in either, in
    // exports or in governance.
    std::vector<std::uint8_t> answers;

    // By row.
    std::vector<std::uint16_t> exporter;
    std::vector<double> tonnes;

    std::size_t size() const { return answers.size(); }
    std::size_t rows() const { return tonnes.size(); }
};

Cells cellsOf(const Dataset& data);

}  // namespace adit::trade

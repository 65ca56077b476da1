// The one pass over the rows of a block: what each importer buys, what each exporter sells, and the mix.
#pragma once

#include "core/trade/cells.h"
#include "core/trade/lanes.h"

#include <vector>

namespace adit::trade {

// By economy.
struct Tallies {
    std::vector<double> imports;  // tonnes
    std::vector<double> stable;   // sum of weight * tonnes, of exporters with a weight
    std::vector<double> open;     // tonnes from exporters without one
    std::vector<double> squares;  // sum of tonnes * tonnes
    std::vector<double> part;     // 1 / supply; NaN where the cell does not answer
    std::vector<Pair> exports;    // tonnes, upper and lower part: whole()

    explicit Tallies(std::size_t n) : imports(n), stable(n), open(n), squares(n), part(n), exports(n) {}
};

// What the rows of one block are read by. Pointers to columns begin at the block's first cell.
struct BlockRows {
    std::size_t economies = 0;
    const std::uint32_t* first = nullptr;
    const double* output = nullptr;
    const std::uint8_t* answers = nullptr;
    const std::uint16_t* exporter = nullptr;  // of all rows, as are tonnes and share
    const double* tonnes = nullptr;
    double grid = 0.0;              // Block::grid
    const Pair* weights = nullptr;  // by economy: weight, and 1 where there is none
};

// Fills the tallies and, by row, the share in the importer's supply.
void readBlock(BlockRows block, Tallies& tallies, double* share);

}  // namespace adit::trade

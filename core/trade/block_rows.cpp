#include "core/trade/block_rows.h"

#include <algorithm>
#include <limits>

namespace adit::trade {
namespace {

// Rows that are asked for before their turn: of a table that no cache holds, the processor alone fetches too late.
constexpr std::size_t ahead = 512;

// What the rows of a cell add up to, four side by side.
struct Sums {
    // A mass cut at a grid: the upper parts add up without rounding, and what is rounded in the sum of the lower parts
    // is far below the last digit of the whole (Rump, Ogita & Oishi 2008). A difference of two large sums needs that.
    Quad upper{};
    Quad lower{};
    Quad squares{};
    Quad even{};  // weighed: by weight and open, twice
    Quad odd{};
};

// Written for speed: no branch that depends on a row. The exporters of a cell differ, so none waits for another.
inline void addFour(Sums& sums, const BlockRows& block, std::size_t row, Pair* exports) {
    const std::size_t a = block.exporter[row];
    const std::size_t b = block.exporter[row + 1];
    const std::size_t c = block.exporter[row + 2];
    const std::size_t d = block.exporter[row + 3];
    Quad tonnes;
    readFour(tonnes, block.tonnes + row);
    const Quad upper = (tonnes + block.grid) - block.grid;
    const Quad lower = tonnes - upper;
    sums.upper += upper;
    sums.lower += lower;
    sums.squares += tonnes * tonnes;
    const Quad ac = __builtin_shufflevector(upper, lower, 0, 4, 2, 6);
    const Quad bd = __builtin_shufflevector(upper, lower, 1, 5, 3, 7);
    exports[a] += front(ac);
    exports[b] += front(bd);
    exports[c] += back(ac);
    exports[d] += back(bd);
    const Pair* weights = block.weights;
    const Quad ab = __builtin_shufflevector(weights[a], weights[b], 0, 1, 2, 3);
    const Quad cd = __builtin_shufflevector(weights[c], weights[d], 0, 1, 2, 3);
    sums.even += ab * __builtin_shufflevector(tonnes, tonnes, 0, 0, 1, 1);
    sums.odd += cd * __builtin_shufflevector(tonnes, tonnes, 2, 2, 3, 3);
}

inline void mix(const BlockRows& block, std::size_t begin, std::size_t end, double part, double* share) {
    for (std::size_t row = begin; row < end; row += 4) {
        __builtin_prefetch(block.tonnes + row + ahead);
        Quad tonnes;
        readFour(tonnes, block.tonnes + row);
        const Quad parts = tonnes * part;
        streamFour(share + row, parts);
    }
}

}  // namespace

// What is read by is a copy, and what is filled are pointers, which no store in the loop can change: they stay in
// registers.
ADIT_LANES void readBlock(BlockRows block, Tallies& tallies, double* share) {
    std::fill(tallies.exports.begin(), tallies.exports.end(), Pair{});
    Pair* exports = tallies.exports.data();
    double* allImports = tallies.imports.data();
    double* stable = tallies.stable.data();
    double* open = tallies.open.data();
    double* squares = tallies.squares.data();
    double* parts = tallies.part.data();
    for (std::size_t e = 0; e < block.economies; ++e) {
        const std::size_t begin = block.first[e];
        const std::size_t end = block.first[e + 1];
        Sums sums;
        for (std::size_t row = begin; row < end; row += 4)
            addFour(sums, block, row, exports);
        const Quad both = sums.even + sums.odd;
        const Pair weighed = front(both) + back(both);
        const double imports = wholeOfFour(sums.upper) + wholeOfFour(sums.lower);
        const double part =
            block.answers[e] != 0 ? 1.0 / (block.output[e] + imports) : std::numeric_limits<double>::quiet_NaN();
        allImports[e] = imports;
        stable[e] = weighed[0];
        open[e] = weighed[1];
        squares[e] = wholeOfFour(sums.squares);
        parts[e] = part;
        mix(block, begin, end, part, share);
    }
}

}  // namespace adit::trade

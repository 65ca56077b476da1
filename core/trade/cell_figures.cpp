#include "core/trade/cell_figures.h"

#include "core/base/workers.h"
#include "core/trade/pair.h"

#include <algorithm>

namespace adit::trade {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

// Rows that are asked for before their turn: of a table that no cache holds, the processor alone fetches too late.
constexpr std::size_t ahead = 512;

// What one pass over the imports of a block's cells leaves, by economy.
struct Tallies {
    std::vector<double> imports;  // tonnes
    std::vector<double> stable;   // sum of weight * tonnes, of exporters with a weight
    std::vector<double> open;     // tonnes from exporters without one
    std::vector<double> part;     // 1 / supply; none where the cell does not answer
    std::vector<double> exports;  // tonnes

    explicit Tallies(std::size_t n) : imports(n), stable(n), open(n), part(n), exports(n) {}
};

// What all cells of a block are weighed by.
struct Scale {
    double hhi = none;  // of world output
    double hhiLo = none;
    double hhiHi = none;
    double open = 0.0;  // weight that stands for economies without one
    bool openIsKnown = false;
    Interval openBounds;
};

// One thread's work: block after block, with the same scratch. Written for speed: no branch that depends on a row.
class Pass {
public:
    Pass(const Cells& cells, CellFigures& figures)
        : m_cells(cells),
          m_figures(figures),
          m_weights(cells.economies),
          m_exports(cells.economies),
          m_tallies(cells.economies) {}

    void operator()(std::size_t place) {
        const Block& block = m_cells.blocks[place];
        const std::size_t n = m_cells.economies;
        const std::size_t base = place * n;
        const Stability& stability = m_cells.stability[block.stability];
        for (std::size_t e = 0; e < n; ++e)
            m_weights[e] = Pair{stability.of[e].weight, stability.of[e].open};
        std::fill(m_exports.begin(), m_exports.end(), Pair{});
        for (std::size_t e = 0; e < n; ++e) {
            const double squares = readRows(base + e, e, block.grid);
            share(base + e, e, squares);
        }
        for (std::size_t e = 0; e < n; ++e)
            m_tallies.exports[e] = whole(m_exports[e]);
        reliance(base);
        risk(base, scaleOf(block, base));
        settle();
    }

private:
    // Two rows at a time, since a cell has an even number: their exporters differ, and neither waits for the other.
    double readRows(std::size_t cell, std::size_t economy, double grid) {
        const double* tonnes = m_cells.tonnes.data();
        const std::uint16_t* exporter = m_cells.exporter.data();
        const Pair* weights = m_weights.data();
        Pair* exports = m_exports.data();
        Cut imports{};
        Pair squares{};
        Pair even{};
        Pair odd{};
        const std::size_t last = m_cells.first[cell + 1];
        for (std::size_t row = m_cells.first[cell]; row < last; row += 2) {
            const Pair two = read(tonnes + row);
            const std::size_t a = exporter[row];
            const std::size_t b = exporter[row + 1];
            const Cut c = cut(two, grid);
            imports.upper += c.upper;
            imports.lower += c.lower;
            squares += two * two;
            exports[a] += Pair{c.upper[0], c.lower[0]};
            exports[b] += Pair{c.upper[1], c.lower[1]};
            even += weights[a] * both(tonnes[row]);
            odd += weights[b] * both(tonnes[row + 1]);
        }
        const Pair weighed = even + odd;
        m_tallies.imports[economy] = whole(imports.upper) + whole(imports.lower);
        m_tallies.stable[economy] = weighed[0];
        m_tallies.open[economy] = weighed[1];
        return whole(squares);
    }

    void share(std::size_t cell, std::size_t economy, double squares) {
        const double own = m_cells.output[cell];
        const double part = m_cells.answers[cell] != 0 ? 1.0 / (own + m_tallies.imports[economy]) : none;
        m_tallies.part[economy] = part;
        m_figures.ownShare[cell] = own * part;
        m_figures.supplyHhi[cell] = (squares + own * own) * part * part;
        const double* tonnes = m_cells.tonnes.data();
        double* out = m_figures.share.data();
        const std::uint16_t* exporter = m_cells.exporter.data();
        const std::size_t last = m_cells.first[cell + 1];
        for (std::size_t row = m_cells.first[cell]; row < last; row += 2) {
            __builtin_prefetch(tonnes + row + ahead);
            __builtin_prefetch(exporter + row + ahead);
            stream(out + row, read(tonnes + row) * part);
        }
    }

    // World concentration, and the mean weight by output that stands for economies without one.
    Scale scaleOf(const Block& block, std::size_t base) const {
        const Stability& stability = m_cells.stability[block.stability];
        double squares = 0.0;
        double weighted = 0.0;
        double known = 0.0;
        for (std::size_t e = 0; e < m_cells.economies; ++e) {
            const double output = m_cells.output[base + e];
            squares += output * output;
            weighted += output * stability.of[e].weight;
            known += output * (1.0 - stability.of[e].open);
        }
        const World& world = block.world;
        const double hhi = squares / (world.total * world.total);
        Scale scale;
        scale.openIsKnown = known > 0.0;
        if (scale.openIsKnown) scale.open = weighted / known;
        scale.openBounds = stability.bounds;
        if (world.central) scale.hhi = hhi;
        if (world.bounds) scale.hhiLo = world.exact ? hhi : world.bounds->lo;
        if (world.bounds) scale.hhiHi = world.exact ? hhi : world.bounds->hi;
        return scale;
    }

    // The last two of an odd number of economies are done twice.
    template <typename Work>
    void byTwo(const Work& work) const {
        const std::size_t n = m_cells.economies;
        for (std::size_t e = 0; e + 1 < n; e += 2)
            work(e);
        if (n % 2 != 0 && n > 1) work(n - 2);
    }

    void reliance(std::size_t base) {
        const double* own = m_cells.output.data() + base;
        double* out = m_figures.importReliance.data() + base;
        byTwo([&](std::size_t e) {
            const Pair imports = read(&m_tallies.imports[e]);
            const Pair exports = read(&m_tallies.exports[e]);
            const Pair used = read(own + e) + imports - exports;
            const Pair ratio = (imports - exports) / used;
            const auto answers = (read(&m_tallies.part[e]) > 0.0) & (used > 0.0);
            write(out + e, answers ? ratio : both(none));
        });
    }

    // Without a mean there is no central figure of a cell that buys from an economy without a weight.
    void risk(std::size_t base, const Scale& scale) {
        double* out = m_figures.geopolrisk.data() + base;
        double* lo = m_figures.geopolriskLo.data() + base;
        double* hi = m_figures.geopolriskHi.data() + base;
        const Pair known = both(scale.hhi);
        const Pair opened = both(scale.openIsKnown ? scale.hhi : none);
        byTwo([&](std::size_t e) {
            const Pair stable = read(&m_tallies.stable[e]);
            const Pair open = read(&m_tallies.open[e]);
            const Pair part = read(&m_tallies.part[e]);
            write(out + e, (open > 0.0 ? opened : known) * (stable + scale.open * open) * part);
            write(lo + e, scale.hhiLo * (stable + scale.openBounds.lo * open) * part);
            write(hi + e, scale.hhiHi * (stable + scale.openBounds.hi * open) * part);
        });
    }

    const Cells& m_cells;
    CellFigures& m_figures;
    std::vector<Pair> m_weights;  // weight, and 1 where there is none
    std::vector<Pair> m_exports;  // upper and lower part
    Tallies m_tallies;
};

}  // namespace

CellFigures::CellFigures(const Cells& cells)
    : share(cells.rows(), none),
      ownShare(cells.size(), none),
      supplyHhi(cells.size(), none),
      importReliance(cells.size(), none),
      geopolrisk(cells.size(), none),
      geopolriskLo(cells.size(), none),
      geopolriskHi(cells.size(), none) {}

void computeCells(const Cells& cells, CellFigures& figures, unsigned threads) {
    onThreads(threads, cells.blocks.size(), [&] { return Pass(cells, figures); });
}

}  // namespace adit::trade

#include "core/trade/cell_figures.h"

#include "core/base/workers.h"
#include "core/trade/block_rows.h"

namespace adit::trade {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

// What all cells of a block are weighed by.
struct Scale {
    double hhi = none;  // of world output
    double hhiLo = none;
    double hhiHi = none;
    double open = 0.0;  // weight that stands for economies without one
    bool openIsKnown = false;
    Interval openBounds;
};

// One thread's work: block after block, with the same scratch.
class Pass {
public:
    Pass(const Cells& cells, CellFigures& figures)
        : m_cells(cells), m_figures(figures), m_weights(cells.economies), m_tallies(cells.economies) {}

    void operator()(std::size_t place) {
        const Block& block = m_cells.blocks[place];
        const std::size_t n = m_cells.economies;
        const std::size_t base = place * n;
        const Stability& stability = m_cells.stability[block.stability];
        for (std::size_t e = 0; e < n; ++e)
            m_weights[e] = Pair{stability.of[e].weight, stability.of[e].open};
        readBlock(rowsOf(block, base), m_tallies, m_figures.share.data());
        supply(base);
        reliance(base);
        risk(base, scaleOf(block, base));
        settle();
    }

private:
    BlockRows rowsOf(const Block& block, std::size_t base) const {
        BlockRows rows;
        rows.economies = m_cells.economies;
        rows.first = m_cells.first.data() + base;
        rows.output = m_cells.output.data() + base;
        rows.answers = m_cells.answers.data() + base;
        rows.exporter = m_cells.exporter.data();
        rows.tonnes = m_cells.tonnes.data();
        rows.grid = block.grid;
        rows.weights = m_weights.data();
        return rows;
    }

    void supply(std::size_t base) {
        byTwo([&](std::size_t e) {
            const Pair own = read(&m_cells.output[base + e]);
            const Pair part = read(&m_tallies.part[e]);
            write(&m_figures.ownShare[base + e], own * part);
            write(&m_figures.supplyHhi[base + e], (read(&m_tallies.squares[e]) + own * own) * part * part);
        });
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
            const Pair exports{whole(m_tallies.exports[e]), whole(m_tallies.exports[e + 1])};
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

// The figures of every cell in one pass over its rows: import mix and its concentration (M02, M13), import reliance in
// the EU form (M10), GeoPolRisk (M15). They equal the explained figures of consumer/ and index/ to the last digits;
// what those conclude beyond a year's own exact figures (an earlier year, own output within bounds, blocs) is theirs
// alone, and such cells have no figures here.
#pragma once

#include "core/trade/cells.h"

#include <limits>
#include <vector>

namespace adit::trade {

// Columns by cell, but for the mix. NaN where there is no figure: use has().
struct CellFigures {
    std::vector<double> share;           // by row: of the importer's supply, own output included
    std::vector<double> ownShare;        // of own output in it
    std::vector<double> supplyHhi;       // 0..1
    std::vector<double> importReliance;  // below 0 for a net exporter
    std::vector<double> geopolrisk;      // 0..1; none where only bounds are known
    std::vector<double> geopolriskLo;
    std::vector<double> geopolriskHi;

    explicit CellFigures(const Cells& cells);
    static bool has(double x) { return x == x; }
};

// Fills `figures`, which were made for these cells. The same bits for any number of threads.
void computeCells(const Cells& cells, CellFigures& figures, unsigned threads = 1);

}  // namespace adit::trade

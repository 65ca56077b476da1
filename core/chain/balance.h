// A feed matrix estimated from its margins: RAS, iterative proportional fitting. Only where the user asks for an
// estimate; its figures carry `proportional-mix`. (M22)
#pragma once

#include "core/base/result.h"
#include "core/chain/solve.h"

#include <span>
#include <vector>

namespace adit::chain {

struct Margins {
    std::vector<double> rows;     // mine output
    std::vector<double> columns;  // refinery need
    Matrix seed{0, 0};            // 0 where no flow can be
};

struct Balanced {
    Matrix flows{0, 0};
    double error = 0.0;  // the largest relative one that is left
    int passes = 0;
    // What the margins differ by when that is more than 0.5 %: an additional row where need is larger, an
    // additional column where output is.
    double stocksAndLosses = 0.0;  // need minus output
};

// Rows and columns are scaled in turn until the largest relative error is below 1e-9, 10 000 passes at most.
// Margins within 0.5 % of one another are fitted to the rows. Names are for messages and may be empty.
Result<Balanced> balance(const Margins& margins, std::span<const std::string> rowNames = {},
                         std::span<const std::string> columnNames = {});

}  // namespace adit::chain

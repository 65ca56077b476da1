// From a market to a Figure that explains itself: the same inputs, flags and wording for every index on shares.
#pragma once

#include "core/index/bounds.h"
#include "core/index/indices.h"

#include <memory>
#include <string>
#include <vector>

namespace adit::index {

// A market with its quantities by economy code, as the formulas take them.
struct Prepared {
    Result<Market> market;
    std::vector<double> quantities;  // of the holders that have one
    Spread spread;
};
using PreparedPtr = std::shared_ptr<const Prepared>;

// Of the query's market: from its memo where it has one.
PreparedPtr prepared(const Query& query);

struct Case {
    const Query& query;
    const Market& market;
    const std::vector<double>& quantities;
    const Spread& spread;
};

// How many economies may stand behind the unattributed part.
int othersOf(const Dataset& data, const Market& market);

Spread spreadOf(const Market& market);

// Computes the market, then lets `fill` set value, bounds and formula. Absent when there is no market.
Figure figureOf(const Query& query, Unit unit, void (*fill)(const Case&, Figure&));

// Flags, inputs and the rule of the bounds, without a value.
Figure framed(const Query& query, const Market& market, Unit unit);

// Value where a central one exists, and bounds that hold it.
void setValue(Figure& figure, const Case& c, std::optional<double> value, const Bounds& bounds);

// The rule of the bounds goes where there are none, and is named where only rounding makes them.
void settleRule(Figure& figure);

// "DR Congo"
const std::string& nameOf(const Dataset& data, EconomyId economy);

// The last line of a formula: "= 4 929", or "= 4 076 to 6 632" where there is an interval.
std::string resultLine(const Figure& figure);
std::string resultText(const Figure& figure);

}  // namespace adit::index

// How far a consumer lives on imports, in the two published forms. The denominators differ: never mix the two in
// one ranking without a mark.
#pragma once

#include "core/base/estimate.h"

namespace adit::criticality {

// Tonnes a year of one basis and stage.
struct TradeBalance {
    Estimate production;  // primary
    Estimate imports;
    Estimate exports;
};

struct ImportReliance {
    Estimate raw;   // below 0 for a net exporter
    Estimate used;  // within 0..1: what further indices take
};

// (I - X) / (P + I - X). European Commission 2017, methodology for the list of critical raw materials. (M10)
ImportReliance importRelianceEu(const TradeBalance& balance);

struct MaterialBalance {
    Estimate production;  // primary
    Estimate secondary;   // from old scrap
    Estimate imports;
    Estimate exports;
    Estimate stockIncrease;  // negative for a draw
};

// P + R + I - X - dZ.
Estimate apparentConsumption(const MaterialBalance& balance);

// (I - X - dZ) / apparent consumption. USGS Mineral Commodity Summaries, appendix. (M14)
ImportReliance importRelianceUs(const MaterialBalance& balance);

}  // namespace adit::criticality

// Net import reliance: as the user assumes it, as a publisher gives it, and for the United States beside it from the
// publisher's own imports, exports, stocks and consumption. methods.md M14; USGS Mineral Commodity Summaries, appendix.
#pragma once

#include "core/base/estimate.h"
#include "core/dataset/dataset.h"
#include "core/index/market.h"

#include <optional>
#include <string>

namespace adit::consumer {

struct NetReliance {
    Estimate published;  // or assumed; ">75 %" is an interval; a net exporter's is not a number
    Estimate computed;   // (imports - exports - stock increase) / consumption; may be below 0
    std::string denominator;
    SourceId source;
    int year = 0;
    std::string basis;
    std::string remark;
    bool estimated = false;

    const Assumed* assumed = nullptr;  // in place of a published one

    // For the computed one.
    const UsSalient* account = nullptr;
    std::optional<double> stockIncrease;  // where a stock of this and of the last year is published

    Estimate raw() const;   // the published or assumed one, else the computed one
    Estimate used() const;  // within 0..1: what further indices take; 0 for a net exporter
};

// Of the query's consumer and mineral, the latest not later than its year. All stages are one. One that is assumed for
// the query's year goes first, then one that is for every year, then of the others the latest.
std::optional<NetReliance> netRelianceOf(const index::Query& query);
// The assumption that it is, as an input of a formula.
Input assumedInput(const NetReliance& assumed, EconomyId economy);
// As published for the year or the latest before it.
std::optional<double> publishedReliance(const Dataset& data, EconomyId economy, MineralId mineral, int year);

}  // namespace adit::consumer

// The trade of one consumer, mineral, stage and year as one publisher gives it, added up by partner.
#pragma once

#include "core/consumer/supply.h"

#include <memory>
#include <span>
#include <utility>

namespace adit::consumer {

enum class Measured { mass, value };

// Imports from a partner of which the user gives a range, in tonnes or US dollars.
struct OpenFlow {
    EconomyId from;
    Interval tonnes;
};

struct PartnerFlows {
    std::vector<chain::Flow> imports;  // by partner, each once
    double importTotal = 0.0;
    double exports = 0.0;
    std::vector<OpenFlow> open;
    std::vector<EconomyId> assumed;  // partners from whom the user set the imports, or a part of them, by value
    Interval importBounds;           // of the total; equal to it without a range, as are those of the exports
    Interval exportBounds;
    double dropped = 0.0;  // inside the bloc
    Interval droppedBounds;
    SourceId source;
    SourceId publisher;  // the source, or the first part of it
    Flags flags;
    Flags exportFlags;  // whether the user set the exports
    bool full = false;  // every flow, not the largest partners alone

    Interval boundsOf(const chain::Flow& flow) const;
};

// The rules of what is counted, row by row of the trade table.
SourceId publisherOf(const Dataset& data, SourceId source);  // flows of one publisher may be added up
bool counts(const TradeTable& table, std::size_t row);
double amount(const TradeTable& table, std::size_t row, Measured measured);  // NaN where there is none: use has()

// Product flows of one publisher; catch-all codes, feed and one-sided extracts are never counted, and flows with an
// implausible unit value not by mass. Nothing where there is none.
std::optional<PartnerFlows> flowsOf(const Question& question, Measured measured);
// The same without the exports.
std::optional<PartnerFlows> importsOf(const Question& question, Measured measured);
// Exports alone, of one publisher; those by value within the ranges that the user gives to who takes them.
Estimate exportsBy(const Question& question, SourceId publisher, Measured measured);
// What the user assumes of the question's own imports from a partner, or of its exports; null where nothing.
const Assumed* assumedImports(const Question& question, EconomyId partner);
const Assumed* assumedExports(const Question& question);
// What the user assumes by value of anybody's imports of the question's mineral, stage and year, as far as it stands in
// flows of the publisher.
std::vector<const Assumed*> assumedValues(const Question& question, SourceId publisher);

// Why trade says nothing of a mineral and stage although there is some: " (HS 850760, lithium-ion accumulators, is not
// split by mineral and not counted)". Empty where no such code is known.
std::string mixedCodesAside(const Question& question);

// Of the economy, or of all members of a bloc, ascending.
std::vector<EconomyId> membersOf(const Dataset& data, EconomyId consumer, int year);

// By mass with exports, by value without; shared with other figures where the question has a memo.
using FlowsPtr = std::shared_ptr<const std::optional<PartnerFlows>>;
FlowsPtr sharedFlows(const Question& question, Measured measured);

// Rows [first, last) of the trade table, and the year that they are all of.
struct TradeYear {
    int year = 0;
    std::pair<std::size_t, std::size_t> rows;
};
// Of a mineral and stage, newest first.
std::vector<TradeYear> allTradeYears(const Dataset& data, MineralId mineral, Stage stage);

// Years with trade of the mineral and stage that are not later, newest first.
std::vector<int> tradeYears(const Question& question);

}  // namespace adit::consumer

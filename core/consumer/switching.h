// Can a consumer's suppliers be replaced, on published trade? methods.md M25.
#pragma once

#include "core/chain/switching.h"
#include "core/consumer/trade.h"
#include "core/index/market.h"

#include <map>
#include <span>
#include <vector>

namespace adit::consumer {

struct SwitchAsk {
    std::vector<EconomyId> without;  // suppliers that stop
    double redirectable = chain::redirectableByDefault;
    std::map<EconomyId, double> spare{};  // tonnes a year, as the user gives them
};

struct Switchable {
    EconomyId economy;
    bool stops = false;
    double toConsumer = 0.0;  // in the measure
    double elsewhere = 0.0;   // exports to all others
    double spare = 0.0;
};

struct Switching {
    Measured measured = Measured::mass;  // tonnes of the basis, else US dollars
    int year = 0;
    SourceId source;
    Flags flags;
    std::vector<Switchable> suppliers;  // by what they send to the consumer, largest first
    double loss = 0.0;                  // what the consumer takes from those that stop
    double cover = 0.0;                 // 0..1
};

// By mass where the consumer's imports are published by mass, else by value; everything of one publisher and of the
// latest of the last trade years (see screen.h). An
// error where nothing is imported from those that stop, or spare capacity is set against a value.
Result<Switching> switchingOf(const Question& question, const SwitchAsk& ask);

// The same when one supplier stops, the query's partner or else who sends most, with the redirectable share that is
// assumed by default.
Figure redirectableFigure(const index::Query& query);

// Value shares of imports before and after a price change. By share, the largest first.
struct Reallocation {
    struct Row {
        EconomyId economy;
        double before = 0.0;
        double after = 0.0;
    };
    std::vector<Row> rows;
    int year = 0;
    SourceId source;
    Flags flags;
};
// `prices` new over old, 1 for who is not named. An error where imports are not published by value.
Result<Reallocation> reallocationOf(const Question& question, const std::map<EconomyId, double>& prices,
                                    double elasticity);

}  // namespace adit::consumer

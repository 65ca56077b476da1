// What all economies export of a mineral at one stage in a year, by value, as one publisher gives it.
#pragma once

#include "core/consumer/supply.h"

#include <span>

namespace adit::consumer {

// Flows inside blocs count: a member is an exporter like any other.
struct WorldExports {
    double total = 0.0;  // US dollars
    double hhi = 0.0;    // of the economies' shares of it
    Interval hhiBounds;  // equal to it unless the user gives a flow a range
    bool isAssumed = false;
    EconomyId largest;
    double largestShare = 0.0;
    bool full = false;  // every importer's every partner is listed
};

// What the HHI of amounts can be within their ranges; the central one among them.
Interval hhiWithin(std::span<const Interval> amounts, double hhi);

// Of the question's mineral, stage and year, whoever asks. Nothing where no value is published.
std::optional<WorldExports> worldExportsOf(const Question& question, SourceId publisher);
std::optional<WorldExports> sharedWorldExports(const Question& question, SourceId publisher);

}  // namespace adit::consumer

// What all economies export of a mineral at one stage in a year, by value, as one publisher gives it.
#pragma once

#include "core/consumer/supply.h"

namespace adit::consumer {

// Flows inside blocs count: a member is an exporter like any other.
struct WorldExports {
    double total = 0.0;  // US dollars
    double hhi = 0.0;    // of the economies' shares of it
    EconomyId largest;
    double largestShare = 0.0;
    bool full = false;  // every importer's every partner is listed
};

// Of the question's mineral, stage and year, whoever asks. Nothing where no value is published.
std::optional<WorldExports> worldExportsOf(const Question& question, SourceId publisher);
std::optional<WorldExports> sharedWorldExports(const Question& question, SourceId publisher);

}  // namespace adit::consumer

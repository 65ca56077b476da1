// What the sentences are made of: who leads a market, who may come next, and which earlier years compare.
#pragma once

#include "core/findings/finding.h"
#include "core/index/definition.h"

namespace adit::findings {

// Points into its own market: it is moved, not copied.
struct Reading {
    Reading(Reading&&) = default;
    Reading(index::Query q, index::Market m) : query(q), market(std::move(m)) {}

    index::Query query;
    index::Market market;
    std::vector<const index::Holder*> leaders;  // the largest with a figure, and all that equal it
    const index::Holder* second = nullptr;      // the next below them
    double named = 0.0;                         // the largest share that any other named economy can have
    double unnamed = 0.0;                       // and that an economy without a name can have
    double other() const;
    bool certain() const;  // nobody else can be as large
};

// None when there is no market, or nobody in it has a figure. The market is moved into the reading.
std::optional<Reading> read(const index::Query& query);

// Years before query.year in one run of source and basis, latest first, at most `most`; no year left out.
std::vector<int> comparableYears(const index::Query& query, int most);

index::Query at(index::Query query, int year);
index::Query of(index::Query query, EconomyId economy);

// Pieces with a link.
Piece plain(std::string text);
Piece year(int year);
Piece share(const Reading& reading, const index::Holder& holder, Part part = Part::value);
Piece linked(std::string index, const index::Query& query, std::string text, Part part = Part::value);

// True when both ends print alike, so that one number says all.
bool printsAsOne(Interval shares);

}  // namespace adit::findings

// How much of a consumer's imports comes from suppliers with measures in force, in tonnes and money: the latest trade
// that is published, of which the shares of an exposure need not be. methods.md M27.
#pragma once

#include "core/exposure/at_date.h"

namespace adit::exposure {

struct ExposedTrade {
    int year = 0;     // of the trade; 0 where none is published
    Estimate tonnes;  // of the mineral's basis
    Estimate usd;
    SourceId source;
};

// Of the measures that count. Where the largest partners alone are published it is at least that much.
ExposedTrade exposedTrade(const consumer::Question& question, std::span<const Hit> hits);

}  // namespace adit::exposure

// A pointer to a figure that can be computed again: what a number on screen carries so that it can be explained.
#pragma once

#include "core/index/market.h"

#include <string>

namespace adit {

struct FigureRef {
    std::string index;  // id in the index registry
    index::Query query;
};

}  // namespace adit

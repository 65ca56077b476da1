// What it would take a consumer to do as another's programme does: hold so many days of its own consumption.
// simulation.md section 3, methods.md M28.
#pragma once

#include "core/consumer/holding.h"

namespace adit::consumer {

struct Copied {
    Estimate tonnes;
    Estimate cost;  // US dollars for all of them, whatever is held already
};

Copied copiedBy(const Holding& holding, double days);

}  // namespace adit::consumer

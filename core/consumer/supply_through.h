// The supply of a question that has a choice of hubs, and how a figure of it explains itself. methods.md M13.
#pragma once

#include "core/consumer/hubs.h"

#include <string>
#include <vector>

namespace adit::consumer {

// Shares of what is behind the hubs, each between what is sure to come from there and that with all that is not sure
// of anyone. The direct supply where no hub is looked through; `behind` tells either way.
Result<Supply> supplyThrough(const Question& question);

// "hubs looked through (as asked for): Belgium", and which stay as they are; nothing where no hubs were asked for.
std::vector<std::string> hubLines(const Dataset& data, const Supply& supply);

// What the direct supply has from each hub and what each passes on; and what of it all the user set.
std::vector<Input> hubInputs(const Dataset& data, const Supply& supply);

}  // namespace adit::consumer

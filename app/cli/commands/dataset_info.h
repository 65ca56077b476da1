// What is in a dataset, as lines of text.
#pragma once

#include "core/dataset/dataset.h"

#include <ostream>

namespace adit::cli {

void printInfo(const Dataset& data, std::ostream& out);

}  // namespace adit::cli

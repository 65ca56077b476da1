#pragma once

#include "app/cli/command.h"

namespace adit::cli {

// Strength, degree and betweenness in the trade of a mineral.
extern const std::string_view networkUsage;
Exit network(Words words, Terminal terminal);

}  // namespace adit::cli

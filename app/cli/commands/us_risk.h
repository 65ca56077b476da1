// adit-cli us-risk: the United States' supply risk with what the user knows of producers.
#pragma once

#include "app/cli/command.h"

namespace adit::cli {

extern const std::string_view usRiskUsage;
Exit usRisk(Words words, Terminal terminal);

}  // namespace adit::cli

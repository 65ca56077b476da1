// adit-cli cover: days of cover of the stockpiles in the dataset, and gaps to targets.
#pragma once

#include "app/cli/command.h"

namespace adit::cli {

extern const std::string_view coverUsage;
Exit cover(Words words, Terminal terminal);

}  // namespace adit::cli

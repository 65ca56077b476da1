#pragma once

#include "app/cli/command.h"

namespace adit::cli {

// A consumer's supply mix, direct and with re-export hubs looked through.
extern const std::string_view supplyUsage;
Exit supply(Words words, Terminal terminal);

}  // namespace adit::cli

#pragma once

#include "app/cli/command.h"

namespace adit::cli {

// Whether a consumer's suppliers can be replaced when some of them stop.
extern const std::string_view switchUsage;
Exit switchSuppliers(Words words, Terminal terminal);

}  // namespace adit::cli

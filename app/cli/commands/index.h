// `adit-cli index`: any index of the registry for any market, with its bounds, inputs and formula.
#pragma once

#include "app/cli/command.h"

namespace adit::cli {

extern const std::string_view indexUsage;
Exit index(Words words, Terminal terminal);

}  // namespace adit::cli

// adit-cli difference: why a figure of one workspace is not that of another.
#pragma once

#include "app/cli/command.h"

namespace adit::cli {

extern const std::string_view differenceUsage;
Exit difference(Words words, Terminal terminal);

}  // namespace adit::cli

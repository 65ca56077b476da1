// adit-cli compare: the indices of several consumers side by side.
#pragma once

#include "app/cli/command.h"

namespace adit::cli {

extern const std::string_view compareUsage;
Exit compare(Words words, Terminal terminal);

}  // namespace adit::cli

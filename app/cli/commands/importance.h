// adit-cli importance: economic importance from the user's own end uses, beside the published one.
#pragma once

#include "app/cli/command.h"

namespace adit::cli {

extern const std::string_view importanceUsage;
Exit importance(Words words, Terminal terminal);

}  // namespace adit::cli

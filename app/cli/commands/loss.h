// adit-cli loss: expected loss over scenarios of disruption, and sole domestic producers.
#pragma once

#include "app/cli/command.h"

namespace adit::cli {

extern const std::string_view lossUsage;
Exit loss(Words words, Terminal terminal);

}  // namespace adit::cli

// adit-cli composite: a composite indicator of the user's making over all minerals.
#pragma once

#include "app/cli/command.h"

namespace adit::cli {

extern const std::string_view compositeUsage;
Exit composite(Words words, Terminal terminal);

}  // namespace adit::cli

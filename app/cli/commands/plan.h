// adit-cli plan: what a stockpile has to hold for planning years of conflict.
#pragma once

#include "app/cli/command.h"

namespace adit::cli {

extern const std::string_view planUsage;
Exit plan(Words words, Terminal terminal);

}  // namespace adit::cli

// `adit-cli workspace`: what is in a workspace file, tables out of it and into it, differences, salvage.
#pragma once

#include "app/cli/command.h"

namespace adit::cli {

Exit workspace(Words words, Terminal terminal);

}  // namespace adit::cli

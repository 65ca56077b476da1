// adit-cli dataset build | check | info
#pragma once

#include "app/cli/command.h"

namespace adit::cli {

Exit dataset(Words words, Terminal terminal);

}  // namespace adit::cli

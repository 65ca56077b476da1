// adit-cli exposure: a consumer's supply under export measures on a day.
#pragma once

#include "app/cli/command.h"

namespace adit::cli {

extern const std::string_view exposureUsage;
Exit exposure(Words words, Terminal terminal);

}  // namespace adit::cli

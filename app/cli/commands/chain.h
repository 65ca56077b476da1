// adit-cli chain: what lies behind a consumer's direct suppliers.
#pragma once

#include "app/cli/command.h"

namespace adit::cli {

extern const std::string_view chainUsage;
Exit chain(Words words, Terminal terminal);

}  // namespace adit::cli

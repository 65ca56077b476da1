// adit-cli screen: the trade-dependency screens of CEPII and the European Commission.
#pragma once

#include "app/cli/command.h"

namespace adit::cli {

extern const std::string_view screenUsage;
Exit screen(Words words, Terminal terminal);

}  // namespace adit::cli

// adit-cli benchmark: the 2030 benchmarks of Regulation (EU) 2024/1252 as a yardstick.
#pragma once

#include "app/cli/command.h"

namespace adit::cli {

extern const std::string_view benchmarkUsage;
Exit benchmark(Words words, Terminal terminal);

}  // namespace adit::cli

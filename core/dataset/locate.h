// Which dataset file a program uses.
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string_view>

namespace adit {

// What the user named on the command line, else the environment variable ADIT_DATASET, else the bundled file
// in ../share/adit beside the running program.
Result<std::filesystem::path> locateDataset(std::string_view named = {});

// The bundled file alone, whatever the user or the environment name.
Result<std::filesystem::path> bundledDataset();

}  // namespace adit

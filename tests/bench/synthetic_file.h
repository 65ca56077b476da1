// A synthetic dataset as a file of ours, with the indexes that make the same questions fast in SQL.
#pragma once

#include "core/dataset/dataset.h"

#include <filesystem>

namespace adit::bench {

Status writeFile(const Dataset& data, const std::filesystem::path& file);

}  // namespace adit::bench

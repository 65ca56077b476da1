// Opening a dataset file: the way of loadDataset, without loading. For the commands that look into a file.
#pragma once

#include "core/sqlite/database.h"

#include <cstdint>
#include <filesystem>

namespace adit::dataset {

inline constexpr std::int64_t applicationId = 0x41646974;  // "Adit"
inline constexpr std::int64_t schemaVersion = 1;

// Refuses folders, empty files, files of other programs and newer versions, each in words.
Result<sqlite::Database> open(const std::filesystem::path& file);

}  // namespace adit::dataset

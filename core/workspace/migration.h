// Bringing a workspace file from an older format to this program's, one numbered step of db/workspace at a time.
#pragma once

#include "core/sqlite/database.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace adit::workspace {

inline constexpr std::int64_t applicationId = 0x41646957;  // "AdiW"

// Step i leads from format i to format i + 1; a new file goes through all.
using Steps = std::span<const std::string_view>;
Steps formatSteps();

// Refuses files of other programs, and those of a newer format by the name of the version they need.
Status checkIdentity(const sqlite::Database& database, Steps steps = formatSteps());
// Each step is a transaction of its own.
Status migrate(const sqlite::Database& database, Steps steps = formatSteps());
// Copies an older file aside ("NAME.v1.adit") before the steps.
Status migrateWithCopy(const sqlite::Database& database, Steps steps = formatSteps());

}  // namespace adit::workspace

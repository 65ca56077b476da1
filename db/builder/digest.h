// A fingerprint of every value in a dataset file: what a check of the file's structure cannot see.
#pragma once

#include "core/sqlite/database.h"

#include <string>

namespace adit::db {

inline constexpr std::string_view digestKey = "content";  // its row in the table `dataset`

// SHA-1, hex, over the definitions and rows of all tables; the row of the digest itself left out.
Result<std::string> contentDigest(const sqlite::Database& database);

}  // namespace adit::db

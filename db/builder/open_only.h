// The selection that may be passed on: staged rows of sources with open terms.
#pragma once

#include "core/sqlite/database.h"
#include "db/builder/build.h"
#include "db/builder/registers.h"

#include <map>
#include <set>
#include <string>

namespace adit::db {

// Ids of sources that are not open; a combination is not when one of its parts is not.
std::set<int> closedSources(const Folder& folder, const Registers& registers);

// Takes the rows of closed sources out of the staged tables and counts them. Minerals stay by name, without
// what the closed source says of them, because figures of open sources refer to them; plants stay without a
// position that a closed source gave.
Result<std::vector<TableCount>> keepOpenOnly(const sqlite::Database& database, const std::set<int>& closed);

}  // namespace adit::db

// The folder as tables in memory, each row with its line: what the checks look at before anything is kept.
#pragma once

#include "core/sqlite/database.h"
#include "db/builder/folder.h"
#include "db/builder/registers.h"

namespace adit::db {

// Creates staged.TABLE for every file of the format, filled or not, and the lists of
// codes or texts by number, staged.{economy,mineral,source,basis,note}_ids.
// Cells that cannot be stored and keys used twice go to `problems`.
Status stage(const sqlite::Database& database, const Folder& folder, Registers& registers, Problems& problems);

}  // namespace adit::db

// Texts that many rows share, stored once and numbered by alphabet: those that the kept rows use and no others.
#pragma once

#include "core/sqlite/database.h"

namespace adit::db {

// From staged.basis_ids and staged.note_ids to the tables of bases and notes; staged rows follow the new numbers.
Status transferSharedTexts(const sqlite::Database& database);

}  // namespace adit::db

// From the staged rows to the tables of schema.sql, in the order of their keys.
#pragma once

#include "core/sqlite/database.h"
#include "db/builder/registers.h"

namespace adit::db {

Status transfer(const sqlite::Database& database, const Registers& registers);

}  // namespace adit::db

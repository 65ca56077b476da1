// SQLite's result codes as errors of ours: what happened, to which file, and what to do about it.
#pragma once

#include "core/base/result.h"

#include <string>

struct sqlite3;

namespace adit::sqlite {

Error errorFrom(int code, const std::string& file, const std::string& detail);
Error errorOf(sqlite3* database);  // the last failure of this connection

}  // namespace adit::sqlite

// The SQL files of db/, taken in when the program is built.
#pragma once

#include <span>
#include <string_view>

namespace adit::db {

enum class Severity { error, warning };

// A query over the staged rows that returns file, line, column and text of each offender.
struct Check {
    std::string_view rule;  // the name of its file
    std::string_view sql;

    Severity severity() const { return sql.starts_with("-- error") ? Severity::error : Severity::warning; }
};

extern const std::string_view schemaSql;
std::span<const Check> checks();

}  // namespace adit::db

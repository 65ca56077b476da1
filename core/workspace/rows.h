// The statements that read and write the rows of a workspace file.
#pragma once

#include "core/sqlite/database.h"
#include "core/workspace/record.h"

#include <map>
#include <span>

namespace adit::workspace {

// Writes rows, with one prepared statement for all rows of a table.
class RowWriter {
public:
    explicit RowWriter(const sqlite::Database& database) : m_database(database) {}

    Status put(const TableShape& table, const Record& record);
    Status remove(const TableShape& table, const Record& key);
    Status apply(const Edit& edit);

private:
    sqlite::Statement& prepared(std::string_view sql);
    const sqlite::Database& m_database;
    std::map<std::string_view, sqlite::Statement> m_statements;
};

// The rows of a table in the order in which they were made. A row that does not fit its seal is damage.
Result<std::vector<Record>> readRows(const sqlite::Database& database, const TableShape& table);

}  // namespace adit::workspace

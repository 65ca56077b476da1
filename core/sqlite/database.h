// A connection to one SQLite file, hardened: no trust in what the file's schema asks to run, no writes to
// what is opened for reading. A connection belongs to one thread at a time.
#pragma once

#include "core/base/result.h"
#include "core/sqlite/statement.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace SQLite {
class Database;
}

namespace adit::sqlite {

class Database {
public:
    // For reading a file that nobody changes meanwhile.
    static Result<Database> openImmutable(const std::filesystem::path& file);
    // For filling an empty file in one go: no journal, because a failed file is thrown away.
    static Result<Database> openForBuilding(const std::filesystem::path& file);
    // For changing a file that must outlive crashes and power cuts, also on a network share. database.cpp argues the
    // settings.
    static Result<Database> openForEditing(const std::filesystem::path& file);
    // For reading a file that another program may be changing.
    static Result<Database> openForReading(const std::filesystem::path& file);

    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database();

    Statement prepare(std::string_view sql) const;
    Status run(const std::string& script) const;              // one or more statements
    Result<std::int64_t> number(std::string_view sql) const;  // the first column of the first row
    Result<std::vector<std::string>> tables() const;
    // Structure and types of a table's rows. SQLite leaves the CHECKs of a read-only file aside.
    Status quickCheck(std::string_view table) const;
    Status integrityCheck() const;   // the same of all tables, and that each page belongs to one
    Status foreignKeyCheck() const;  // that every reference is met
    Status copyTo(const std::filesystem::path& file) const;  // page by page, to the disk; the file must not exist
    const std::filesystem::path& file() const { return m_file; }
    sqlite3* handle() const;

private:
    Status allOk(Statement statement) const;
    Database(std::unique_ptr<SQLite::Database> database, std::filesystem::path file);
    static Result<Database> open(const std::filesystem::path& file, const std::string& name, int flags);
    std::unique_ptr<SQLite::Database> m_database;
    std::filesystem::path m_file;
};

}  // namespace adit::sqlite

#include "core/sqlite/database.h"

#include "core/sqlite/errors.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>

#include <array>
#include <cctype>

namespace adit::sqlite {
namespace {

// SQLite reads '%', '?' and '#' of a URI as its own; everything unusual is written as %XX.
std::string uriOf(const std::filesystem::path& file) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const char c : std::filesystem::absolute(file).string()) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0 || std::string_view("/-_.~").find(c) != std::string_view::npos) {
            uri += c;
        } else {
            uri += {'%', digits[byte >> 4U], digits[byte & 15U]};
        }
    }
    return uri;
}

}  // namespace

Database::Database(std::unique_ptr<SQLite::Database> database, std::filesystem::path file)
    : m_database(std::move(database)), m_file(std::move(file)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Result<Database> Database::open(const std::filesystem::path& file, const std::string& name, int flags) {
    try {
        auto database = std::make_unique<SQLite::Database>(name, flags | SQLite::OPEN_URI | SQLite::OPEN_NOMUTEX);
        sqlite3* handle = database->getHandle();
        for (const auto& [setting, value] : {std::pair{SQLITE_DBCONFIG_DEFENSIVE, 1},
                                             {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                             {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
                                             {SQLITE_DBCONFIG_DQS_DML, 0},
                                             {SQLITE_DBCONFIG_DQS_DDL, 0}}) {
            sqlite3_db_config(handle, setting, value, nullptr);
        }
        return Database(std::move(database), file);
    } catch (const SQLite::Exception& e) {
        return errorFrom(e.getExtendedErrorCode(), file.string(), e.what());
    }
}

Result<Database> Database::openImmutable(const std::filesystem::path& file) {
    auto database = open(file, uriOf(file) + "?mode=ro&immutable=1", SQLite::OPEN_READONLY);
    if (!database) return database;
    const Status status = database->run("PRAGMA mmap_size = 1073741824; PRAGMA cell_size_check = ON;");
    if (!status) return status.error();
    return database;
}

Result<Database> Database::openForBuilding(const std::filesystem::path& file) {
    auto database = open(file, uriOf(file), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    if (!database) return database;
    const Status status =
        database->run("PRAGMA journal_mode = OFF; PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON;");
    if (!status) return status.error();
    return database;
}

// What holds when a program is killed or power fails, on a local disk or a network share:
// - A rollback journal, never WAL: WAL shares memory between the programs that have the file open, which two
//   computers cannot (sqlite.org/wal.html, "WAL does not work over a network filesystem").
// - TRUNCATE: a change is committed once the length of a file is on the disk, by fsync of that file. With DELETE it is
//   committed once a folder no longer names the journal, by fsync of the folder, which some shares ignore: there a
//   journal can come back after a power cut and take back what was acknowledged.
// - synchronous = EXTRA: journal, file and folder are on the disk before a commit returns.
// - No memory map: a share that goes away is then an error, not a signal that ends the program.
// - secure_delete: what was removed is overwritten, so that looking through the pages of a damaged file never finds it.
Result<Database> Database::openForEditing(const std::filesystem::path& file) {
    auto database = open(file, uriOf(file), SQLite::OPEN_READWRITE);
    if (!database) return database;
    const Status status = database->run(
        "PRAGMA busy_timeout = 1000; PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = EXTRA;"
        "PRAGMA mmap_size = 0; PRAGMA secure_delete = ON; PRAGMA cell_size_check = ON;"
        "PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON;");
    if (!status) return status.error();
    return database;
}

Result<Database> Database::openForReading(const std::filesystem::path& file) {
    auto database = open(file, uriOf(file) + "?mode=ro", SQLite::OPEN_READONLY);
    if (!database) return database;
    const Status status =
        database->run("PRAGMA busy_timeout = 1000; PRAGMA mmap_size = 0; PRAGMA cell_size_check = ON;");
    if (!status) return status.error();
    return database;
}

Status Database::copyTo(const std::filesystem::path& file) const {
    auto target = open(file, uriOf(file), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    if (!target) return target.error();
    if (const Status status = target->run("PRAGMA synchronous = EXTRA"); !status) return status;
    try {
        SQLite::Backup backup(*target->m_database, *m_database);
        backup.executeStep();
        return Done{};
    } catch (const SQLite::Exception& e) {
        return errorFrom(e.getExtendedErrorCode(), file.string(), e.what());
    }
}

sqlite3* Database::handle() const {
    return m_database->getHandle();
}

Statement Database::prepare(std::string_view sql) const {
    return {m_database->getHandle(), sql};
}

Status Database::run(const std::string& script) const {
    if (m_database->tryExec(script) == SQLITE_OK) return Done{};
    return errorOf(m_database->getHandle());
}

Result<std::int64_t> Database::number(std::string_view sql) const {
    Statement statement = prepare(sql);
    if (statement.next()) return statement.int64(0);
    const Status status = statement.finish();
    if (!status) return status.error();
    return Error::missing(std::string(sql));
}

Result<std::vector<std::string>> Database::tables() const {
    std::vector<std::string> names;
    Statement statement = prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
    while (statement.next())
        names.push_back(statement.text(0));
    if (const Status status = statement.finish(); !status) return status.error();
    return names;
}

Status Database::allOk(Statement statement) const {
    while (statement.next()) {
        if (statement.view(0) != "ok") return errorFrom(SQLITE_CORRUPT, m_file.string(), statement.text(0));
    }
    return statement.finish();
}

Status Database::quickCheck(std::string_view table) const {
    Statement statement = prepare("SELECT quick_check FROM pragma_quick_check(?)");
    statement.bind(1, table);
    return allOk(std::move(statement));
}

Status Database::integrityCheck() const {
    return allOk(prepare("PRAGMA integrity_check(1)"));
}

Status Database::foreignKeyCheck() const {
    Statement statement = prepare("PRAGMA foreign_key_check");
    if (statement.next()) {
        const std::string detail = "table " + statement.text(0) + " refers to a missing row of " + statement.text(2);
        return errorFrom(SQLITE_CORRUPT, m_file.string(), detail);
    }
    return statement.finish();
}

}  // namespace adit::sqlite

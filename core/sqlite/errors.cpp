#include "core/sqlite/errors.h"

#include <sqlite3.h>

namespace adit::sqlite {
namespace {

Error make(ErrorCode code, const std::string& file, const std::string& text) {
    return {code, text, {file, 0, {}}};
}

}  // namespace

Error errorFrom(int code, const std::string& file, const std::string& detail) {
    switch (code & 0xFF) {
        case SQLITE_NOTADB:
            return make(ErrorCode::unreadable, file,
                        "this is not an SQLite file; choose another one or build it again");
        case SQLITE_CORRUPT:
            return make(ErrorCode::damaged, file,
                        "the file is damaged (" + detail + "); restore it from a copy or build it again");
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
        case SQLITE_AUTH:
            return make(ErrorCode::unreadable, file, "the file cannot be opened; check that it is there and readable");
        case SQLITE_READONLY:
            if (code == SQLITE_READONLY_DBMOVED) {
                return make(ErrorCode::replaced, file, "the file was moved or deleted while it was open; save a copy");
            }
            if (code == SQLITE_READONLY_ROLLBACK || code == SQLITE_READONLY_CANTINIT) {
                return make(ErrorCode::full, file,
                            "a change was cut off and taking it back needs writing; copy the file together with its "
                            "-journal to a folder that can be written");
            }
            return make(ErrorCode::full, file, "the file cannot be written; check its permissions");
        case SQLITE_FULL:
            return make(ErrorCode::full, file, "the disk is full; free some space and try again");
        case SQLITE_IOERR:
            return make(ErrorCode::unreadable, file,
                        "reading or writing failed (" + detail + "); check disk and space");
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return make(ErrorCode::locked, file, "another program is using the file; close it and try again");
        default:
            return make(ErrorCode::unreadable, file, "the database engine refused: " + detail);
    }
}

Error errorOf(sqlite3* database) {
    const char* file = sqlite3_db_filename(database, "main");
    return errorFrom(sqlite3_extended_errcode(database), file == nullptr ? "" : file, sqlite3_errmsg(database));
}

}  // namespace adit::sqlite

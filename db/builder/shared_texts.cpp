#include "db/builder/shared_texts.h"

#include "db/builder/format.h"

#include <vector>

namespace adit::db {
namespace {

struct User {  // a staged column that holds numbers of texts
    std::string table;
    std::string column;
};

std::vector<User> usersOf(Kind kind) {
    std::vector<User> users;
    for (const File& file : files()) {
        const auto place = file.columnOf(kind);
        if (!place) continue;
        users.push_back({"staged." + std::string(file.table), std::string(file.columns[*place].name)});
    }
    return users;
}

// `texts` is a staged list of (id, code), `target` a table of (id, text).
Status transferTexts(const sqlite::Database& database, Kind kind, const std::string& texts, const std::string& target) {
    const std::vector<User> users = usersOf(kind);
    std::string sql = "CREATE TABLE staged.used (id INTEGER PRIMARY KEY);";
    for (const User& user : users) {
        sql += "INSERT OR IGNORE INTO staged.used SELECT " + user.column + " FROM " + user.table + ';';
    }
    // The empty text is always there: no note.
    sql += "INSERT INTO " + target + " SELECT row_number() OVER (ORDER BY code) - 1, code FROM " + texts +
           " WHERE code = '' OR id IN (SELECT id FROM staged.used);";
    sql += "CREATE TABLE staged.renumbered (old INTEGER PRIMARY KEY, new INTEGER);";
    sql += "INSERT INTO staged.renumbered SELECT t.id, row_number() OVER (ORDER BY code) - 1 FROM " + texts +
           " t WHERE code = '' OR id IN (SELECT id FROM staged.used);";
    for (const User& user : users) {
        sql += "UPDATE " + user.table + " SET " + user.column +
               " = (SELECT new FROM staged.renumbered WHERE old = " + user.column + ");";
    }
    return database.run(sql + "DROP TABLE staged.used; DROP TABLE staged.renumbered;");
}

}  // namespace

Status transferSharedTexts(const sqlite::Database& database) {
    if (const Status status = transferTexts(database, Kind::basis, "staged.basis_ids", "main.bases"); !status) {
        return status;
    }
    return transferTexts(database, Kind::note, "staged.note_ids", "main.notes");
}

}  // namespace adit::db

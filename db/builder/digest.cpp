#include "db/builder/digest.h"

#include "db/builder/sha1.h"

#include <bit>
#include <vector>

namespace adit::db {
namespace {

constexpr std::string_view definitionsSql =
    "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name";

void appendNumber(std::string& bytes, std::uint64_t number) {
    for (unsigned int shift = 0; shift < 64; shift += 8)
        bytes += static_cast<char>(number >> shift & 0xFFU);
}

void appendValue(std::string& bytes, const sqlite::Statement& row, int column) {
    const int type = row.type(column);
    bytes += static_cast<char>(type);
    if (type == SQLITE_INTEGER) {
        appendNumber(bytes, static_cast<std::uint64_t>(row.int64(column)));
    } else if (type == SQLITE_FLOAT) {
        appendNumber(bytes, std::bit_cast<std::uint64_t>(row.real(column)));
    } else {
        const std::string_view text = row.view(column);
        appendNumber(bytes, text.size());
        bytes += text;
    }
}

// Rows come in the order of the primary key, which is how they lie in the file.
Status addRows(Sha1& hash, const sqlite::Database& database, const std::string& sql) {
    sqlite::Statement row = database.prepare(sql);
    std::string bytes;
    while (row.next()) {
        bytes.clear();
        for (int column = 0; column < row.columnCount(); ++column)
            appendValue(bytes, row, column);
        hash.add(bytes);
    }
    return row.finish();
}

}  // namespace

Result<std::string> contentDigest(const sqlite::Database& database) {
    Sha1 hash;
    if (const Status status = addRows(hash, database, std::string(definitionsSql)); !status) return status.error();
    const auto tables = database.tables();
    if (!tables) return tables.error();
    for (const std::string& table : *tables) {
        hash.add(table);
        std::string sql = "SELECT * FROM \"" + table + '"';
        if (table == "dataset") sql += " WHERE key <> '" + std::string(digestKey) + '\'';
        if (const Status status = addRows(hash, database, sql); !status) return status.error();
    }
    return hash.hex();
}

}  // namespace adit::db

#include "db/builder/staging.h"

#include "db/builder/cells.h"

namespace adit::db {
namespace {

std::string tableSql(const File& file) {
    std::string sql = "CREATE TABLE staged.\"" + std::string(file.table) + "\" (line INTEGER";
    for (const Column& column : file.columns)
        sql += ", \"" + std::string(column.name) + '"';
    return sql + ");";
}

std::string insertSql(const File& file) {
    std::string sql = "INSERT INTO staged.\"" + std::string(file.table) + "\" VALUES (?";
    for (std::size_t c = 0; c < file.columns.size(); ++c)
        sql += ", ?";
    return sql + ")";
}

void bindValue(sqlite::Statement& insert, int parameter, const Value& value) {
    if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        insert.bind(parameter, *integer);
    } else if (const auto* real = std::get_if<double>(&value)) {
        insert.bind(parameter, *real);
    } else if (const auto* text = std::get_if<std::string_view>(&value)) {
        insert.bind(parameter, *text);
    } else {
        insert.bindNull(parameter);
    }
}

Status stageSheet(const sqlite::Database& database, const Sheet& sheet, Registers& registers, Problems& problems) {
    const auto columns = sheet.file().columns;
    sqlite::Statement insert = database.prepare(insertSql(sheet.file()));
    for (std::size_t row = 0; row < sheet.rowCount(); ++row) {
        insert.bind(1, static_cast<std::int64_t>(sheet.line(row)));
        for (std::size_t c = 0; c < columns.size(); ++c) {
            const bool lacking = !sheet.has(c) && columns[c].need != Need::optional;  // reported once, by its header
            const Value value = lacking ? Value() : valueOf(columns[c], sheet.cell(row, c), registers);
            if (const auto* refusal = std::get_if<Refusal>(&value)) {
                problems.error(sheet.place(row, c), refusal->rule, refusal->text);
            }
            bindValue(insert, static_cast<int>(c) + 2, value);
        }
        if (const Status status = insert.run(); !status) return status;
    }
    return insert.finish();
}

std::string keyOf(const File& file) {
    std::string key;
    for (const Column& column : file.columns) {
        if (column.key) key += (key.empty() ? "\"" : ", \"") + std::string(column.name) + '"';
    }
    return key;
}

// A key column that is missing altogether is reported by the header.
bool hasKey(const Sheet& sheet) {
    const auto columns = sheet.file().columns;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        if (columns[c].key && columns[c].need != Need::optional && !sheet.has(c)) return false;
    }
    return true;
}

Status findDuplicates(const sqlite::Database& database, const File& file, Problems& problems) {
    const std::string key = keyOf(file);
    sqlite::Statement select = database.prepare("SELECT line, first FROM (SELECT line, min(line) OVER (PARTITION BY " +
                                                key + ") AS first FROM staged.\"" + std::string(file.table) +
                                                "\") WHERE line <> first ORDER BY line");
    while (select.next()) {
        problems.error({std::string(file.name), static_cast<std::size_t>(select.int64(0)), {}}, "duplicate-key",
                       "the key stands in line " + select.text(1) + " too (" + key + ")");
    }
    return select.finish();
}

Status stageIds(const sqlite::Database& database, const std::string& table, const std::vector<std::string>& codes) {
    if (const Status status = database.run("CREATE TABLE staged." + table + " (id INTEGER PRIMARY KEY, code TEXT)");
        !status) {
        return status;
    }
    sqlite::Statement insert = database.prepare("INSERT INTO staged." + table + " VALUES (?, ?)");
    for (std::size_t id = 0; id < codes.size(); ++id) {
        insert.bind(1, static_cast<std::int64_t>(id));
        insert.bind(2, std::string_view(codes[id]));
        if (const Status status = insert.run(); !status) return status;
    }
    return insert.finish();
}

}  // namespace

Status stage(const sqlite::Database& database, const Folder& folder, Registers& registers, Problems& problems) {
    for (const File& file : files()) {
        if (const Status status = database.run(tableSql(file)); !status) return status;
    }
    for (const Sheet& sheet : folder.sheets) {
        const std::size_t before = problems.errorCount();
        if (const Status status = stageSheet(database, sheet, registers, problems); !status) return status;
        // Keys that could not be read would look alike.
        if (problems.errorCount() != before || !hasKey(sheet)) continue;
        if (const Status status = findDuplicates(database, sheet.file(), problems); !status) return status;
    }
    if (const Status status = stageIds(database, "economy_ids", registers.economies()); !status) return status;
    if (const Status status = stageIds(database, "mineral_ids", registers.minerals()); !status) return status;
    if (const Status status = stageIds(database, "source_ids", registers.sources()); !status) return status;
    if (const Status status = stageIds(database, "basis_ids", registers.bases.texts()); !status) return status;
    return stageIds(database, "note_ids", registers.notes.texts());
}

}  // namespace adit::db

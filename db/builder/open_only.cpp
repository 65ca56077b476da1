#include "db/builder/open_only.h"

#include "core/base/text.h"

#include <algorithm>

namespace adit::db {
namespace {

// Registers hold names, not figures: figures of open sources refer to them.
constexpr std::string_view stripMinerals =
    "UPDATE staged.minerals SET host_metals = NULL, uses = NULL, defence_uses = NULL, eol_rir = NULL, "
    "substitutability = NULL WHERE source_id IN (SELECT id FROM staged.closed)";

constexpr std::string_view stripPositions =
    "UPDATE staged.facilities SET lat = NULL, lon = NULL, position_source = NULL "
    "WHERE position_source IN (SELECT id FROM staged.closed)";

std::set<std::string> closedParts(const Folder& folder) {
    std::set<std::string> closed;
    const Sheet& sheet = *folder.sheet("sources.csv");
    const std::size_t id = *sheet.file().column("source_id");
    const std::size_t terms = *sheet.file().column("redistribution");
    for (std::size_t row = 0; row < sheet.rowCount(); ++row) {
        if (sheet.cell(row, terms) != "open") closed.emplace(sheet.cell(row, id));
    }
    return closed;
}

Result<std::int64_t> change(const sqlite::Database& database, const std::string& sql) {
    if (const Status status = database.run(sql); !status) return status.error();
    return database.number("SELECT changes()");
}

// Parts and scenarios go with their item, which stands before them in the format.
std::string removeSql(const File& file) {
    std::string sql =
        "DELETE FROM staged.\"" + std::string(file.table) + "\" WHERE source_id IN (SELECT id FROM staged.closed)";
    if (file.column("item") && file.table != "end_items") sql += " OR item NOT IN (SELECT item FROM staged.end_items)";
    return sql;
}

Result<TableCount> keepOpen(const sqlite::Database& database, const File& file) {
    TableCount count{std::string(file.table), 0, 0, 0};
    std::string_view strip;
    if (file.table == "minerals") strip = stripMinerals;
    if (file.table == "facilities") strip = stripPositions;
    if (file.table != "minerals") {
        const auto removed = change(database, removeSql(file));
        if (!removed) return removed.error();
        count.leftOut = *removed;
    }
    if (!strip.empty()) {
        const auto stripped = change(database, std::string(strip));
        if (!stripped) return stripped.error();
        count.stripped = *stripped;
    }
    return count;
}

}  // namespace

std::set<int> closedSources(const Folder& folder, const Registers& registers) {
    const std::set<std::string> closed = closedParts(folder);
    std::set<int> ids;
    for (const std::string& source : registers.sources()) {
        const auto parts = text::split(source, ';');
        const bool anyClosed = std::any_of(parts.begin(), parts.end(),
                                           [&](std::string_view part) { return closed.contains(std::string(part)); });
        if (anyClosed) ids.insert(*registers.source(source));
    }
    return ids;
}

Result<std::vector<TableCount>> keepOpenOnly(const sqlite::Database& database, const std::set<int>& closed) {
    if (const Status status = database.run("CREATE TABLE staged.closed (id INTEGER PRIMARY KEY)"); !status) {
        return status.error();
    }
    sqlite::Statement insert = database.prepare("INSERT INTO staged.closed VALUES (?)");
    for (const int id : closed) {
        insert.bind(1, std::int64_t{id});
        if (const Status status = insert.run(); !status) return status.error();
    }
    std::vector<TableCount> counts;
    for (const File& file : files()) {
        if (!file.columnOf(Kind::source)) continue;
        const auto count = keepOpen(database, file);
        if (!count) return count.error();
        counts.push_back(*count);
    }
    return counts;
}

}  // namespace adit::db

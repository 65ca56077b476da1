#include "db/builder/open_only.h"

#include "core/base/text.h"

#include <algorithm>

namespace adit::db {
namespace {

// Registers hold names, not figures: figures of open sources refer to them.
constexpr std::string_view stripMinerals =
    "UPDATE staged.minerals SET host_metals = NULL, uses = NULL, defence_uses = NULL, eol_rir = NULL, "
    "substitutability = NULL WHERE source_id IN (SELECT id FROM staged.closed)";

// Parts and scenarios go with their item.
constexpr std::string_view dropOrphans =
    "DELETE FROM staged.end_item_parts WHERE item NOT IN (SELECT item FROM staged.end_items);"
    "DELETE FROM staged.end_item_scenarios WHERE item NOT IN (SELECT item FROM staged.end_items);";

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

Result<std::int64_t> countOf(const sqlite::Database& database, std::string_view table) {
    return database.number("SELECT count(*) FROM staged.\"" + std::string(table) + '"');
}

Result<TableCount> keepOpen(const sqlite::Database& database, const File& file) {
    TableCount count{std::string(file.table), 0, 0, 0};
    const auto before = countOf(database, file.table);
    if (!before) return before.error();
    const bool isMinerals = file.table == "minerals";
    const std::string remove =
        "DELETE FROM staged.\"" + count.table + "\" WHERE source_id IN (SELECT id FROM staged.closed)";
    const Status status = database.run(isMinerals ? std::string(stripMinerals) : remove);
    if (!status) return status.error();
    const auto changed = database.number("SELECT changes()");
    if (!changed) return changed.error();
    count.rows = *before;
    (isMinerals ? count.stripped : count.leftOut) = *changed;
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
    if (const Status status = database.run(std::string(dropOrphans)); !status) return status.error();
    return counts;
}

}  // namespace adit::db

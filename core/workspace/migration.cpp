#include "core/workspace/migration.h"

#include "core/sqlite/transaction.h"

#include <filesystem>
#include <string>

namespace adit::workspace {
namespace {

namespace fs = std::filesystem;

Error refuse(const sqlite::Database& database, std::string text) {
    return {ErrorCode::wrongVersion, std::move(text), {database.file().string(), 0, {}}};
}

// Every format keeps in `meta` the name of the first version that reads it.
std::string neededBy(const sqlite::Database& database) {
    sqlite::Statement select = database.prepare("SELECT value FROM meta WHERE key = 'needs'");
    return select.next() ? select.text(0) : "a newer Adit";
}

Status takeStep(const sqlite::Database& database, std::string_view sql, std::int64_t format) {
    auto transaction = sqlite::Transaction::begin(database);
    if (!transaction) return transaction.error();
    if (const Status status = database.run(std::string(sql)); !status) return status;
    if (const Status status = database.foreignKeyCheck(); !status) return status;
    const Status numbered = database.run("PRAGMA user_version = " + std::to_string(format));
    if (!numbered) return numbered;
    return transaction->commit();
}

// "NAME.v1.adit", or the next free name.
fs::path nameForCopy(const fs::path& file, std::int64_t format) {
    const std::string stem = (file.parent_path() / file.stem()).string() + ".v" + std::to_string(format);
    fs::path name = stem + file.extension().string();
    for (int i = 2; fs::exists(name); ++i)
        name = stem + "-" + std::to_string(i) + file.extension().string();
    return name;
}

}  // namespace

Status checkIdentity(const sqlite::Database& database, Steps steps) {
    const auto program = database.number("PRAGMA application_id");
    if (!program) return program.error();
    if (*program != applicationId)
        return refuse(database, "this is an SQLite file of another program, not an Adit workspace; choose another one");
    const auto format = database.number("PRAGMA user_version");
    if (!format) return format.error();
    if (*format > static_cast<std::int64_t>(steps.size())) {
        return refuse(database, "this workspace needs " + neededBy(database) + " (it has format " +
                                    std::to_string(*format) + ", this program knows up to " +
                                    std::to_string(steps.size()) + "); nothing was changed");
    }
    if (*format >= 1) return Done{};
    return {
        {ErrorCode::damaged, "the workspace has no format number; restore a copy", {database.file().string(), 0, {}}}};
}

Status migrate(const sqlite::Database& database, Steps steps) {
    const auto format = database.number("PRAGMA user_version");
    if (!format) return format.error();
    // Only outside of a transaction; a step may take a table away that others refer to until it is back.
    if (const Status status = database.run("PRAGMA foreign_keys = OFF"); !status) return status;
    for (std::int64_t i = *format; i < static_cast<std::int64_t>(steps.size()); ++i) {
        const Status status = takeStep(database, steps[static_cast<std::size_t>(i)], i + 1);
        if (!status) return status;
    }
    return database.run("PRAGMA foreign_keys = ON");
}

Status migrateWithCopy(const sqlite::Database& database, Steps steps) {
    const auto format = database.number("PRAGMA user_version");
    if (!format) return format.error();
    if (*format == static_cast<std::int64_t>(steps.size())) return Done{};
    if (const Status status = database.copyTo(nameForCopy(database.file(), *format)); !status) return status;
    return migrate(database, steps);
}

}  // namespace adit::workspace

#include "db/builder/build.h"

#include "core/base/target_file.h"
#include "db/builder/digest.h"
#include "db/builder/folder.h"
#include "db/builder/open_only.h"
#include "db/builder/registers.h"
#include "db/builder/scripts.h"
#include "db/builder/staging.h"
#include "db/builder/transfer.h"

#include <algorithm>

namespace adit::db {
namespace {

Status runChecks(const sqlite::Database& database, Severity severity, Problems& problems) {
    for (const Check& check : checks()) {
        if (check.severity() != severity) continue;
        sqlite::Statement select = database.prepare(check.sql);
        while (select.next()) {
            const auto line = static_cast<std::size_t>(select.int64(1));
            if (severity == Severity::error) {
                problems.error({select.text(0), line, select.text(2)}, check.rule, select.text(3));
            } else {
                problems.warning(select.view(0), line, check.rule, select.text(3));
            }
        }
        if (const Status status = select.finish(); !status) return status;
    }
    return Done{};
}

// The value of a key of dataset.csv; an error where it is missing.
std::string metadata(const Folder& folder, std::string_view key, Problems& problems) {
    const Sheet* sheet = folder.sheet("dataset.csv");
    for (std::size_t row = 0; sheet != nullptr && row < sheet->rowCount(); ++row) {
        if (sheet->cell(row, 0) == key) return std::string(sheet->cell(row, 1));
    }
    problems.error({"dataset.csv", 0, "key"}, "missing-key", "the key \"" + std::string(key) + "\" is missing");
    return {};
}

void checkMetadata(const Folder& folder, Problems& problems) {
    if (folder.sheet("dataset.csv") == nullptr) return;  // reported as a missing file
    for (const char* key : {"edition", "title", "licence_note"})
        metadata(folder, key, problems);
    const std::string format = metadata(folder, "format", problems);
    if (format.empty() || format == std::to_string(formatVersion)) return;
    problems.error({"dataset.csv", 0, "value"}, "format",
                   "the folder has format " + format + "; this program reads format " + std::to_string(formatVersion));
}

Status writeWarnings(const sqlite::Database& database, const std::vector<Warning>& warnings) {
    sqlite::Statement insert =
        database.prepare("INSERT INTO main.warnings (file, line, rule, text) VALUES (?, ?, ?, ?)");
    for (const Warning& warning : warnings) {
        insert.bind(1, std::string_view(warning.file));
        insert.bind(2, static_cast<std::int64_t>(warning.line));
        insert.bind(3, std::string_view(warning.rule));
        insert.bind(4, std::string_view(warning.text));
        if (const Status status = insert.run(); !status) return status;
    }
    return insert.finish();
}

Status writeKey(const sqlite::Database& database, std::string_view key, std::string_view value) {
    sqlite::Statement insert = database.prepare("INSERT OR REPLACE INTO main.dataset VALUES (?, ?)");
    insert.bind(1, key);
    insert.bind(2, value);
    return insert.run();
}

// The digest comes last: it covers all that was written before.
Status writeIdentity(const sqlite::Database& database, const BuildReport& report, Selection selection) {
    const std::string_view kept = selection == Selection::openOnly ? "open" : "all";
    if (const Status status = writeKey(database, "edition", report.edition); !status) return status;
    if (const Status status = writeKey(database, "edition_hash", report.hash); !status) return status;
    if (const Status status = writeKey(database, "selection", kept); !status) return status;
    const auto digest = contentDigest(database);
    if (!digest) return digest.error();
    return writeKey(database, digestKey, *digest);
}

Result<std::vector<TableCount>> countRows(const sqlite::Database& database, std::vector<TableCount> counts) {
    for (const File& file : files()) {
        const auto rows = database.number("SELECT count(*) FROM staged.\"" + std::string(file.table) + '"');
        if (!rows) return rows.error();
        const auto known =
            std::find_if(counts.begin(), counts.end(), [&](const TableCount& c) { return c.table == file.table; });
        if (known == counts.end()) {
            counts.push_back({std::string(file.table), *rows, 0, 0});
        } else {
            known->rows = *rows;
        }
    }
    return counts;
}

bool registersAreReadable(const Folder& folder, const Problems& problems) {
    const auto concerns = [](const Problem& p, std::string_view file) { return p.place.file == file; };
    for (const std::string_view file : {"sources.csv", "economies.csv", "bloc_names.csv", "minerals.csv"}) {
        const auto& errors = problems.errors();
        if (fileNamed(file).required && folder.sheet(file) == nullptr) return false;
        if (std::any_of(errors.begin(), errors.end(), [&](const Problem& p) { return concerns(p, file); }))
            return false;
    }
    return true;
}

class Builder {
public:
    Builder(const std::filesystem::path& folder, const std::filesystem::path& target, Selection selection)
        : m_folder(folder), m_target(target), m_selection(selection) {}

    BuildOutcome run() {
        if (const Status status = build(); !status) {
            const Error& error = status.error();
            m_outcome.problems.error(error.place, "file", error.text);
        }
        return std::move(m_outcome);
    }

private:
    Status build() {
        auto folder = readFolder(m_folder, m_outcome.problems);
        if (!folder) return folder.error();
        checkMetadata(*folder, m_outcome.problems);
        auto target = TargetFile::beside(m_target);
        if (!target) return target.error();
        {
            auto database = sqlite::Database::openForBuilding(target->path());
            if (!database) return renamed(database.error());
            if (const Status status = fill(*database, *folder); !status) return renamed(status.error());
        }
        return m_outcome.built() ? target->commit() : Status(Done{});
    }

    // Readers know the file by the name they gave.
    Error renamed(Error error) const {
        error.place.file = m_target.string();
        return error;
    }

    Status fill(const sqlite::Database& database, const Folder& folder) {
        Problems& problems = m_outcome.problems;
        // Speed, not safety: the file is thrown away unless it is finished and flushed.
        if (const Status status = database.run("PRAGMA synchronous = OFF; ATTACH ':memory:' AS staged;"); !status) {
            return status;
        }
        if (const Status status = database.run(std::string(schemaSql)); !status) return status;
        if (const Status status = database.run("BEGIN"); !status) return status;
        if (!registersAreReadable(folder, problems)) return Done{};  // every code would look unknown
        Registers registers(folder, problems);
        if (const Status status = stage(database, folder, registers, problems); !status) return status;
        if (problems.hasErrors()) return Done{};
        if (const Status status = runChecks(database, Severity::error, problems); !status) return status;
        if (problems.hasErrors()) return Done{};
        return keep(database, folder, registers);
    }

    Status keep(const sqlite::Database& database, const Folder& folder, const Registers& registers) {
        BuildReport& report = m_outcome.report;
        Problems& problems = m_outcome.problems;
        report.edition = metadata(folder, "edition", problems);
        report.hash = folder.hash;
        if (m_selection == Selection::openOnly) {
            report.edition += "-open";
            auto counts = keepOpenOnly(database, closedSources(folder, registers));
            if (!counts) return counts.error();
            report.tables = *std::move(counts);
        }
        auto counts = countRows(database, std::move(report.tables));
        if (!counts) return counts.error();
        report.tables = *std::move(counts);
        if (const Status status = runChecks(database, Severity::warning, problems); !status) return status;
        if (const Status status = transfer(database, registers); !status) return status;
        if (const Status status = writeWarnings(database, problems.warnings()); !status) return status;
        if (const Status status = writeIdentity(database, report, m_selection); !status) return status;
        return database.run("COMMIT");
    }

    std::filesystem::path m_folder;
    std::filesystem::path m_target;
    Selection m_selection;
    BuildOutcome m_outcome;
};

}  // namespace

BuildOutcome build(const std::filesystem::path& folder, const std::filesystem::path& target, Selection selection) {
    return Builder(folder, target, selection).run();
}

}  // namespace adit::db

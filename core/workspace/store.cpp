#include "core/workspace/store.h"

#include "core/base/text.h"
#include "core/sqlite/transaction.h"
#include "core/workspace/migration.h"
#include "core/workspace/rows.h"

#include <array>
#include <sys/stat.h>

namespace adit::workspace {
namespace {

namespace fs = std::filesystem;

const std::array<const TableShape*, 5> contentTables{&tables::assumptions, &tables::measures, &tables::blocs,
                                                     &tables::documents, &tables::view};

Error refuse(ErrorCode code, const fs::path& file, std::string text) {
    return {code, std::move(text), {file.string(), 0, {}}};
}

// The message of the database with the advice that fits a workspace.
Error advised(Error error, const fs::path& file) {
    error.place.file = file.string();
    const std::string what = error.text.substr(0, error.text.rfind("; "));
    if (error.code == ErrorCode::damaged)
        error.text = what + "; save what can be read to a new file, or restore a copy";
    if (error.code == ErrorCode::unreadable) error.text = what + "; check that it is an Adit workspace and readable";
    return error;
}

Error notSaved(Error error, const fs::path& file) {
    error.place.file = file.string();
    error.text = "the change was not saved: " + error.text;
    return error;
}

Status prepare(const sqlite::Database& database, Access access) {
    if (const Status status = checkIdentity(database); !status) return status;
    if (const Status status = database.integrityCheck(); !status) return status;
    if (access == Access::write) return migrateWithCopy(database);
    const auto format = database.number("PRAGMA user_version");
    if (!format) return format.error();
    if (*format == static_cast<std::int64_t>(formatSteps().size())) return Done{};
    return refuse(ErrorCode::wrongVersion, database.file(),
                  "this workspace is of an older version and cannot be written here; copy it to a folder that can be");
}

Status writeContents(const sqlite::Database& database, const Contents& contents) {
    RowWriter writer(database);
    const auto putAll = [&](const auto& map, const auto& editOf) -> Status {
        for (const auto& [key, value] : map)
            if (const Status status = writer.apply(Edit(editOf(key, value))); !status) return status;
        return Done{};
    };
    const Workspace& w = contents.workspace;
    const auto setAssumption = [](const auto& k, const auto& v) { return SetAssumption{k, v}; };
    const auto setMeasure = [](const auto& k, const auto& v) { return SetMeasure{k, v}; };
    const auto setBloc = [](const auto& k, const auto& v) { return SetBloc{k, v}; };
    const auto setDocument = [](const auto& k, const auto& v) { return SetDocument{k, v}; };
    const auto setView = [](const auto& k, const auto& v) { return SetView{k, v}; };
    if (const Status status = putAll(w.assumptions, setAssumption); !status) return status;
    if (const Status status = putAll(w.measures, setMeasure); !status) return status;
    if (const Status status = putAll(w.blocs, setBloc); !status) return status;
    if (const Status status = putAll(w.documents, setDocument); !status) return status;
    if (const Status status = putAll(w.view, setView); !status) return status;
    for (const HistoryEntry& entry : contents.history)
        if (const Status status = writer.put(tables::history, recordOf(entry)); !status) return status;
    return Done{};
}

Status fill(const fs::path& file, const Contents& contents) {
    const auto database = sqlite::Database::openForBuilding(file);
    if (!database) return database.error();
    if (const Status status = migrate(*database); !status) return status;
    auto transaction = sqlite::Transaction::begin(*database);
    if (!transaction) return transaction.error();
    if (const Status status = writeContents(*database, contents); !status) return status;
    return transaction->commit();
}

// A journal without its file, or of another one, would be played back into the new file.
Status checkNoJournal(const fs::path& file) {
    fs::path journal = file;
    journal += "-journal";
    std::error_code code;
    if (fs::file_size(journal, code) == 0 || code) return Done{};
    return refuse(ErrorCode::badInput, file,
                  "beside it lies " + journal.filename().string() +
                      ", an unfinished change of an earlier file of this name; choose another name, or open that file");
}

}  // namespace

Status checkIsFile(const fs::path& file) {
    std::error_code code;
    const fs::file_status status = fs::status(file, code);
    if (status.type() == fs::file_type::not_found) return refuse(ErrorCode::notFound, file, "there is no such file");
    if (fs::is_directory(status)) return refuse(ErrorCode::badInput, file, "this is a folder, not a workspace file");
    if (!fs::is_regular_file(status)) return refuse(ErrorCode::badInput, file, "this is not a regular file");
    if (fs::file_size(file, code) == 0 && !code)
        return refuse(ErrorCode::damaged, file, "the file is empty; restore a copy, or make a new workspace");
    return Done{};
}

Result<Store::Identity> Store::identityOf(const fs::path& file) {
    struct stat state {};
    if (::stat(file.c_str(), &state) == 0) return Identity{state.st_dev, state.st_ino};
    return refuse(ErrorCode::replaced, file,
                  "the file was deleted or moved, or its drive is gone; save the workspace as a new file");
}

Result<Store> Store::open(const fs::path& file, Access access) {
    if (const Status status = checkIsFile(file); !status) return status.error();
    const auto identity = identityOf(file);
    if (!identity) return identity.error();
    auto database =
        access == Access::write ? sqlite::Database::openForEditing(file) : sqlite::Database::openForReading(file);
    if (!database) return advised(database.error(), file);
    if (const Status status = prepare(*database, access); !status) return advised(status.error(), file);
    return Store(std::move(*database), *identity, access);
}

Result<Contents> Store::load() {
    Contents contents;
    if (const Status status = m_database.run("BEGIN"); !status) return advised(status.error(), m_file);
    auto loaded = read();
    if (const Status status = m_database.run("COMMIT"); !status && loaded) return advised(status.error(), m_file);
    if (!loaded) return advised(loaded.error(), m_file);
    return loaded;
}

Result<Contents> Store::read() {
    Contents contents;
    const auto revision = m_database.number("SELECT value FROM meta WHERE key = 'revision'");
    if (!revision) return revision.error();
    m_revision = *revision;
    for (const TableShape* table : contentTables) {
        const auto records = readRows(m_database, *table);
        if (!records) return records.error();
        for (const Record& record : *records) {
            const auto edit = editFrom(*table, record);
            if (!edit) return edit.error();
            if (const auto put = applyTo(contents.workspace, *edit); !put) return put.error();
        }
    }
    const auto steps = readRows(m_database, tables::history);
    if (!steps) return steps.error();
    for (const Record& record : *steps) {
        auto entry = entryFrom(record);
        if (!entry) return entry.error();
        contents.history.push_back(std::move(*entry));
    }
    return contents;
}

Status Store::isOurs() const {
    const auto now = identityOf(m_file);
    if (!now) return now.error();
    if (*now == m_identity) return Done{};
    return refuse(ErrorCode::replaced, m_file, "another file was put in its place; save the workspace as a new file");
}

Status Store::checkRevision() const {
    const auto revision = m_database.number("SELECT value FROM meta WHERE key = 'revision'");
    if (!revision) return revision.error();
    if (*revision == m_revision) return Done{};
    return refuse(ErrorCode::replaced, m_file,
                  "another program has changed the file meanwhile; save the workspace as a new file, or open it again");
}

Status Store::write(std::span<const Edit> edits, const HistoryChange& history) const {
    RowWriter writer(m_database);
    for (const Edit& edit : edits)
        if (const Status status = writer.apply(edit); !status) return status;
    for (const std::int64_t number : history.remove)
        if (const Status status = writer.remove(tables::history, {number}); !status) return status;
    for (const HistoryEntry& entry : history.put)
        if (const Status status = writer.put(tables::history, recordOf(entry)); !status) return status;
    sqlite::Statement revision = m_database.prepare("UPDATE meta SET value = ? WHERE key = 'revision'");
    const std::string next = std::to_string(m_revision + 1);
    revision.bind(1, std::string_view(next));
    return revision.run();
}

Status Store::save(std::span<const Edit> edits, const HistoryChange& history) {
    if (const Status status = isOurs(); !status) return notSaved(status.error(), m_file);
    auto transaction = sqlite::Transaction::begin(m_database);
    if (!transaction) return notSaved(transaction.error(), m_file);
    if (const Status status = checkRevision(); !status) return notSaved(status.error(), m_file);
    if (const Status status = write(edits, history); !status) return notSaved(status.error(), m_file);
    if (const Status status = transaction->commit(); !status) return notSaved(status.error(), m_file);
    ++m_revision;
    // A file that went away while it was written took the change with it.
    if (const Status status = isOurs(); !status) return notSaved(status.error(), m_file);
    return Done{};
}

void Store::tidy() const {
    // The journal's name belongs to whatever file has ours now.
    if (m_access == Access::write && isOurs()) (void)m_database.run("PRAGMA journal_mode = DELETE");
}

Status writeNew(const fs::path& file, const Contents& contents, IfExists ifExists) {
    if (const Status status = checkNoJournal(file); !status) return status;
    auto target = TargetFile::beside(file);
    if (!target) return target.error();
    if (const Status status = fill(target->path(), contents); !status) {
        Error error = status.error();
        error.place.file = file.string();
        return error;
    }
    return target->commit(ifExists);
}

}  // namespace adit::workspace

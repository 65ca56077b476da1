// The file of a workspace: read whole when it is opened, then only the rows that an edit touches are written.
#pragma once

#include "core/base/target_file.h"
#include "core/sqlite/database.h"
#include "core/workspace/history.h"

#include <filesystem>
#include <span>
#include <sys/types.h>

namespace adit::workspace {

struct Contents {
    Workspace workspace;
    History history;
    bool operator==(const Contents&) const = default;
};

enum class Access { write, read };

class Store {
public:
    // Refuses what is no workspace, is damaged or needs a newer program. An older file is brought up to date, with a
    // copy of it left beside.
    static Result<Store> open(const std::filesystem::path& file, Access access);

    Result<Contents> load();
    // One transaction, on the disk when it returns. Refuses when the file was deleted, replaced or changed meanwhile.
    Status save(std::span<const Edit> edits, const HistoryChange& history);
    // Takes the empty journal away; what stays is one file. To be called last.
    void tidy() const;

private:
    struct Identity {
        dev_t device = 0;
        ino_t number = 0;
        bool operator==(const Identity&) const = default;
    };
    Store(sqlite::Database database, Identity identity, Access access)
        : m_database(std::move(database)), m_file(m_database.file()), m_identity(identity), m_access(access) {}
    static Result<Identity> identityOf(const std::filesystem::path& file);
    Result<Contents> read();
    Status isOurs() const;
    Status checkRevision() const;
    Status write(std::span<const Edit> edits, const HistoryChange& history) const;

    sqlite::Database m_database;
    std::filesystem::path m_file;
    Identity m_identity;
    Access m_access;
    std::int64_t m_revision = 0;
};

// Refuses what is not there, a folder, an empty file.
Status checkIsFile(const std::filesystem::path& file);

// A new file with these contents, whole or not at all.
Status writeNew(const std::filesystem::path& file, const Contents& contents, IfExists ifExists);

}  // namespace adit::workspace

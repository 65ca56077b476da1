#include "core/dataset/open.h"

#include <string>

namespace adit::dataset {
namespace {

namespace fs = std::filesystem;

Error refuse(ErrorCode code, const fs::path& file, std::string text) {
    return {code, std::move(text), {file.string(), 0, {}}};
}

Status checkIdentity(const sqlite::Database& database) {
    const auto program = database.number("PRAGMA application_id");
    if (!program) return program.error();
    if (*program != applicationId) {
        return refuse(ErrorCode::wrongVersion, database.file(),
                      "this is an SQLite file of another program, not an Adit dataset; choose another one");
    }
    const auto version = database.number("PRAGMA user_version");
    if (!version) return version.error();
    if (*version == schemaVersion) return Done{};
    const bool newer = *version > schemaVersion;
    return refuse(ErrorCode::wrongVersion, database.file(),
                  "the dataset has schema version " + std::to_string(*version) + ", this program reads version " +
                      std::to_string(schemaVersion) + (newer ? "; use a newer Adit" : "; build the dataset again"));
}

}  // namespace

Result<sqlite::Database> open(const fs::path& file) {
    std::error_code code;
    const fs::file_status status = fs::status(file, code);
    if (status.type() == fs::file_type::not_found) {
        return refuse(ErrorCode::notFound, file, "there is no such file");
    }
    if (fs::is_directory(status)) return refuse(ErrorCode::badInput, file, "this is a folder, not a dataset file");
    if (!fs::is_regular_file(status)) return refuse(ErrorCode::badInput, file, "this is not a regular file");
    if (fs::file_size(file, code) == 0 && !code) {
        return refuse(ErrorCode::unreadable, file, "the file is empty; build the dataset again");
    }
    auto database = sqlite::Database::openImmutable(file);
    if (!database) return database;
    if (const Status identity = checkIdentity(*database); !identity) return identity.error();
    return database;
}

}  // namespace adit::dataset

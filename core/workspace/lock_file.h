// Who has a workspace open for writing: NAME.adit.lock, a small text with the holder, locked by the operating system
// for as long as the holder lives. SQLite's own locks stay the guard of each change; this one lasts for a session, so
// that a second program learns at once that it may only read.
//
// A lock of the system vanishes with its program, whatever ends it, so that on one computer nothing is ever stale.
// Between computers some shares do not pass such locks on: a file that names another computer counts as held until
// the user says otherwise.
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace adit::workspace {

struct Holder {
    std::string user;
    std::string host;
    std::int64_t process = 0;
    std::string since;  // ISO 8601, UTC
    bool operator==(const Holder&) const = default;
};
std::string describe(const Holder& holder);  // "anna on desk7 (process 4711), since 2026-01-31T12:00:00Z"

// What to do with a file that a program on another computer seems to hold. A program that is known to be alive is
// never pushed aside.
enum class IfHeld { readOnly, takeOver };

class LockFile {
public:
    // The lock, or who else has it.
    static Result<std::variant<LockFile, Holder>> acquire(const std::filesystem::path& workspace,
                                                          const std::string& now, IfHeld ifHeld);
    // Who has it now, for a message; nothing is locked.
    static std::optional<Holder> holderOf(const std::filesystem::path& workspace);
    static std::filesystem::path nameFor(const std::filesystem::path& workspace);

    LockFile(LockFile&& other) noexcept
        : m_path(std::move(other.m_path)), m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    LockFile& operator=(LockFile&&) = delete;
    ~LockFile();  // takes the file away

private:
    LockFile(std::filesystem::path path, int descriptor) : m_path(std::move(path)), m_descriptor(descriptor) {}
    std::filesystem::path m_path;
    int m_descriptor;
};

}  // namespace adit::workspace

#include "core/base/target_file.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <fstream>
#include <string_view>
#include <unistd.h>
#include <utility>

namespace adit {
namespace {

namespace fs = std::filesystem;

Error refuse(ErrorCode code, const fs::path& file, std::string text) {
    return {code, std::move(text), {file.string(), 0, {}}};
}

bool mayBeReplaced(const fs::path& file) {
    constexpr std::string_view magic = "SQLite format 3";
    std::array<char, magic.size()> head{};
    std::ifstream in(file, std::ios::binary);
    in.read(head.data(), head.size());
    return in.gcount() == 0 || std::string_view(head.data(), head.size()) == magic;
}

Error writeError(const fs::path& file, int code) {
    const std::string reason = std::generic_category().message(code);
    if (code == ENOSPC || code == EDQUOT) {
        return refuse(ErrorCode::full, file, "the disk is full; free some space and try again");
    }
    return refuse(ErrorCode::full, file, "the file cannot be written (" + reason + "); choose another place");
}

// The errno of the failure, 0 for none.
int moveTo(const fs::path& from, const fs::path& to, IfExists ifExists) {
    if (ifExists == IfExists::refuse) {
        if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return 0;
        // A file system that cannot do both at once: look first.
        if (errno != EINVAL && errno != ENOSYS) return errno;
        std::error_code ignored;
        if (fs::exists(to, ignored)) return EEXIST;
    }
    return ::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
}

// So that the name outlives a power cut; what a file system cannot do here is no failure of the file.
void syncFolder(const fs::path& file) {
    const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return;
    (void)::fsync(descriptor);
    ::close(descriptor);
}

}  // namespace

TargetFile::TargetFile(fs::path target, fs::path temporary)
    : m_target(std::move(target)), m_temporary(std::move(temporary)) {}

TargetFile::TargetFile(TargetFile&& other) noexcept
    : m_target(std::move(other.m_target)), m_temporary(std::exchange(other.m_temporary, fs::path())) {}

TargetFile::~TargetFile() {
    std::error_code ignored;
    if (!m_temporary.empty()) fs::remove(m_temporary, ignored);
}

Result<TargetFile> TargetFile::beside(const fs::path& target) {
    std::error_code code;
    if (fs::is_directory(target, code)) {
        return refuse(ErrorCode::badInput, target, "this is a folder; name a file to write");
    }
    if (fs::exists(target, code) && !mayBeReplaced(target)) {
        return refuse(ErrorCode::badInput, target,
                      "this is a file of another program and is not overwritten; name another");
    }
    fs::path temporary = target;
    temporary += ".part-" + std::to_string(::getpid());
    fs::remove(temporary, code);
    const int descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor < 0) return writeError(target, errno);
    ::close(descriptor);
    return TargetFile(target, std::move(temporary));
}

Status TargetFile::commit(IfExists ifExists) {
    const int descriptor = ::open(m_temporary.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return writeError(m_target, errno);
    const int failed = ::fsync(descriptor) == 0 ? 0 : errno;
    ::close(descriptor);
    if (failed != 0) return writeError(m_target, failed);
    if (const int code = moveTo(m_temporary, m_target, ifExists); code != 0) {
        if (code == EEXIST) return refuse(ErrorCode::badInput, m_target, "there is a file of this name; name another");
        return writeError(m_target, code);
    }
    m_temporary.clear();
    syncFolder(m_target);
    return Done{};
}

}  // namespace adit

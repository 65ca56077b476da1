#include "db/builder/target_file.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <string_view>
#include <unistd.h>
#include <utility>

namespace adit::db {
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
        return refuse(ErrorCode::badInput, target, "this file is not a dataset and is not overwritten; name another");
    }
    fs::path temporary = target;
    temporary += ".part-" + std::to_string(::getpid());
    fs::remove(temporary, code);
    const int descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor < 0) return writeError(target, errno);
    ::close(descriptor);
    return TargetFile(target, std::move(temporary));
}

Status TargetFile::commit() {
    const int descriptor = ::open(m_temporary.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return writeError(m_target, errno);
    const int failed = ::fsync(descriptor) == 0 ? 0 : errno;
    ::close(descriptor);
    if (failed != 0) return writeError(m_target, failed);
    std::error_code code;
    fs::rename(m_temporary, m_target, code);
    if (code) return writeError(m_target, code.value());
    m_temporary.clear();
    return Done{};
}

}  // namespace adit::db

// A file that comes into being whole or not at all: written beside its place, moved there at the end.
#pragma once

#include "core/base/result.h"

#include <filesystem>

namespace adit {

enum class IfExists { refuse, replace };

class TargetFile {
public:
    // Refuses a folder, and a file that is something other than SQLite.
    static Result<TargetFile> beside(const std::filesystem::path& target);

    TargetFile(TargetFile&& other) noexcept;
    TargetFile& operator=(TargetFile&&) = delete;
    ~TargetFile();

    const std::filesystem::path& path() const { return m_temporary; }
    // To the disk, then to its name.
    Status commit(IfExists ifExists = IfExists::replace);

private:
    TargetFile(std::filesystem::path target, std::filesystem::path temporary);
    std::filesystem::path m_target;
    std::filesystem::path m_temporary;
};

}  // namespace adit

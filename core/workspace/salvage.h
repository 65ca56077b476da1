// Saving what is still readable of a damaged workspace file into a new one. The damaged file is not touched.
#pragma once

#include "core/base/result.h"
#include "core/workspace/session.h"

#include <filesystem>

namespace adit::workspace {

struct Salvaged {
    std::size_t assumptions = 0;
    std::size_t measures = 0;
    std::size_t blocs = 0;
    std::size_t documents = 0;
    std::size_t fromHistory = 0;   // of these, such as only their last change still held
    std::size_t damagedPages = 0;  // of the file
    std::size_t damagedRows = 0;   // whose content does not fit its seal
    bool operator==(const Salvaged&) const = default;
};

// Refuses when nothing can be read at all, and when `target` exists.
Result<Salvaged> salvage(const std::filesystem::path& damaged, const std::filesystem::path& target, const Clock& clock);
std::string describe(const Salvaged& salvaged);

}  // namespace adit::workspace

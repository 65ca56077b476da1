// Saving what is still readable of a damaged workspace file into a new one. The damaged file is not touched.
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>

namespace adit::workspace {

struct Salvaged {
    std::size_t assumptions = 0;
    std::size_t measures = 0;
    std::size_t blocs = 0;
    std::size_t documents = 0;
    std::size_t steps = 0;         // of the history; none where some of them are lost
    std::size_t fromHistory = 0;   // things of which only the last change was left
    std::size_t damagedPages = 0;  // of the file
    std::size_t damagedRows = 0;   // that could be read, but do not fit their seal
    bool operator==(const Salvaged&) const = default;
};

// Refuses when nothing can be read at all, and when `target` exists.
Result<Salvaged> salvage(const std::filesystem::path& damaged, const std::filesystem::path& target);
// "412 assumptions, 3 own measures ... were saved; ..."
std::string describe(const Salvaged& salvaged);

}  // namespace adit::workspace

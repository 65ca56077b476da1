// Which dataset files SQLite has already checked through and through: that takes as long as reading them, so it is
// done on first use and again when the file has changed. Kept as small notes in the user's cache folder; where none
// can be written, every use is the first.
#pragma once

#include <filesystem>

namespace adit::dataset {

// The file has the size, time and inode that it had when it was found sound.
bool wasFoundSound(const std::filesystem::path& file);
void rememberSound(const std::filesystem::path& file);

}  // namespace adit::dataset

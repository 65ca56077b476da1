#include "core/dataset/checked.h"

#include <cstdlib>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>
#include <sys/stat.h>

namespace adit::dataset {
namespace {

namespace fs = std::filesystem;

// XDG base directories; empty where the user has no home.
fs::path cacheFolder() {
    const char* cache = std::getenv("XDG_CACHE_HOME");
    if (cache != nullptr && *cache == '/') return fs::path(cache) / "adit";
    const char* home = std::getenv("HOME");
    if (home != nullptr && *home == '/') return fs::path(home) / ".cache" / "adit";
    return {};
}

fs::path noteOf(const fs::path& folder, const fs::path& file) {
    std::error_code code;
    const std::size_t key = std::hash<std::string>{}(fs::absolute(file, code).string());
    return folder / ("sound-" + std::to_string(key));
}

// Empty where the file cannot be looked at.
std::string stateOf(const fs::path& file) {
    struct stat state {};
    if (stat(file.c_str(), &state) != 0) return {};
    std::ostringstream text;
    text << state.st_dev << ' ' << state.st_ino << ' ' << state.st_size << ' ' << state.st_mtim.tv_sec << '.'
         << state.st_mtim.tv_nsec << ' ' << state.st_ctim.tv_sec << '.' << state.st_ctim.tv_nsec;
    return text.str();
}

}  // namespace

bool wasFoundSound(const fs::path& file) {
    const fs::path folder = cacheFolder();
    const std::string state = stateOf(file);
    if (folder.empty() || state.empty()) return false;
    std::ifstream note(noteOf(folder, file));
    std::string noted;
    return std::getline(note, noted) && noted == state;
}

void rememberSound(const fs::path& file) {
    const fs::path folder = cacheFolder();
    const std::string state = stateOf(file);
    if (folder.empty() || state.empty()) return;
    std::error_code code;
    fs::create_directories(folder, code);
    std::ofstream(noteOf(folder, file), std::ios::trunc) << state << '\n';
}

}  // namespace adit::dataset

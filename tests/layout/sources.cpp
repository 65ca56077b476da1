#include "tests/layout/sources.h"

#include <algorithm>
#include <fstream>
#include <regex>

namespace adit::layout {

std::filesystem::path root() {
    return ADIT_SOURCE_DIR;
}

std::vector<std::filesystem::path> sourceFiles() {
    std::vector<std::filesystem::path> files;
    for (const char* layer : {"app", "core", "db", "ui", "tests"}) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root() / layer)) {
            const auto extension = entry.path().extension();
            if (extension == ".h" || extension == ".cpp") files.push_back(entry.path().lexically_relative(root()));
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::vector<std::string> linesOf(const std::filesystem::path& relative) {
    std::ifstream file(root() / relative);
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);)
        lines.push_back(line);
    return lines;
}

std::vector<Include> includesOf(const std::filesystem::path& relative) {
    static const std::regex pattern(R"(^\s*#\s*include\s*(["<])([^">]+)[">])");
    std::vector<Include> includes;
    std::size_t number = 0;
    for (const std::string& line : linesOf(relative)) {
        ++number;
        std::smatch match;
        if (std::regex_search(line, match, pattern)) includes.push_back({number, match[2], match[1] == "\""});
    }
    return includes;
}

}  // namespace adit::layout

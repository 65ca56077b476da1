// Reading the source tree as text, for the tests that hold its shape.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace adit::layout {

struct Include {
    std::size_t line = 0;
    std::string target;  // as written, without quotes or brackets
    bool quoted = false;
};

std::filesystem::path root();
// All .h and .cpp files of the layers, relative to the root, sorted.
std::vector<std::filesystem::path> sourceFiles();
std::vector<Include> includesOf(const std::filesystem::path& relative);
std::vector<std::string> linesOf(const std::filesystem::path& relative);

}  // namespace adit::layout

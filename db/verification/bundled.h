// The tables of vectors in this folder, taken in when the program is built.
#pragma once

#include <span>
#include <string_view>

namespace adit::db {

struct VectorFile {
    std::string_view name;
    std::string_view csv;
};

std::span<const VectorFile> bundledVectors();

}  // namespace adit::db

// One cell of a folder as the value that is stored, or the reason why it cannot be.
#pragma once

#include "db/builder/format.h"
#include "db/builder/registers.h"

#include <cstdint>
#include <string_view>
#include <variant>

namespace adit::db {

struct Refusal {
    std::string_view rule;
    std::string text;
};

// Empty cells that may be empty are NULL, except where a key needs a text.
using Value = std::variant<std::monostate, std::int64_t, double, std::string_view, Refusal>;

Value valueOf(const Column& column, std::string_view cell, Registers& registers);

}  // namespace adit::db

// What a command is: a row of a table. A new one is a file in commands/ and a row in commands.cpp.
#pragma once

#include "core/base/result.h"

#include <ostream>
#include <span>
#include <string>
#include <string_view>

namespace adit::cli {

enum class Exit {
    ok = 0,
    mismatch = 1,  // the question was understood and the answer is no
    badInput = 2,
};

struct Terminal {
    std::ostream& out;
    std::ostream& err;
};

using Words = std::span<const std::string>;

struct Command {
    std::string_view name;
    std::string_view summary;  // half a line
    std::string_view usage;    // what --help prints
    Exit (*run)(Words words, Terminal terminal);
};

// Runs the command that words[0] names with the words after it; prints help where asked, and the nearest names
// for one that is not in the table.
Exit dispatch(std::string_view program, std::span<const Command> table, Words words, Terminal terminal);

std::span<const Command> commands();

// "FILE:LINE: column C: text" on the error stream; the code that a program ends with.
Exit fail(Terminal terminal, const Error& error);

}  // namespace adit::cli

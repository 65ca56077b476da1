// Runs a program and keeps what it says.
#pragma once

#include <string>
#include <vector>

namespace adit::test {

struct Ran {
    int code = -1;  // exit code; -1 when it was ended by a signal
    std::string out;
    std::string err;
};

Ran run(const std::string& program, const std::vector<std::string>& words);

}  // namespace adit::test

// A program that works on a workspace until it is killed: opens FILE and makes the edits of a sequence
// after number FROM, and says each on its output once it is saved. `hold` only opens and waits for its input to end.
#include "tests/core/workspace/edit_sequence.h"

#include <cstdio>
#include <cstdlib>
#include <unistd.h>

using namespace adit;
using namespace adit::test;

namespace {

void say(std::uint32_t number) {
    if (::write(STDOUT_FILENO, &number, sizeof number) != sizeof number) std::_Exit(4);
}

int hold(const char* file) {
    const auto session = workspace::Session::open(file, workspace::systemTime);
    if (!session || session->readOnly()) return 3;
    say(0);
    char byte = 0;
    while (::read(STDIN_FILENO, &byte, 1) > 0) {
    }
    return 0;
}

int edit(const char* file, std::uint64_t seed, std::uint32_t from) {
    auto session = workspace::Session::open(file, workspace::systemTime);
    if (!session || session->readOnly()) return 3;
    const EditSequence sequence(seed);
    say(from);
    for (std::uint32_t number = from + 1;; ++number) {
        if (!sequence.make(*session, number)) return 6;
        say(number);
    }
}

}  // namespace

int main(int count, char** words) {
    if (count == 3 && std::string(words[1]) == "hold") return hold(words[2]);
    if (count != 4) return 2;
    return edit(words[1], std::strtoull(words[2], nullptr, 10),
                static_cast<std::uint32_t>(std::strtoul(words[3], nullptr, 10)));
}

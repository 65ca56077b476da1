#include "app/cli/command.h"

#include <iostream>
#include <vector>

int main(int argc, char** argv) {
    using namespace adit::cli;
    const std::vector<std::string> words(argv + 1, argv + argc);
    const Terminal terminal{std::cout, std::cerr};
    if (!words.empty() && words[0] == "--version") {
        std::cout << "adit-cli " << ADIT_VERSION << '\n';
        return 0;
    }
    const Exit code = dispatch("adit-cli", commands(), words, terminal);
    std::cout.flush();
    if (!std::cout) {
        std::cerr << "adit-cli: the output could not be written\n";
        return static_cast<int>(Exit::badInput);
    }
    return static_cast<int>(code);
}

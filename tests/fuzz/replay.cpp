// Runs a fuzz target without a fuzzer: every file of a folder as it is, then with seeded changes, the same at every
// run. Clang's -fsanitize=fuzzer takes this file's place for a search that learns.
#include "tests/fuzz/replay.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

constexpr int changesPerFile = 2000;
constexpr std::size_t longest = 1 << 16;

std::string contentOf(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// What parsers of tables stumble over.
const std::vector<std::string>& morsels() {
    static const std::vector<std::string> all{"\"",
                                              "\"\"",
                                              ",",
                                              "\n",
                                              "\r\n",
                                              "\r",
                                              "\xEF\xBB\xBF",
                                              "\xFF",
                                              "\xC3",
                                              "\xED\xA0\x80",
                                              std::string(1, '\0'),
                                              "-",
                                              "-0",
                                              ".",
                                              "e",
                                              "1e400",
                                              "nan",
                                              "inf",
                                              "0x1p3",
                                              "1,5",
                                              " ",
                                              "2023-02-30",
                                              "CHN",
                                              "EU27",
                                              "cobalt",
                                              "ban",
                                              ";",
                                              "9999999999999999999999",
                                              "\xE2\x80\xAF",
                                              "quantity",
                                              "central"};
    return all;
}

std::string changed(std::string text, std::mt19937_64& random) {
    const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % std::max<std::size_t>(n, 1)); };
    for (std::size_t i = 0, n = 1 + below(4); i < n; ++i) {
        const std::size_t at = below(text.size() + 1);
        const std::size_t length = std::min(below(24), text.size() - at);
        switch (below(5)) {
            case 0:
                text.erase(at, length);
                break;
            case 1:
                text.insert(at, morsels()[below(morsels().size())]);
                break;
            case 2:
                text.insert(at, text.substr(at, length));
                break;
            case 3:
                if (at < text.size()) text[at] = static_cast<char>(random() & 0xFF);
                break;
            default:
                text.resize(at);
                break;
        }
    }
    text.resize(std::min(text.size(), longest));
    return text;
}

void run(const std::string& text) {
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fprintf(stderr, "usage: %s FOLDER\n", argv[0]);
        return 2;
    }
    std::vector<fs::path> files;
    for (const fs::directory_entry& entry : fs::directory_iterator(argv[1]))
        files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::mt19937_64 random(20260101);
    for (const fs::path& file : files) {
        const std::string text = contentOf(file);
        run(text);
        for (int i = 0; i < changesPerFile; ++i)
            run(changed(text, random));
    }
    std::printf("%zu files, each with %d changes\n", files.size(), changesPerFile);
    return files.empty() ? 1 : 0;
}

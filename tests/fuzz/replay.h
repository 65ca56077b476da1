// What a fuzz target looks like to whoever runs it: libFuzzer's entry. It must neither crash nor hang, and stops the
// program where one of the parser's promises does not hold.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace adit::fuzz {

inline void require(bool promise, const std::string& what) {
    if (promise) return;
    std::fprintf(stderr, "broken promise: %s\n", what.c_str());
    std::abort();
}

}  // namespace adit::fuzz

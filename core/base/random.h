// Random numbers keyed by (seed, draw, input): the same on every platform and for every order of asking, so that
// adding an input does not change the draws of the others and compared scenarios share theirs (methods.md M34).
#pragma once

#include <cstdint>
#include <string_view>

namespace adit {

// Steele, Lea & Flood 2014, "Fast splittable pseudorandom number generators": the SplitMix64 finaliser.
constexpr std::uint64_t mixed(std::uint64_t x) {
    x += 0x9E3779B97F4A7C15ULL;
    x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27U)) * 0x94D049BB133111EBULL;
    return x ^ (x >> 31U);
}

// FNV-1a.
constexpr std::uint64_t keyOf(std::string_view name) {
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    for (const char c : name)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    return hash;
}

// In the open interval (0, 1), a multiple of 2^-53 plus half a step.
constexpr double uniform(std::uint64_t seed, std::uint64_t draw, std::uint64_t key) {
    const std::uint64_t bits = mixed(mixed(mixed(seed) ^ draw) ^ key);
    return (static_cast<double>(bits >> 11U) + 0.5) * 0x1.0p-53;
}

}  // namespace adit

// Numbers and names as text without a locale: what files, exports and the command line use.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace adit::text {

std::string shortest(double x);                      // "0.1", round-trips
std::string fixed(double x, int decimals);           // "69.5"; half away from zero
std::string significant(double x, int digits);       // "69.5", "26100", "0.0040"
std::optional<double> toDouble(std::string_view s);  // whole text, finite only
std::optional<std::int64_t> toInt(std::string_view s);
std::vector<std::string_view> split(std::string_view s, char separator);  // empty text gives no parts
std::string join(std::span<const std::string> parts, std::string_view separator);
std::string_view trim(std::string_view s);
std::string lower(std::string_view ascii);
bool validUtf8(std::string_view s);

// Up to `count` candidates nearest to `wanted` by edit distance, case-blind, prefixes first.
std::vector<std::string> nearest(std::string_view wanted, std::span<const std::string> candidates,
                                 std::size_t count = 3);

}  // namespace adit::text

// Numbers as an English reader expects them: groups of three with U+202F, minus U+2212, "%" and units after
// a narrow blank. For sentences, formulas and the command line's tables; the window has its own by locale.
#pragma once

#include "core/base/figure.h"

#include <span>
#include <string>
#include <string_view>

namespace adit::words {

inline constexpr std::string_view narrowBlank = "\u202F";
inline constexpr std::string_view minus = "\u2212";

std::string grouped(double x, int decimals);  // "115 371", "−1 234.5"
std::string plain(double x);                  // whole from 1 000 up, else four digits: "166 030", "0.4532"
std::string percentNumber(double fraction);   // "69.5", "9.9", "0.40", "<0.1", ">99.9"
std::string percent(double fraction);         // the same with its sign
std::string tonnes(double t);                 // "115 371 t", "302 kt", "12.3 Mt"
std::string points(double hhi);               // a concentration of 0..1 in points: "4 929"

// How a value of this unit stands in a sentence, without its unit for scales.
std::string value(double x, Unit unit);

std::string count(std::size_t n);  // "one" to "twelve", figures above

// "a", "a and b", "a, b and c".
std::string list(std::span<const std::string> items);

}  // namespace adit::words

#include "core/base/number_words.h"

#include "core/base/text.h"

#include <array>
#include <cmath>

namespace adit::words {
namespace {

std::string withGroups(std::string_view digits) {
    const bool negative = digits.starts_with('-');
    if (negative) digits.remove_prefix(1);
    const std::size_t whole = std::min(digits.find('.'), digits.size());
    std::string out(negative ? minus : std::string_view{});
    for (std::size_t i = 0; i < whole; ++i) {
        if (i != 0 && whole > 3 && (whole - i) % 3 == 0) out += narrowBlank;
        out += digits[i];
    }
    return out.append(digits.substr(whole));
}

std::string withUnit(std::string number, std::string_view unit) {
    return std::move(number).append(narrowBlank).append(unit);
}

}  // namespace

std::string grouped(double x, int decimals) {
    return withGroups(text::fixed(x, decimals));
}

std::string plain(double x) {
    const bool whole = std::fabs(x) >= 1000.0 || x == std::round(x);
    return whole ? grouped(x, 0) : withGroups(text::significant(x, 4));
}

std::string percentNumber(double fraction) {
    const double percent = 100.0 * fraction;
    if (percent == 0.0) return "0";
    if (percent == 100.0) return "100";
    if (percent > 0.0 && percent < 0.1) return "<0.1";
    if (percent < 100.0 && percent >= 99.95) return ">99.9";
    return grouped(percent, std::fabs(percent) < 1.0 ? 2 : 1);
}

std::string percent(double fraction) {
    return withUnit(percentNumber(fraction), "%");
}

std::string tonnes(double t) {
    const double size = std::fabs(t);
    if (size < 1.0 && t != 0.0) return withUnit(withGroups(text::significant(t * 1000.0, 3)), "kg");
    if (size < 1000.0) return withUnit(withGroups(text::significant(t, 4)), "t");
    if (size < 1e5) return withUnit(grouped(t, 0), "t");
    if (size < 1e7) return withUnit(withGroups(text::significant(t / 1e3, size < 1e6 ? 3 : 4)), "kt");
    return withUnit(withGroups(text::significant(t / 1e6, 3)), "Mt");
}

std::string points(double hhi) {
    return grouped(10000.0 * hhi, 0);
}

std::string value(double x, Unit unit) {
    switch (unit) {
        case Unit::points:
            return grouped(x, 0);
        case Unit::tonnes:
            return tonnes(x);
        case Unit::tonnesPerYear:
            return tonnes(x) + "/yr";
        case Unit::days:
            return withUnit(grouped(x, 0), "d");
        case Unit::usd:
            return withUnit(grouped(x, 0), "USD");
        case Unit::usdPerTonne:
            return withUnit(grouped(x, 0), "USD/t");
        case Unit::percentagePoints:
            return withUnit(grouped(x, 1), "pp");
        case Unit::count:
            return std::fabs(x) < 100.0 ? grouped(x, 2) : grouped(x, 0);
        case Unit::one:
        case Unit::nat:
        case Unit::score:
            break;
    }
    return grouped(x, 4);
}

std::string count(std::size_t n) {
    static constexpr std::array<std::string_view, 13> small{"no",    "one",   "two",  "three", "four",   "five",  "six",
                                                            "seven", "eight", "nine", "ten",   "eleven", "twelve"};
    return n < small.size() ? std::string(small[n]) : grouped(static_cast<double>(n), 0);
}

std::string list(std::span<const std::string> items) {
    std::string out;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i != 0) out += i + 1 == items.size() ? " and " : ", ";
        out += items[i];
    }
    return out;
}

}  // namespace adit::words

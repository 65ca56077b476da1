#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numeric>

namespace adit::text {
namespace {

// std::round rounds half away from zero; the scaled value is nudged by one part in 10^12 so that a
// decimal such as 1.005, stored just below, rounds as it is written.
double roundTo(double x, int decimals) {
    const double scale = std::pow(10.0, decimals);
    const double scaled = x * scale;
    if (!std::isfinite(scaled) || std::fabs(scaled) > 1e15) return x;
    return std::round(scaled + std::copysign(std::fabs(scaled) * 1e-12, scaled)) / scale;
}

std::size_t editDistance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            diagonal = above;
        }
    }
    return row[b.size()];
}

}  // namespace

std::string shortest(double x) {
    if (x == 0.0) return "0";
    std::array<char, 64> buffer{};
    const bool plain = std::fabs(x) >= 1e-6 && std::fabs(x) < 1e21;
    const auto end = plain ? std::to_chars(buffer.data(), buffer.data() + buffer.size(), x, std::chars_format::fixed)
                           : std::to_chars(buffer.data(), buffer.data() + buffer.size(), x);
    return {buffer.data(), end.ptr};
}

std::string fixed(double x, int decimals) {
    const double rounded = roundTo(x, decimals);
    std::array<char, 512> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), rounded == 0.0 ? 0.0 : rounded,
                                   std::chars_format::fixed, decimals);
    return {buffer.data(), end.ptr};
}

std::string significant(double x, int digits) {
    if (x == 0.0 || !std::isfinite(x)) return x == 0.0 ? "0" : shortest(x);
    const int magnitude = static_cast<int>(std::floor(std::log10(std::fabs(x))));
    int decimals = digits - 1 - magnitude;
    const double rounded =
        decimals >= 0 ? roundTo(x, decimals) : roundTo(x / std::pow(10.0, -decimals), 0) * std::pow(10.0, -decimals);
    if (static_cast<int>(std::floor(std::log10(std::fabs(rounded)))) > magnitude) --decimals;  // 9.996 -> 10.0
    return fixed(rounded, std::max(decimals, 0));
}

std::optional<double> toDouble(std::string_view s) {
    double x = 0.0;
    const auto end = std::from_chars(s.data(), s.data() + s.size(), x);
    if (end.ec != std::errc{} || end.ptr != s.data() + s.size() || !std::isfinite(x)) return std::nullopt;
    return x;
}

std::optional<std::int64_t> toInt(std::string_view s) {
    std::int64_t x = 0;
    const auto end = std::from_chars(s.data(), s.data() + s.size(), x);
    if (end.ec != std::errc{} || end.ptr != s.data() + s.size()) return std::nullopt;
    return x;
}

std::vector<std::string_view> split(std::string_view s, char separator) {
    std::vector<std::string_view> parts;
    while (!s.empty()) {
        const std::size_t at = s.find(separator);
        parts.push_back(s.substr(0, at));
        if (at == std::string_view::npos) break;
        s.remove_prefix(at + 1);
    }
    return parts;
}

std::string join(std::span<const std::string> parts, std::string_view separator) {
    std::string out;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i != 0) out += separator;
        out += parts[i];
    }
    return out;
}

std::string_view trim(std::string_view s) {
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t first = s.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return s.substr(first, s.find_last_not_of(blanks) - first + 1);
}

std::string lower(std::string_view ascii) {
    std::string out(ascii);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

bool validUtf8(std::string_view s) {
    std::size_t i = 0;
    while (i < s.size()) {
        const auto lead = static_cast<unsigned char>(s[i]);
        const std::size_t length = lead < 0x80                   ? 1
                                   : lead >= 0xC2 && lead < 0xE0 ? 2
                                   : lead >= 0xE0 && lead < 0xF0 ? 3
                                   : lead >= 0xF0 && lead < 0xF5 ? 4
                                                                 : 0;
        if (length == 0 || i + length > s.size()) return false;
        for (std::size_t k = 1; k < length; ++k) {
            if ((static_cast<unsigned char>(s[i + k]) & 0xC0) != 0x80) return false;
        }
        if (length == 3) {
            const auto second = static_cast<unsigned char>(s[i + 1]);
            if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second >= 0xA0)) return false;
        }
        if (length == 4) {
            const auto second = static_cast<unsigned char>(s[i + 1]);
            if ((lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second >= 0x90)) return false;
        }
        i += length;
    }
    return true;
}

std::vector<std::string> nearest(std::string_view wanted, std::span<const std::string> candidates, std::size_t count) {
    const std::string key = lower(wanted);
    std::vector<std::pair<std::size_t, std::string>> ranked;
    for (const std::string& candidate : candidates) {
        const std::string other = lower(candidate);
        const bool prefix = !key.empty() && other.starts_with(key);
        ranked.emplace_back(prefix ? 0 : editDistance(key, other), candidate);
    }
    std::sort(ranked.begin(), ranked.end());
    ranked.erase(std::unique(ranked.begin(), ranked.end()), ranked.end());
    std::vector<std::string> out;
    for (const auto& [distance, name] : ranked) {
        if (out.size() == count || distance > std::max<std::size_t>(3, key.size() / 2)) break;
        out.push_back(name);
    }
    return out;
}

}  // namespace adit::text

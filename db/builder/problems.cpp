#include "db/builder/problems.h"

#include <algorithm>

namespace adit::db {

std::string describe(const Problem& problem) {
    const Place& place = problem.place;
    std::string out = place.file;
    if (place.line != 0) out.append(":").append(std::to_string(place.line));
    if (!place.column.empty()) out.append(": column ").append(place.column);
    if (!out.empty()) out.append(": ");
    return out.append(problem.text).append(" (").append(problem.rule).append(")");
}

void Problems::error(Place place, std::string_view rule, std::string text) {
    ++m_errorCount;
    const auto alike = std::count_if(m_errors.begin(), m_errors.end(), [&](const Problem& p) {
        return p.rule == rule && p.place.file == place.file && p.place.column == place.column;
    });
    if (m_errors.size() == shown || static_cast<std::size_t>(alike) == shownOfAKind) return;
    m_errors.push_back({std::move(place), std::string(rule), std::move(text)});
}

void Problems::warning(std::string_view file, std::size_t line, std::string_view rule, std::string text) {
    m_warnings.push_back({std::string(file), line, std::string(rule), std::move(text)});
}

}  // namespace adit::db

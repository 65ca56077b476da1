// What is wrong with a folder: errors stop a build, warnings are kept in the dataset.
#pragma once

#include "core/base/result.h"
#include "core/dataset/rows.h"

#include <string>
#include <string_view>
#include <vector>

namespace adit::db {

struct Problem {
    Place place;
    std::string rule;  // "unknown-economy"
    std::string text;
    bool operator==(const Problem&) const = default;
};

// "production.csv:12: column economy: ... (unknown-economy)"
std::string describe(const Problem& problem);

class Problems {
public:
    // More of them are only counted: in all, and of one rule in one column.
    static constexpr std::size_t shown = 50;
    static constexpr std::size_t shownOfAKind = 10;

    void error(Place place, std::string_view rule, std::string text);
    void warning(std::string_view file, std::size_t line, std::string_view rule, std::string text);
    bool hasErrors() const { return m_errorCount != 0; }
    std::size_t errorCount() const { return m_errorCount; }
    const std::vector<Problem>& errors() const { return m_errors; }
    const std::vector<Warning>& warnings() const { return m_warnings; }

private:
    std::vector<Problem> m_errors;
    std::size_t m_errorCount = 0;
    std::vector<Warning> m_warnings;
};

}  // namespace adit::db

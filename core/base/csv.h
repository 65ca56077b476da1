// RFC 4180: cells in a table, each with the line on which its row starts.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace adit {

class CsvTable {
public:
    // Refuses what is not UTF-8, a row of another width than the header, and quotes out of place.
    // A byte order mark and CRLF are accepted; blank lines are skipped.
    static Result<CsvTable> parse(const std::string& file, std::string content);

    const std::vector<std::string_view>& header() const { return m_header; }
    std::size_t rowCount() const { return m_lines.size(); }
    std::string_view cell(std::size_t row, std::size_t column) const { return m_cells[row * m_header.size() + column]; }
    std::size_t line(std::size_t row) const { return m_lines[row]; }

private:
    friend class CsvReader;
    std::unique_ptr<std::string> m_content;  // cells point into it; quotes are taken out in place
    std::vector<std::string_view> m_header;
    std::vector<std::string_view> m_cells;
    std::vector<std::uint32_t> m_lines;
};

}  // namespace adit

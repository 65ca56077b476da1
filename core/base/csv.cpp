#include "core/base/csv.h"

#include "core/base/text.h"

#include <algorithm>

namespace adit {

class CsvReader {
public:
    CsvReader(std::string file, std::string content) : m_file(std::move(file)) {
        m_table.m_content = std::make_unique<std::string>(std::move(content));
        m_at = m_table.m_content->data();
        m_end = m_at + m_table.m_content->size();
        if (m_table.m_content->starts_with("\xEF\xBB\xBF")) m_at += 3;
    }

    Result<CsvTable> read() {
        const std::string_view content = *m_table.m_content;
        if (!text::validUtf8(content)) return error(firstBadLine(content), "is not UTF-8; save the file as UTF-8");
        std::vector<std::string_view> row;
        while (m_at != m_end) {
            const std::size_t line = m_line;
            row.clear();
            if (const Status status = readRow(row); !status) return status.error();
            if (row.size() == 1 && row[0].empty()) continue;
            if (const Status status = keep(row, line); !status) return status.error();
        }
        if (m_table.m_header.empty()) return error(0, "the file is empty; a header row is needed");
        return std::move(m_table);
    }

private:
    Error error(std::size_t line, std::string text) const {
        return {ErrorCode::badInput, std::move(text), {m_file, line, {}}};
    }

    static std::size_t firstBadLine(std::string_view content) {
        std::size_t line = 1;
        while (!content.empty()) {
            const std::size_t end = content.find('\n');
            if (!text::validUtf8(content.substr(0, end)) || end == std::string_view::npos) break;
            content.remove_prefix(end + 1);
            ++line;
        }
        return line;
    }

    Status keep(const std::vector<std::string_view>& row, std::size_t line) {
        if (m_table.m_header.empty()) {
            m_table.m_header = row;
            return Done{};
        }
        if (row.size() != m_table.m_header.size()) {
            return error(line, "the row has " + std::to_string(row.size()) + " cells, the header " +
                                   std::to_string(m_table.m_header.size()));
        }
        m_table.m_cells.insert(m_table.m_cells.end(), row.begin(), row.end());
        m_table.m_lines.push_back(static_cast<std::uint32_t>(line));
        return Done{};
    }

    Status readRow(std::vector<std::string_view>& row) {
        while (true) {
            const bool quoted = m_at != m_end && *m_at == '"';
            Result<std::string_view> cell = quoted ? readQuoted() : readPlain();
            if (!cell) return cell.error();
            row.push_back(*cell);
            if (m_at != m_end && *m_at == ',') {
                ++m_at;
                continue;
            }
            if (m_at != m_end && *m_at == '\r') ++m_at;
            if (m_at != m_end) {
                ++m_at;
                ++m_line;
            }
            return Done{};
        }
    }

    bool atLineEnd() const { return *m_at == '\n' || (*m_at == '\r' && (m_at + 1 == m_end || m_at[1] == '\n')); }

    Result<std::string_view> readPlain() {
        const char* first = m_at;
        while (m_at != m_end && *m_at != ',' && !atLineEnd()) {
            if (*m_at == '"') return error(m_line, "a quote stands inside an unquoted cell");
            ++m_at;
        }
        return std::string_view(first, static_cast<std::size_t>(m_at - first));
    }

    Result<std::string_view> readQuoted() {
        const std::size_t line = m_line;
        char* out = ++m_at;
        const char* first = out;
        for (; m_at != m_end; *out++ = *m_at++) {
            if (*m_at == '\n') ++m_line;
            if (*m_at != '"') continue;
            ++m_at;
            if (m_at != m_end && *m_at == '"') continue;
            if (m_at != m_end && *m_at != ',' && !atLineEnd()) return error(m_line, "text follows a closing quote");
            return std::string_view(first, static_cast<std::size_t>(out - first));
        }
        return error(line, "a quoted cell does not end");
    }

    std::string m_file;
    CsvTable m_table;
    char* m_at = nullptr;
    char* m_end = nullptr;
    std::size_t m_line = 1;
};

Result<CsvTable> CsvTable::parse(const std::string& file, std::string content) {
    return CsvReader(file, std::move(content)).read();
}

}  // namespace adit

#include "core/dataset/rows_reader.h"

#include "core/base/text.h"

namespace adit::dataset {

Error damaged(const std::string& file) {
    return {ErrorCode::unreadable,
            "the file is damaged: a row refers to what is not there; restore it from a copy or build it again",
            {file, 0, {}}};
}

Status Rows::finish() {
    const Status status = m_statement.finish();
    if (status && m_damaged) return damaged(m_file);
    return status;
}

std::uint32_t Rows::note(int column) {
    const std::int64_t value = m_statement.int64(column);
    if (value >= 0 && static_cast<std::size_t>(value) < m_registers.notes.size()) {
        return static_cast<std::uint32_t>(value);
    }
    m_damaged = true;
    return 0;
}

std::int16_t Rows::year(int column) {
    const int value = m_statement.integer(column);
    if (value < 0 || value > 9999) m_damaged = true;
    return static_cast<std::int16_t>(value);
}

char Rows::mark(int column) const {
    const std::string_view text = view(column);
    return text.empty() ? '\0' : text.front();
}

std::vector<std::string> Rows::list(int column) const {
    std::vector<std::string> parts;
    for (const std::string_view part : text::split(view(column), ';'))
        parts.emplace_back(text::trim(part));
    return parts;
}

}  // namespace adit::dataset

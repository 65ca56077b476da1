#include "core/sqlite/statement.h"

#include "core/sqlite/errors.h"

namespace adit::sqlite {

Statement::Statement(sqlite3* database, std::string_view sql) : m_database(database) {
    sqlite3_stmt* statement = nullptr;
    m_code = sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
    m_statement.reset(statement);
}

void Statement::bind(int parameter, std::string_view text) {
    const char* data = text.data() == nullptr ? "" : text.data();
    sqlite3_bind_text(m_statement.get(), parameter, data, static_cast<int>(text.size()), SQLITE_STATIC);
}

bool Statement::next() {
    if (m_code != SQLITE_OK && m_code != SQLITE_ROW) return false;
    m_code = sqlite3_step(m_statement.get());
    return m_code == SQLITE_ROW;
}

Status Statement::finish() {
    if (m_code == SQLITE_OK || m_code == SQLITE_ROW || m_code == SQLITE_DONE) return Done{};
    return errorOf(m_database);
}

Status Statement::run() {
    while (next()) {
    }
    Status status = finish();
    if (!status) return status;
    sqlite3_reset(m_statement.get());
    m_code = SQLITE_OK;
    return status;
}

std::optional<double> Statement::optionalReal(int column) const {
    if (isNull(column)) return std::nullopt;
    return real(column);
}

std::optional<int> Statement::optionalInteger(int column) const {
    if (isNull(column)) return std::nullopt;
    return integer(column);
}

std::string_view Statement::view(int column) const {
    const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(m_statement.get(), column));
    if (data == nullptr) return {};
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))};
}

}  // namespace adit::sqlite

// A prepared statement. Loops read `while (s.next()) ...; return s.finish();`: a failure ends the loop and
// finish() says which, so that reading a row costs no error value.
#pragma once

#include "core/base/result.h"

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace adit::sqlite {

class Statement {
public:
    Statement(sqlite3* database, std::string_view sql);

    // Parameters count from 1. Text must live until the next reset().
    void bind(int parameter, std::int64_t value) { sqlite3_bind_int64(m_statement.get(), parameter, value); }
    void bind(int parameter, double value) { sqlite3_bind_double(m_statement.get(), parameter, value); }
    void bind(int parameter, std::string_view text);
    void bindNull(int parameter) { sqlite3_bind_null(m_statement.get(), parameter); }

    bool next();
    Status finish();
    // Runs to the end, ignores rows and makes the statement ready for the next values.
    Status run();

    // Columns count from 0 and are those of the current row.
    bool isNull(int column) const { return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL; }
    std::int64_t int64(int column) const { return sqlite3_column_int64(m_statement.get(), column); }
    int integer(int column) const { return sqlite3_column_int(m_statement.get(), column); }
    double real(int column) const { return sqlite3_column_double(m_statement.get(), column); }
    std::optional<double> optionalReal(int column) const;
    std::optional<int> optionalInteger(int column) const;
    // NULL reads as empty text. Valid until the next step.
    std::string_view view(int column) const;
    std::string text(int column) const { return std::string(view(column)); }
    int columnCount() const { return sqlite3_column_count(m_statement.get()); }
    int type(int column) const { return sqlite3_column_type(m_statement.get(), column); }

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    sqlite3* m_database = nullptr;
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
    int m_code = SQLITE_OK;
};

}  // namespace adit::sqlite

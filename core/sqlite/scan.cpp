#include "core/sqlite/scan.h"

#include "core/sqlite/errors.h"

namespace adit::sqlite {
namespace {

struct Visitor {
    const std::function<bool(const ScannedRow&)>& visit;
    bool stopped = false;
};

void step(sqlite3_context* context, int, sqlite3_value** values) {
    auto& visitor = *static_cast<Visitor*>(sqlite3_user_data(context));
    if (visitor.stopped) return;
    visitor.stopped = !visitor.visit(ScannedRow(values));
    if (visitor.stopped) sqlite3_result_error_code(context, SQLITE_ABORT);
}

void finish(sqlite3_context*) {}

// The function is known to the connection as long as this lives.
class Registration {
public:
    Registration(sqlite3* database, Visitor* visitor) : m_database(database) {
        m_code = sqlite3_create_function_v2(database, name, anyCount, flags, visitor, nullptr, step, finish, nullptr);
    }
    Registration(const Registration&) = delete;
    Registration& operator=(const Registration&) = delete;
    ~Registration() {
        sqlite3_create_function_v2(m_database, name, anyCount, flags, nullptr, nullptr, nullptr, nullptr, nullptr);
    }
    bool failed() const { return m_code != SQLITE_OK; }

private:
    static constexpr const char* name = "visit";
    static constexpr int anyCount = -1;
    static constexpr int flags = SQLITE_UTF8 | SQLITE_DIRECTONLY;
    sqlite3* m_database;
    int m_code;
};

}  // namespace

Status scan(const Database& database, std::string_view sql, std::span<const std::int64_t> bound,
            const std::function<bool(const ScannedRow&)>& visit) {
    Visitor visitor{visit};
    const Registration registration(database.handle(), &visitor);
    if (registration.failed()) return errorOf(database.handle());
    Statement statement = database.prepare(sql);
    for (std::size_t i = 0; i < bound.size(); ++i)
        statement.bind(static_cast<int>(i) + 1, bound[i]);
    const Status status = statement.run();
    if (visitor.stopped) return Done{};
    return status;
}

}  // namespace adit::sqlite

#include "core/sqlite/transaction.h"

namespace adit::sqlite {

Result<Transaction> Transaction::begin(const Database& database) {
    if (const Status status = database.run("BEGIN IMMEDIATE"); !status) return status.error();
    return Transaction(database);
}

Transaction::~Transaction() {
    if (m_database == nullptr) return;
    // After some errors SQLite has rolled back by itself.
    if (sqlite3_get_autocommit(m_database->handle()) == 0) (void)m_database->run("ROLLBACK");
}

Status Transaction::commit() {
    const Status status = m_database->run("COMMIT");
    if (status) m_database = nullptr;
    return status;
}

}  // namespace adit::sqlite

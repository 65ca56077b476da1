// Changes that reach the file together or not at all: rolled back unless committed.
#pragma once

#include "core/sqlite/database.h"

#include <utility>

namespace adit::sqlite {

class Transaction {
public:
    // Takes the right to write at once, so that no later statement finds the file in use.
    static Result<Transaction> begin(const Database& database);

    Transaction(Transaction&& other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    Status commit();

private:
    explicit Transaction(const Database& database) : m_database(&database) {}
    const Database* m_database;  // null once it is over
};

}  // namespace adit::sqlite

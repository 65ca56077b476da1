// Rows of a dataset file as typed values. An id, word or year that the file cannot hold if it is sound marks
// it as damaged, so that no index into the registers is ever out of range.
#pragma once

#include "core/dataset/dataset.h"
#include "core/sqlite/database.h"

#include <algorithm>
#include <span>
#include <string_view>

namespace adit::dataset {

class Rows {
public:
    Rows(const sqlite::Database& database, const Dataset& registers, std::string_view sql)
        : m_statement(database.prepare(sql)), m_registers(registers), m_file(database.file().string()) {}

    bool next() { return m_statement.next(); }
    Status finish();

    EconomyId economy(int column) { return id<EconomyId>(column, m_registers.economies.size()); }  // NULL is none
    MineralId mineral(int column) { return id<MineralId>(column, m_registers.minerals.size()); }
    SourceId source(int column) { return id<SourceId>(column, m_registers.sources.size()); }
    BasisId basis(int column) { return id<BasisId>(column, m_registers.bases.size()); }
    std::uint32_t note(int column);
    std::int16_t year(int column);
    bool yes(int column) const { return m_statement.integer(column) != 0; }
    char mark(int column) const;  // the first character, 0 for none
    std::string text(int column) const { return m_statement.text(column); }
    std::string_view view(int column) const { return m_statement.view(column); }
    double real(int column) const { return m_statement.real(column); }
    std::optional<double> optionalReal(int column) const { return m_statement.optionalReal(column); }
    std::optional<int> optionalInteger(int column) const { return m_statement.optionalInteger(column); }
    std::int64_t integer(int column) const { return m_statement.int64(column); }
    std::vector<std::string> list(int column) const;  // separated by ';'

    // An enum stored as its place, with `count` places.
    template <typename Enum>
    Enum place(int column, int count) {
        const int value = m_statement.integer(column);
        if (value < 0 || value >= count) m_damaged = true;
        return static_cast<Enum>(value);
    }
    Stage stage(int column) { return place<Stage>(column, 3); }
    DataFlag flag(int column) { return place<DataFlag>(column, 5); }

    // An enum stored as its word.
    template <typename Enum>
    Enum word(int column, std::span<const std::string_view> words) {
        const auto found = std::find(words.begin(), words.end(), view(column));
        if (found == words.end()) m_damaged = true;
        return found == words.end() ? Enum{} : static_cast<Enum>(found - words.begin());
    }
    void markDamaged() { m_damaged = true; }

private:
    template <typename Id>
    Id id(int column, std::size_t size) {
        const std::int64_t value = m_statement.int64(column);
        if (value > 0 && static_cast<std::size_t>(value) < size) return Id(static_cast<std::size_t>(value));
        if (m_statement.isNull(column)) return Id();
        if (value != 0 || size == 0) m_damaged = true;
        return Id(std::size_t{0});
    }

    sqlite::Statement m_statement;
    const Dataset& m_registers;
    std::string m_file;
    bool m_damaged = false;
};

Error damaged(const std::string& file);

}  // namespace adit::dataset

// What commands read beside names: numbers, lists of parts, tables of the user's own.
#pragma once

#include "app/cli/arguments.h"
#include "core/base/csv.h"
#include "core/base/interval.h"
#include "core/export/table.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace adit::cli {

Result<int> yearAsked(const Arguments& arguments, int fallback = 2024);  // of --year
// Nothing where the option is missing; refuses what is no number or lies outside.
Result<std::optional<double>> numberAsked(const Arguments& arguments, std::string_view option, Interval range);
Result<double> numberAsked(const Arguments& arguments, std::string_view option, Interval range, double fallback);
Result<Interval> intervalNamed(std::string_view text);  // "0.4" or "0.2..0.6"

// "a:1,b:2" cut at the commas and each at its first separator.
using Part = std::pair<std::string, std::string>;
Result<std::vector<Part>> partsNamed(std::string_view text, char separator);

// A CSV file with known columns; names the nearest for one that is unknown.
class OwnTable {
public:
    static Result<OwnTable> read(const std::string& file, std::initializer_list<std::string_view> needed,
                                 std::initializer_list<std::string_view> optional);

    std::size_t rows() const { return m_table.rowCount(); }
    std::string text(std::size_t row, std::string_view column) const;  // empty where there is no such column
    // Nothing in an empty cell; refuses what is no number or lies outside.
    Result<std::optional<double>> number(std::size_t row, std::string_view column, Interval range) const;
    Result<double> number(std::size_t row, std::string_view column, Interval range, double fallback) const;
    Result<double> neededNumber(std::size_t row, std::string_view column, Interval range) const;
    Error refuse(std::size_t row, std::string_view column, std::string text) const;

private:
    OwnTable(std::string file, CsvTable table) : m_file(std::move(file)), m_table(std::move(table)) {}

    std::string m_file;
    CsvTable m_table;
};

void addColumns(Table& table, Align align, std::initializer_list<const char*> names);
Cell endCell(const std::optional<Interval>& bounds, double Interval::*side);  // missing where it is not finite

}  // namespace adit::cli

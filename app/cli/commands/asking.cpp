#include "app/cli/commands/asking.h"

#include "app/cli/commands/answers.h"
#include "core/base/text.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace adit::cli {
namespace {

std::string rangeText(Interval range) {
    if (range.hi == unbounded) return range.lo == -unbounded ? "a number" : text::shortest(range.lo) + " or more";
    return "between " + text::shortest(range.lo) + " and " + text::shortest(range.hi);
}

std::optional<std::size_t> columnOf(const CsvTable& table, std::string_view name) {
    const auto found = std::find(table.header().begin(), table.header().end(), name);
    if (found == table.header().end()) return std::nullopt;
    return static_cast<std::size_t>(found - table.header().begin());
}

Status checkHeader(const CsvTable& table, const std::string& file, std::span<const std::string_view> needed,
                   const std::vector<std::string>& known) {
    for (const std::string_view name : table.header()) {
        if (std::find(known.begin(), known.end(), name) != known.end()) continue;
        return Error{ErrorCode::badInput,
                     "unknown column; nearest: " + text::join(text::nearest(name, known), ", "),
                     {file, 1, std::string(name)}};
    }
    for (const std::string_view name : needed) {
        if (!columnOf(table, name))
            return Error{ErrorCode::badInput, "column is missing", {file, 1, std::string(name)}};
    }
    return Done{};
}

}  // namespace

Result<int> yearAsked(const Arguments& arguments, int fallback) {
    const auto word = arguments.value("--year");
    if (!word) return fallback;
    const auto year = text::toInt(*word);
    if (!year || *year < 1900 || *year > 2200) return Error::badInput("the year is no year");
    return static_cast<int>(*year);
}

Result<std::optional<double>> numberAsked(const Arguments& arguments, std::string_view option, Interval range) {
    const auto word = arguments.value(option);
    if (!word) return std::optional<double>();
    const auto number = text::toDouble(*word);
    if (!number || !range.contains(*number))
        return Error::badInput(std::string(option) + " has to be " + rangeText(range));
    return number;
}

Result<double> numberAsked(const Arguments& arguments, std::string_view option, Interval range, double fallback) {
    const auto number = numberAsked(arguments, option, range);
    if (!number) return number.error();
    return number->value_or(fallback);
}

Result<Interval> intervalNamed(std::string_view word) {
    const std::size_t dots = word.find("..");
    const auto lo = text::toDouble(word.substr(0, dots));
    const auto hi = dots == std::string_view::npos ? lo : text::toDouble(word.substr(dots + 2));
    if (!lo || !hi || *lo > *hi)
        return Error::badInput("\"" + std::string(word) + "\" is no range: write 0.4 or 0.2..0.6");
    return Interval{*lo, *hi};
}

Result<std::vector<Part>> partsNamed(std::string_view text, char separator) {
    std::vector<Part> parts;
    for (const std::string_view part : text::split(text, ',')) {
        const std::size_t place = part.find(separator);
        if (place == std::string_view::npos)
            return Error::badInput("\"" + std::string(part) + "\" lacks its " + separator);
        parts.emplace_back(text::trim(part.substr(0, place)), text::trim(part.substr(place + 1)));
    }
    return parts;
}

Result<OwnTable> OwnTable::read(const std::string& file, std::initializer_list<std::string_view> needed,
                                std::initializer_list<std::string_view> optional) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return Error{ErrorCode::unreadable, "cannot be opened", {file, 0, {}}};
    auto table = CsvTable::parse(file, std::string(std::istreambuf_iterator<char>(in), {}));
    if (!table) return table.error();
    std::vector<std::string> known(needed.begin(), needed.end());
    known.insert(known.end(), optional.begin(), optional.end());
    if (const Status status = checkHeader(*table, file, std::vector<std::string_view>(needed), known); !status)
        return status.error();
    if (table->rowCount() == 0) return Error{ErrorCode::badInput, "has no rows", {file, 0, {}}};
    return OwnTable(file, std::move(*table));
}

std::string OwnTable::text(std::size_t row, std::string_view column) const {
    const auto place = columnOf(m_table, column);
    return place ? std::string(text::trim(m_table.cell(row, *place))) : std::string();
}

Result<std::optional<double>> OwnTable::number(std::size_t row, std::string_view column, Interval range) const {
    const std::string cell = text(row, column);
    if (cell.empty()) return std::optional<double>();
    const auto number = text::toDouble(cell);
    if (!number || !range.contains(*number)) return refuse(row, column, "has to be " + rangeText(range));
    return number;
}

Result<double> OwnTable::number(std::size_t row, std::string_view column, Interval range, double fallback) const {
    const auto found = number(row, column, range);
    if (!found) return found.error();
    return found->value_or(fallback);
}

Result<double> OwnTable::neededNumber(std::size_t row, std::string_view column, Interval range) const {
    const auto found = number(row, column, range);
    if (!found) return found.error();
    if (!*found) return refuse(row, column, "is missing");
    return **found;
}

Error OwnTable::refuse(std::size_t row, std::string_view column, std::string text) const {
    return {ErrorCode::badInput, std::move(text), {m_file, m_table.line(row), std::string(column)}};
}

void addColumns(Table& table, Align align, std::initializer_list<const char*> names) {
    for (const char* name : names)
        table.columns.push_back({name, name, "", align});
}

Cell endCell(const std::optional<Interval>& bounds, double Interval::*side) {
    return numberCell(bounds ? std::optional((*bounds).*side) : std::nullopt);
}

}  // namespace adit::cli

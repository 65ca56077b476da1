#include "core/export/table.h"

#include <algorithm>

namespace adit {
namespace {

constexpr std::size_t gap = 2;

// Characters, not bytes: continuation bytes take no place.
std::size_t widthOf(std::string_view s) {
    return static_cast<std::size_t>(
        std::count_if(s.begin(), s.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string shown(const Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell.content)) return *text;
    if (const auto* number = std::get_if<Number>(&cell.content)) return number->shown;
    return std::string(markOf(std::get<State>(cell.content)));
}

std::string headOf(const Column& column) {
    return column.unit.empty() ? column.title : column.title + ", " + column.unit;
}

std::vector<std::string> headsOf(const Table& table) {
    std::vector<std::string> heads;
    for (const Column& column : table.columns)
        heads.push_back(headOf(column));
    return heads;
}

std::vector<std::string> cellsOf(const std::vector<Cell>& row) {
    std::vector<std::string> cells;
    for (const Cell& cell : row)
        cells.push_back(shown(cell));
    return cells;
}

std::string lineOf(const Table& table, const std::vector<std::string>& cells, const std::vector<std::size_t>& widths) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string blanks(widths[i] - widthOf(cells[i]), ' ');
        if (i != 0) line.append(gap, ' ');
        line += table.columns[i].align == Align::right ? blanks + cells[i] : cells[i] + blanks;
    }
    line.erase(line.find_last_not_of(' ') + 1);
    return line + '\n';
}

void addNote(std::string& out, const std::string& note) {
    if (!note.empty()) out += note + '\n';
}

}  // namespace

std::string toText(const Table& table, Surroundings surroundings) {
    std::vector<std::vector<std::string>> lines{headsOf(table)};
    for (const auto& row : table.rows)
        lines.push_back(cellsOf(row));
    std::vector<std::size_t> widths(table.columns.size(), 0);
    for (const auto& line : lines) {
        for (std::size_t i = 0; i < line.size(); ++i)
            widths[i] = std::max(widths[i], widthOf(line[i]));
    }
    std::string out;
    if (surroundings == Surroundings::all) {
        addNote(out, table.title);
        addNote(out, table.context);
    }
    for (const auto& line : lines)
        out += lineOf(table, line, widths);
    if (surroundings == Surroundings::all) addNote(out, table.source);
    return out;
}

}  // namespace adit

#include "core/base/text.h"
#include "core/export/table.h"

#include <cmath>

namespace adit {
namespace {

std::string quoted(std::string_view s) {
    if (s.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(s);
    std::string out = "\"";
    for (const char c : s) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

std::string written(const Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell.content)) return quoted(*text);
    if (const auto* state = std::get_if<State>(&cell.content)) return std::string(markOf(*state));
    const double x = std::get<Number>(cell.content).value;
    return std::isfinite(x) ? text::shortest(x) : std::string();
}

template <typename Row, typename Write>
void addLine(std::string& out, const Row& row, const Write& write) {
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (i != 0) out += ',';
        out += write(row[i]);
    }
    out += '\n';
}

void addNote(std::string& out, std::string_view note) {
    if (!note.empty()) out += quoted(note) + '\n';
}

}  // namespace

std::string_view markOf(State state) {
    switch (state) {
        case State::withheld:
            return "W";
        case State::notApplicable:
            return "–";
        default:
            return "n/a";
    }
}

std::string toCsv(const Table& table, Surroundings surroundings) {
    std::string out;
    addLine(out, table.columns, [](const Column& column) { return quoted(column.id); });
    for (const auto& row : table.rows)
        addLine(out, row, written);
    if (surroundings == Surroundings::all) {
        out += '\n';
        addNote(out, table.title);
        addNote(out, table.context);
        addNote(out, table.source);
    }
    return out;
}

}  // namespace adit

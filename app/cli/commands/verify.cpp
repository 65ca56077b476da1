#include "app/cli/commands/verify.h"

#include "app/cli/arguments.h"
#include "core/base/csv.h"
#include "core/base/text.h"
#include "core/verification/vectors.h"
#include "db/verification/bundled.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

namespace adit::cli {
namespace {

using verification::Vector;

struct Row {
    Vector vector;
    Place place;
};

using Line = std::array<std::string, 7>;
constexpr std::array<std::string_view, 7> heads{"method", "case", "output", "expected", "computed", "ok", "note"};

std::optional<std::size_t> columnOf(const CsvTable& table, std::string_view name) {
    const auto it = std::find(table.header().begin(), table.header().end(), name);
    if (it == table.header().end()) return std::nullopt;
    return static_cast<std::size_t>(it - table.header().begin());
}

Status checkHeader(const CsvTable& table, const std::string& file) {
    const auto& known = verification::vectorColumns;
    for (const std::string_view name : table.header()) {
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            return Error{ErrorCode::badInput, "unknown column", {file, 1, std::string(name)}};
        }
    }
    for (const std::string_view name : std::span(known).first(5)) {
        if (!columnOf(table, name))
            return Error{ErrorCode::badInput, "column is missing", {file, 1, std::string(name)}};
    }
    return Done{};
}

Result<Vector> vectorAt(const CsvTable& table, std::size_t row, const std::string& file) {
    const auto cell = [&](std::string_view name) {
        const auto column = columnOf(table, name);
        return column ? std::string(table.cell(row, *column)) : std::string();
    };
    Vector vector{cell("method"), cell("case"), cell("inputs_json"), cell("output"), cell("expected"), cell("unit")};
    const std::string tolerance = cell("rel_tol");
    if (tolerance.empty()) return vector;
    const auto number = text::toDouble(tolerance);
    if (!number || *number < 0.0) {
        return Error{ErrorCode::badInput, "is not a tolerance", {file, table.line(row), "rel_tol"}};
    }
    vector.relativeTolerance = *number;
    return vector;
}

Result<std::vector<Row>> rowsOf(const std::string& file, std::string content) {
    const auto table = CsvTable::parse(file, std::move(content));
    if (!table) return table.error();
    if (const Status status = checkHeader(*table, file); !status) return status.error();
    std::vector<Row> rows;
    for (std::size_t i = 0; i < table->rowCount(); ++i) {
        auto vector = vectorAt(*table, i, file);
        if (!vector) return vector.error();
        rows.push_back({std::move(*vector), {file, table->line(i), {}}});
    }
    return rows;
}

Result<std::vector<Row>> ownRows(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return Error{ErrorCode::unreadable, "cannot be opened", {file, 0, {}}};
    return rowsOf(file, std::string(std::istreambuf_iterator<char>(in), {}));
}

Result<std::vector<Row>> bundledRows() {
    std::vector<Row> all;
    for (const db::VectorFile& file : db::bundledVectors()) {
        auto rows = rowsOf(std::string(file.name), std::string(file.csv));
        if (!rows) return rows.error();
        all.insert(all.end(), std::make_move_iterator(rows->begin()), std::make_move_iterator(rows->end()));
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Row& a, const Row& b) { return a.vector.method < b.vector.method; });
    return all;
}

struct Report {
    std::vector<Line> lines;
    std::size_t checked = 0;
    std::size_t differ = 0;
    std::size_t unusable = 0;
};

Report run(const std::vector<Row>& rows, bool onlyFailures, Terminal terminal) {
    Report report;
    for (const Row& row : rows) {
        const auto verdict = verification::check(row.vector);
        if (!verdict) {
            ++report.unusable;
            fail(terminal, {verdict.error().code, verdict.error().text, row.place});
            continue;
        }
        ++report.checked;
        if (!verdict->ok) ++report.differ;
        if (verdict->ok && onlyFailures) continue;
        report.lines.push_back({row.vector.method, row.vector.name, row.vector.output, row.vector.expected,
                                verdict->computed, verdict->ok ? "ok" : "DIFFERS", verdict->note});
    }
    return report;
}

std::string quoted(const std::string& cell) {
    if (cell.find_first_of(",\"\n\r") == std::string::npos) return cell;
    std::string out = "\"";
    for (const char c : cell)
        out += c == '"' ? "\"\"" : std::string(1, c);
    return out + '"';
}

void printCsv(const std::vector<Line>& lines, std::ostream& out) {
    for (std::size_t i = 0; i < heads.size(); ++i)
        out << (i == 0 ? "" : ",") << heads[i];
    out << '\n';
    for (const Line& line : lines) {
        for (std::size_t i = 0; i < line.size(); ++i)
            out << (i == 0 ? "" : ",") << quoted(line[i]);
        out << '\n';
    }
}

void printTable(const std::vector<Line>& lines, std::ostream& out) {
    Line head;
    std::copy(heads.begin(), heads.end(), head.begin());
    std::array<std::size_t, 7> width{};
    for (std::size_t i = 0; i < head.size(); ++i) {
        width[i] = head[i].size();
        for (const Line& line : lines)
            width[i] = std::max(width[i], line[i].size());
    }
    const auto print = [&](const Line& line) {
        std::string row;
        for (std::size_t i = 0; i < line.size(); ++i)
            row += line[i] + std::string(width[i] - line[i].size() + 2, ' ');
        row.erase(row.find_last_not_of(' ') + 1);
        out << row << '\n';
    };
    print(head);
    std::for_each(lines.begin(), lines.end(), print);
}

void printFields(std::string_view title, const std::vector<verification::Field>& fields, std::ostream& out) {
    std::size_t width = 0;
    for (const verification::Field& field : fields)
        width = std::max(width, field.name.size());
    out << title << '\n';
    for (const verification::Field& field : fields) {
        out << "  " << field.name << std::string(width - field.name.size() + 2, ' ') << field.type;
        if (!field.unit.empty()) out << " (" << field.unit << ')';
        if (!field.meaning.empty()) out << ": " << field.meaning;
        out << '\n';
    }
}

Exit describe(const std::string& id, Terminal terminal) {
    const verification::Method* method = verification::find(id);
    if (method != nullptr) {
        terminal.out << method->id << "  " << method->title << '\n';
        printFields("inputs", method->inputs, terminal.out);
        printFields("outputs", method->outputs, terminal.out);
        return Exit::ok;
    }
    std::vector<std::string> ids;
    for (const verification::Method& each : verification::methods())
        ids.emplace_back(each.id);
    return fail(terminal,
                Error::notFound("unknown method " + id + "; nearest: " + text::join(text::nearest(id, ids), ", ")));
}

Exit list(Terminal terminal) {
    for (const verification::Method& method : verification::methods())
        terminal.out << method.id << "  " << method.title << '\n';
    return Exit::ok;
}

}  // namespace

Exit verify(Words words, Terminal terminal) {
    constexpr std::array options{Option{"--describe", ""}, Option{"--list", "", false}, Option{"--format", ""},
                                 Option{"--only-failures", "", false}};
    const auto arguments = parse(words, options, {"[FILE]"});
    if (!arguments) return fail(terminal, arguments.error());
    if (const auto method = arguments->value("--describe")) return describe(*method, terminal);
    if (arguments->has("--list")) return list(terminal);
    const std::string format = arguments->value("--format").value_or("table");
    if (format != "table" && format != "csv") return fail(terminal, Error::badInput("the format is table or csv"));
    const auto rows = arguments->places.empty() ? bundledRows() : ownRows(arguments->places[0]);
    if (!rows) return fail(terminal, rows.error());
    const Report report = run(*rows, arguments->has("--only-failures"), terminal);
    (format == "csv" ? printCsv : printTable)(report.lines, terminal.out);
    if (format == "table") {
        terminal.out << report.checked << " checked, " << report.differ << " differ";
        if (report.unusable != 0) terminal.out << ", " << report.unusable << " cannot be checked";
        terminal.out << '\n';
    }
    if (report.unusable != 0) return Exit::badInput;
    return report.differ == 0 ? Exit::ok : Exit::mismatch;
}

}  // namespace adit::cli

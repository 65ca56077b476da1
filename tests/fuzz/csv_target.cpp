// The CSV reader: whatever it is given it refuses with a place, or takes as a table that reads the same when written.
#include "core/base/csv.h"
#include "tests/fuzz/replay.h"

#include <algorithm>

using adit::CsvTable;
using adit::fuzz::require;

namespace {

std::string quoted(std::string_view cell) {
    std::string out = "\"";
    for (const char c : cell) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

std::string written(const CsvTable& table) {
    std::string out;
    const std::size_t columns = table.header().size();
    for (std::size_t c = 0; c < columns; ++c)
        out += (c == 0 ? "" : ",") + quoted(table.header()[c]);
    out += '\n';
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        for (std::size_t c = 0; c < columns; ++c)
            out += (c == 0 ? "" : ",") + quoted(table.cell(row, c));
        out += '\n';
    }
    return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string content(reinterpret_cast<const char*>(data), size);
    const auto lines = static_cast<std::size_t>(std::count(content.begin(), content.end(), '\n')) + 1;
    const auto table = CsvTable::parse("fuzz.csv", content);
    if (!table) {
        require(!table.error().text.empty(), "a refusal has words");
        require(table.error().place.file == "fuzz.csv", "a refusal names the file");
        require(static_cast<std::size_t>(table.error().place.line) <= lines, "a refusal's line is in the file");
        return 0;
    }
    for (std::size_t row = 0; row < table->rowCount(); ++row)
        require(table->line(row) >= 1 && table->line(row) <= lines, "a row's line is in the file");
    const std::string text = written(*table);
    const auto again = CsvTable::parse("again.csv", text);
    require(again.has_value(), "what was read can be written and read");
    require(written(*again) == text, "and reads the same");
    return 0;
}

// Rows of a damaged file, read from its bytes leaf page by leaf page, without the inner pages and the schema that
// SQLite needs. Which table a row is of, and whether it is sound, is for the caller to tell. Format:
// sqlite.org/fileformat2.html, sections 1.5 to 1.6 and 2.1.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace adit::sqlite {

using StoredValue = std::variant<std::monostate, std::int64_t, double, std::string>;

struct StoredRow {
    std::int64_t rowid = 0;
    std::vector<StoredValue> values;  // a blob reads as text
};

struct Pages {
    std::vector<StoredRow> rows;
    std::size_t damaged = 0;  // pages that are nothing known, or whose cells cannot be read
};

Pages readPages(std::string_view file);

// Numbers that stand in the first page.
struct FileHeader {
    bool isSqlite = false;
    std::uint32_t userVersion = 0;
    std::uint32_t applicationId = 0;
};
FileHeader readHeader(std::string_view file);

}  // namespace adit::sqlite

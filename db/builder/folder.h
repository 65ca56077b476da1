// A dataset folder read into memory: one sheet a file, its columns matched with the format.
#pragma once

#include "core/base/csv.h"
#include "core/base/result.h"
#include "db/builder/format.h"
#include "db/builder/problems.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace adit::db {

class Sheet {
public:
    Sheet(const File& file, CsvTable table);

    const File& file() const { return *m_file; }
    std::size_t rowCount() const { return m_table.rowCount(); }
    std::size_t line(std::size_t row) const { return m_table.line(row); }
    bool has(std::size_t column) const { return m_places[column].has_value(); }
    // By place in the format; empty where the file lacks the column.
    std::string_view cell(std::size_t row, std::size_t column) const;
    Place place(std::size_t row, std::size_t column) const;
    void checkHeader(Problems& problems) const;

private:
    const File* m_file;
    CsvTable m_table;
    std::vector<std::optional<std::size_t>> m_places;
};

struct Folder {
    std::vector<Sheet> sheets;  // in the order of the format; files that are not there are left out
    std::string hash;           // of the names and contents of the files, hex

    const Sheet* sheet(std::string_view file) const;
};

// An error only where the folder itself cannot be read; what is wrong inside goes to `problems`.
Result<Folder> readFolder(const std::filesystem::path& directory, Problems& problems);

}  // namespace adit::db

#include "db/builder/folder.h"

#include "db/builder/sha1.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

namespace adit::db {
namespace {

namespace fs = std::filesystem;

std::optional<std::string> readFile(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream content;
    if (!in || !fs::is_regular_file(file)) return std::nullopt;
    content << in.rdbuf();
    if (in.bad()) return std::nullopt;
    return std::move(content).str();
}

// SHA-1 over name, length and content of each file, in the order of the names.
std::string hashOf(const std::map<std::string, std::string>& contents) {
    Sha1 hash;
    for (const auto& [name, content] : contents) {
        hash.add(name + '\n' + std::to_string(content.size()) + '\n');
        hash.add(content);
    }
    return hash.hex();
}

void warnOfUnknownFiles(const fs::path& directory, Problems& problems) {
    std::set<std::string> unknown;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(directory, ignored)) {
        const std::string name = entry.path().filename().string();
        const auto known = std::any_of(files().begin(), files().end(), [&](const File& f) { return f.name == name; });
        if (entry.path().extension() == ".csv" && !known) unknown.insert(name);
    }
    for (const std::string& name : unknown) {
        problems.warning(name, 0, "unknown-file", "the format has no file of this name; it is not used");
    }
}

}  // namespace

Sheet::Sheet(const File& file, CsvTable table) : m_file(&file), m_table(std::move(table)) {
    const auto& header = m_table.header();
    for (const Column& column : file.columns) {
        const auto found = std::find(header.begin(), header.end(), column.name);
        m_places.push_back(found == header.end() ? std::nullopt
                                                 : std::optional(static_cast<std::size_t>(found - header.begin())));
    }
}

std::string_view Sheet::cell(std::size_t row, std::size_t column) const {
    const auto place = m_places[column];
    return place ? m_table.cell(row, *place) : std::string_view();
}

Place Sheet::place(std::size_t row, std::size_t column) const {
    return {std::string(m_file->name), line(row), std::string(m_file->columns[column].name)};
}

void Sheet::checkHeader(Problems& problems) const {
    const std::string name(m_file->name);
    for (std::size_t c = 0; c < m_places.size(); ++c) {
        const Column& column = m_file->columns[c];
        if (m_places[c] || column.need == Need::optional) continue;
        problems.error({name, 1, std::string(column.name)}, "missing-column", "the column is missing");
    }
    std::set<std::string_view> seen;
    for (const std::string_view title : m_table.header()) {
        if (!seen.insert(title).second) {
            problems.error({name, 1, std::string(title)}, "duplicate-column", "the column stands there twice");
        } else if (!m_file->column(title)) {
            problems.warning(name, 1, "unknown-column",
                             "column " + std::string(title) + " is not in the format; it is not used");
        }
    }
}

const Sheet* Folder::sheet(std::string_view file) const {
    const auto found =
        std::find_if(sheets.begin(), sheets.end(), [&](const Sheet& s) { return s.file().name == file; });
    return found == sheets.end() ? nullptr : &*found;
}

Result<Folder> readFolder(const fs::path& directory, Problems& problems) {
    std::error_code code;
    if (!fs::is_directory(directory, code)) {
        return Error{ErrorCode::notFound, "there is no such folder", {directory.string(), 0, {}}};
    }
    Folder folder;
    std::map<std::string, std::string> contents;
    for (const File& file : files()) {
        const std::string name(file.name);
        if (!fs::exists(directory / name, code)) {
            if (file.required) problems.error({name, 0, {}}, "missing-file", "the file is missing");
            continue;
        }
        std::optional<std::string> content = readFile(directory / name);
        if (!content) {
            problems.error({name, 0, {}}, "unreadable-file", "the file cannot be read");
            continue;
        }
        Result<CsvTable> table = CsvTable::parse(name, *content);
        contents.emplace(name, *std::move(content));
        if (!table) {
            problems.error(table.error().place, "csv", table.error().text);
            continue;
        }
        folder.sheets.emplace_back(file, *std::move(table)).checkHeader(problems);
    }
    warnOfUnknownFiles(directory, problems);
    folder.hash = hashOf(contents);
    return folder;
}

}  // namespace adit::db

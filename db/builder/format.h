// The files and columns of a dataset folder, version 1, as rows: dataset-format.md in a form that runs.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace adit::db {

enum class Kind : std::uint8_t {
    text,
    code,         // the name of a register's row: no blanks around it, no ';'
    country,      // a code of economies.csv
    economy,      // the same, or WORLD or OTHER
    actor,        // the same, or a bloc
    bloc,         // a code of bloc_names.csv
    mineral,      // a mineral of minerals.csv
    anyMineral,   // the same, or ALL for none in particular
    codeMineral,  // the same, or `mixed` for a trade code of several
    source,       // one or more ids of sources.csv
    basis,        // shared text
    note,         // shared text
    word,         // one of the column's words, kept as text
    number,       // one of the column's words, kept as its place
    year,
    hs6,
    real,
    amount,    // 0 or more
    percent,   // 0..100
    fraction,  // 0..1
    reliance,  // a percentage up to 100, negative for net exporters
    latitude,
    longitude,
    yesNo,      // 0 or 1
    date,       // YYYY, YYYY-MM or YYYY-MM-DD
    countries,  // blank-separated
    targets,    // ALL, or actors separated by ';'
    minerals,   // separated by ';'
};

enum class Need : std::uint8_t {
    filled,    // the column must be there and no cell empty
    column,    // the column must be there, a cell may be empty
    optional,  // the column may be missing
};

struct Column {
    std::string_view name;
    Kind kind = Kind::text;
    Need need = Need::filled;
    bool key = false;
    std::span<const std::string_view> words = {};
};

struct File {
    std::string_view name;   // "production.csv"
    std::string_view table;  // of schema.sql; also of the staged rows
    bool required = false;
    std::span<const Column> columns;

    std::optional<std::size_t> column(std::string_view wanted) const;
    std::optional<std::size_t> columnOf(Kind kind) const;
};

inline constexpr int formatVersion = 1;

std::span<const File> files();  // registers first
const File& fileNamed(std::string_view name);

}  // namespace adit::db

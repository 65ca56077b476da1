// A table as a value: what every exported, copied and printed table is made from.
#pragma once

#include "core/base/figure.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace adit {

enum class Align : std::uint8_t { left, right };

struct Column {
    std::string id;  // "quantity_t": the key in JSON and the head of a CSV column
    std::string title;
    std::string unit;  // shown behind the title; empty where it has none
    Align align = Align::left;
};

// A number as computed, and as a reader sees it.
struct Number {
    double value = 0.0;
    std::string shown;
    bool operator==(const Number&) const = default;
};

// A cell without text or number is missing, and says how: withheld and unknown are not the same, and neither is zero.
struct Cell {
    std::variant<State, std::string, Number> content = State::unknown;

    static Cell text(std::string s) { return {std::move(s)}; }
    static Cell number(double value, std::string shown) { return {Number{value, std::move(shown)}}; }
    static Cell missing(State state) { return {state}; }
    bool operator==(const Cell&) const = default;
};

struct Table {
    std::string title;
    std::string context;  // "Cobalt, contained Co · mine · located · 2022"
    std::string source;   // "Source: ..."
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;
};

// "W", "n/a", "–": how a missing cell is written.
std::string_view markOf(State state);

// What stands around the cells: title and context above, the source below.
enum class Surroundings : std::uint8_t { none, all };

// RFC 4180 with "\n" line ends; numbers in full, without groups.
std::string toCsv(const Table& table, Surroundings surroundings = Surroundings::none);
// An array with one object a row. A missing cell is null, and "states" says why.
std::string toJson(const Table& table);
// Columns lined up with blanks, for a terminal.
std::string toText(const Table& table, Surroundings surroundings = Surroundings::none);

}  // namespace adit

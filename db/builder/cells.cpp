#include "db/builder/cells.h"

#include "core/base/text.h"

#include <algorithm>
#include <limits>

namespace adit::db {
namespace {

std::string quoted(std::string_view cell) {
    return '"' + std::string(cell) + '"';
}

Value economy(std::string_view code, Registers::Among among, const Registers& registers) {
    if (const auto id = registers.economy(code, among)) return *id;
    if (!registers.economy(code, Registers::Among::actors)) {
        return Refusal{"unknown-economy", quoted(code) + " is no known economy" + registers.nearestEconomy(code)};
    }
    const char* wanted = among == Registers::Among::blocs       ? "a bloc"
                         : among == Registers::Among::countries ? "a single economy"
                                                                : "an economy, WORLD or OTHER";
    return Refusal{"unknown-economy", quoted(code) + " cannot stand here; " + wanted + " is needed"};
}

Value mineral(std::string_view slug, const Registers& registers) {
    if (const auto id = registers.mineral(slug)) return *id;
    return Refusal{"unknown-mineral", quoted(slug) + " is not in minerals.csv" + registers.nearestMineral(slug)};
}

Value source(std::string_view cell, const Registers& registers) {
    if (const auto id = registers.source(cell)) return *id;
    for (const std::string_view part : text::split(cell, ';')) {
        if (registers.source(part)) continue;
        return Refusal{"unknown-source", quoted(part) + " is not in sources.csv" + registers.nearestSource(part)};
    }
    return Refusal{"unknown-source", quoted(cell) + " has an empty part"};
}

Value word(const Column& column, std::string_view cell) {
    const auto found = std::find(column.words.begin(), column.words.end(), cell);
    if (found != column.words.end()) {
        if (column.kind == Kind::word) return cell;
        return std::int64_t{found - column.words.begin()};
    }
    std::string all;
    for (const std::string_view known : column.words)
        all += (all.empty() ? "" : ", ") + quoted(known);
    return Refusal{"unknown-word", quoted(cell) + " is none of " + all};
}

Value whole(std::string_view cell, std::int64_t lo, std::int64_t hi) {
    const auto value = text::toInt(cell);
    if (!value) return Refusal{"not-a-number", quoted(cell) + " is not a whole number"};
    if (*value < lo || *value > hi) {
        return Refusal{"out-of-range",
                       quoted(cell) + " is not between " + std::to_string(lo) + " and " + std::to_string(hi)};
    }
    return *value;
}

Value real(std::string_view cell, double lo, double hi) {
    const auto value = text::toDouble(cell);
    if (!value) return Refusal{"not-a-number", quoted(cell) + " is not a finite number"};
    if (lo == 0.0 && *value < 0.0) return Refusal{"negative", quoted(cell) + " is negative"};
    if (*value < lo || *value > hi) {
        return Refusal{"out-of-range",
                       quoted(cell) + " is not between " + text::shortest(lo) + " and " + text::shortest(hi)};
    }
    return *value == 0.0 ? 0.0 : *value;  // no negative zero
}

bool isDigits(std::string_view s) {
    return !s.empty() && std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Value hs6(std::string_view cell) {
    if (cell.size() == 6 && isDigits(cell)) return *text::toInt(cell);
    return Refusal{"not-a-code", quoted(cell) + " is not an HS code of six digits"};
}

Value date(std::string_view cell) {
    const auto between = [](std::string_view digits, int lo, int hi) {
        const auto value = text::toInt(digits);
        return isDigits(digits) && value && *value >= lo && *value <= hi;
    };
    const bool dashes = (cell.size() <= 4 || cell[4] == '-') && (cell.size() <= 7 || cell[7] == '-');
    const bool sized = cell.size() == 4 || cell.size() == 7 || cell.size() == 10;
    if (sized && dashes && between(cell.substr(0, 4), 1000, 9999) &&
        (cell.size() < 7 || between(cell.substr(5, 2), 1, 12)) &&
        (cell.size() < 10 || between(cell.substr(8), 1, 31))) {
        return cell;
    }
    return Refusal{"not-a-date", quoted(cell) + " is not a date such as 2024, 2024-08 or 2024-08-31"};
}

// Every part must be found; the text itself is kept.
template <typename Find>
Value each(std::string_view cell, char separator, Find find) {
    for (const std::string_view part : text::split(cell, separator)) {
        Value value = find(part);
        if (std::holds_alternative<Refusal>(value)) return value;
    }
    return cell;
}

Value code(std::string_view cell) {
    if (cell == text::trim(cell) && cell.find(';') == std::string_view::npos) return cell;
    return Refusal{"not-a-code", quoted(cell) + " has blanks around it or a semicolon in it"};
}

Value filledValue(const Column& column, std::string_view cell, Registers& registers) {
    using Among = Registers::Among;
    switch (column.kind) {
        case Kind::text:
            return cell;
        case Kind::code:
            return code(cell);
        case Kind::country:
            return economy(cell, Among::countries, registers);
        case Kind::economy:
            return economy(cell, Among::economies, registers);
        case Kind::actor:
            return economy(cell, Among::actors, registers);
        case Kind::bloc:
            return economy(cell, Among::blocs, registers);
        case Kind::mineral:
            return mineral(cell, registers);
        case Kind::codeMineral:
            return cell == "mixed" ? Value() : mineral(cell, registers);
        case Kind::anyMineral:
            return cell == "ALL" ? Value() : mineral(cell, registers);
        case Kind::source:
            return source(cell, registers);
        case Kind::basis:
            return registers.bases.id(cell);
        case Kind::note:
            return registers.notes.id(cell);
        case Kind::word:
        case Kind::number:
            return word(column, cell);
        case Kind::year:
            return whole(cell, 1000, 2999);
        case Kind::hs6:
            return hs6(cell);
        case Kind::real:
            return real(cell, std::numeric_limits<double>::lowest(), std::numeric_limits<double>::max());
        case Kind::amount:
            return real(cell, 0.0, std::numeric_limits<double>::max());
        case Kind::percent:
            return real(cell, 0.0, 100.0);
        case Kind::fraction:
            return real(cell, 0.0, 1.0);
        case Kind::reliance:
            return real(cell, std::numeric_limits<double>::lowest(), 100.0);
        case Kind::latitude:
            return real(cell, -90.0, 90.0);
        case Kind::longitude:
            return real(cell, -180.0, 180.0);
        case Kind::yesNo:
            return whole(cell, 0, 1);
        case Kind::date:
            return date(cell);
        case Kind::countries:
            return each(cell, ' ', [&](std::string_view part) { return economy(part, Among::countries, registers); });
        case Kind::targets:
            return cell == "ALL" ? Value(cell) : each(cell, ';', [&](std::string_view part) {
                return economy(part, Among::actors, registers);
            });
        case Kind::minerals:
            return each(cell, ';', [&](std::string_view part) { return mineral(part, registers); });
    }
    return {};
}

}  // namespace

Value valueOf(const Column& column, std::string_view cell, Registers& registers) {
    if (!cell.empty()) return filledValue(column, cell, registers);
    if (column.need == Need::filled) return Refusal{"empty-cell", "the cell is empty"};
    if (column.kind == Kind::note || column.kind == Kind::number) return std::int64_t{0};  // no note; the first word
    if (column.key && column.kind == Kind::text) return cell;
    return {};
}

}  // namespace adit::db

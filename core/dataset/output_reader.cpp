#include "core/dataset/readers.h"
#include "core/dataset/rows_reader.h"

#include <tuple>

namespace adit::dataset {
namespace {

constexpr std::string_view productionSql =
    "SELECT mineral, stage, year, source_id, basis, economy, quantity_t, flag, note FROM production "
    "ORDER BY mineral, stage, year, source_id, basis, economy";
constexpr std::string_view incompleteSql =
    "SELECT mineral, stage, year, source_id, basis, economy, quantity_t, flag, note FROM production_incomplete "
    "ORDER BY mineral, stage, year, source_id, basis, economy";
constexpr std::string_view capacitySql =
    "SELECT mineral, stage, year, source_id, basis, economy, quantity_t, flag, note FROM capacity "
    "ORDER BY mineral, stage, year, source_id, basis, economy";
constexpr std::string_view preferenceSql =
    "SELECT mineral, stage, year, source_id, basis, break FROM preference ORDER BY mineral, stage, year";

auto keyOf(const Series& s) {
    return std::tuple(s.mineral, s.stage, s.year, s.source, s.basis);
}

Status readTable(const sqlite::Database& database, const Dataset& data, std::string_view sql, OutputTable& table) {
    Rows rows(database, data, sql);
    while (rows.next()) {
        const auto place = static_cast<std::uint32_t>(table.rows.size());
        Series series{.mineral = rows.mineral(0),
                      .stage = rows.stage(1),
                      .year = rows.year(2),
                      .source = rows.source(3),
                      .basis = rows.basis(4),
                      .first = place,
                      .last = place};
        if (table.series.empty() || keyOf(table.series.back()) != keyOf(series)) table.series.push_back(series);
        table.rows.push_back(
            {.economy = rows.economy(5), .flag = rows.flag(7), .tonnes = rows.optionalReal(6), .note = rows.note(8)});
        table.series.back().last = place + 1;
    }
    return rows.finish();
}

Break breakOf(std::string_view word) {
    if (word == "source") return Break::source;
    if (word == "basis") return Break::basis;
    return word.empty() ? Break::none : Break::both;
}

Status readPreferences(const sqlite::Database& database, Dataset& data) {
    Rows rows(database, data, preferenceSql);
    while (rows.next()) {
        data.preferences.push_back({.mineral = rows.mineral(0),
                                    .stage = rows.stage(1),
                                    .year = rows.year(2),
                                    .source = rows.source(3),
                                    .basis = rows.basis(4),
                                    .breaks = breakOf(rows.view(5))});
    }
    return rows.finish();
}

}  // namespace

Status readOutput(const sqlite::Database& database, Dataset& data) {
    if (const Status status = readTable(database, data, productionSql, data.production); !status) return status;
    if (const Status status = readTable(database, data, incompleteSql, data.incomplete); !status) return status;
    if (const Status status = readTable(database, data, capacitySql, data.capacity); !status) return status;
    return readPreferences(database, data);
}

}  // namespace adit::dataset

#include "core/dataset/readers.h"
#include "core/dataset/rows_reader.h"

namespace adit::dataset {
namespace {

constexpr std::string_view controlSql =
    "SELECT mineral, stage, host, owner, year, source_id, measure, share_pct, bound, forecast, note FROM control "
    "ORDER BY mineral, stage, host, owner, year, source_id, measure";

}  // namespace

Status readControl(const sqlite::Database& database, Dataset& data) {
    Rows rows(database, data, controlSql);
    while (rows.next()) {
        data.control.push_back({.mineral = rows.mineral(0),
                                .stage = rows.stage(1),
                                .host = rows.economy(2),
                                .owner = rows.economy(3),
                                .year = rows.year(4),
                                .source = rows.source(5),
                                .measure = rows.text(6),
                                .percent = rows.real(7),
                                .bound = rows.mark(8),
                                .forecast = rows.yes(9),
                                .note = rows.text(10)});
    }
    return rows.finish();
}

}  // namespace adit::dataset

#include "core/dataset/readers.h"
#include "core/dataset/rows_reader.h"

namespace adit::dataset {
namespace {

constexpr std::string_view stockpilesSql =
    "SELECT economy, programme, mineral, holder, year, status, source_id, quantity_t, days, value, currency, "
    "money_only, note FROM stockpiles ORDER BY rowid";

}  // namespace

Status readStockpiles(const sqlite::Database& database, Dataset& data) {
    Rows rows(database, data, stockpilesSql);
    while (rows.next()) {
        data.stockpiles.push_back({.economy = rows.economy(0),
                                   .programme = rows.text(1),
                                   .mineral = rows.mineral(2),
                                   .holder = rows.text(3),
                                   .year = rows.year(4),
                                   .status = rows.text(5),
                                   .source = rows.source(6),
                                   .tonnes = rows.optionalReal(7),
                                   .days = rows.optionalReal(8),
                                   .value = rows.optionalReal(9),
                                   .currency = rows.text(10),
                                   .moneyOnly = rows.yes(11),
                                   .note = rows.text(12)});
    }
    return rows.finish();
}

}  // namespace adit::dataset

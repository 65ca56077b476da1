#include "core/dataset/readers.h"
#include "core/dataset/rows_reader.h"

namespace adit::dataset {
namespace {

constexpr std::string_view consumptionSql =
    "SELECT economy, mineral, year, source_id, denominator, quantity_t, net_import_reliance_pct, basis, flag, note "
    "FROM consumption ORDER BY economy, mineral, year, source_id, denominator, basis";

}  // namespace

Status readConsumption(const sqlite::Database& database, Dataset& data) {
    Rows rows(database, data, consumptionSql);
    while (rows.next()) {
        data.consumption.push_back({.economy = rows.economy(0),
                                    .mineral = rows.mineral(1),
                                    .year = rows.year(2),
                                    .source = rows.source(3),
                                    .denominator = rows.text(4),
                                    .tonnes = rows.optionalReal(5),
                                    .netImportReliancePercent = rows.optionalReal(6),
                                    .basis = rows.text(7),
                                    .flag = rows.flag(8),
                                    .note = rows.text(9)});
    }
    return rows.finish();
}

}  // namespace adit::dataset

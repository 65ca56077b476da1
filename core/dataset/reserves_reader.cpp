#include "core/dataset/readers.h"
#include "core/dataset/rows_reader.h"

namespace adit::dataset {
namespace {

constexpr std::string_view reservesSql =
    "SELECT mineral, economy, year, source_id, basis, quantity_t, bound FROM reserves "
    "ORDER BY mineral, economy, year, source_id, basis";

}  // namespace

Status readReserves(const sqlite::Database& database, Dataset& data) {
    Rows rows(database, data, reservesSql);
    while (rows.next()) {
        data.reserves.push_back({.mineral = rows.mineral(0),
                                 .economy = rows.economy(1),
                                 .year = rows.year(2),
                                 .source = rows.source(3),
                                 .basis = rows.basis(4),
                                 .tonnes = rows.real(5),
                                 .bound = rows.mark(6)});
    }
    return rows.finish();
}

}  // namespace adit::dataset

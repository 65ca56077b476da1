#include "core/dataset/readers.h"
#include "core/dataset/rows_reader.h"

namespace adit::dataset {
namespace {

constexpr std::string_view countSql = "SELECT count(*) FROM governance";
constexpr std::string_view governanceSql =
    "SELECT economy, dimension, year, source_id, estimate, standard_error FROM governance "
    "ORDER BY economy, dimension, year, source_id";

}  // namespace

Status readGovernance(const sqlite::Database& database, Dataset& data) {
    const auto count = database.number(countSql);
    if (!count) return count.error();
    data.governance.reserve(static_cast<std::size_t>(*count));
    Rows rows(database, data, governanceSql);
    while (rows.next()) {
        data.governance.push_back({.economy = rows.economy(0),
                                   .dimension = rows.place<Dimension>(1, 7),
                                   .year = rows.year(2),
                                   .source = rows.source(3),
                                   .estimate = rows.real(4),
                                   .standardError = rows.optionalReal(5)});
    }
    return rows.finish();
}

}  // namespace adit::dataset

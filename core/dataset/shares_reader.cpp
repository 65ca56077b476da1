#include "core/dataset/readers.h"
#include "core/dataset/rows_reader.h"

namespace adit::dataset {
namespace {

// The world is one more importer; 0 is its id.
constexpr std::string_view sharesSql =
    "SELECT importer, mineral, stage, supplier, from_year, to_year, source_id, basis, scope, share_pct, NULL "
    "FROM shares UNION ALL "
    "SELECT 0, mineral, stage, economy, from_year, to_year, source_id, '', form, share_pct, bound FROM world_shares "
    "ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9";

}  // namespace

Status readShares(const sqlite::Database& database, Dataset& data) {
    Rows rows(database, data, sharesSql);
    while (rows.next()) {
        const bool isBound = rows.mark(10) == '<';
        const auto percent = rows.optionalReal(9);
        data.shares.push_back({.importer = rows.economy(0),
                               .mineral = rows.mineral(1),
                               .stage = rows.stage(2),
                               .supplier = rows.economy(3),
                               .fromYear = rows.year(4),
                               .toYear = rows.year(5),
                               .source = rows.source(6),
                               .basis = rows.text(7),
                               .scope = rows.text(8),
                               .percent = isBound ? std::nullopt : percent,
                               .below = isBound ? percent : std::nullopt});
    }
    return rows.finish();
}

}  // namespace adit::dataset

#include "core/dataset/readers.h"
#include "core/dataset/rows_reader.h"

namespace adit::dataset {
namespace {

// The world is one more importer; 0 is its id. Import sources of the United States name a form instead of a stage:
// ores and concentrates are of the mine, scrap is left out, the rest is of the stage whose codes the mineral has.
// Makers of a component share the world's supply of each mineral in it.
constexpr std::string_view sharesSql =
    "SELECT importer, mineral, stage, supplier, from_year, to_year, source_id, basis, scope, share_pct, NULL "
    "FROM shares UNION ALL "
    "SELECT 0, mineral, stage, economy, from_year, to_year, source_id, '', form, share_pct, bound FROM world_shares "
    "UNION ALL "
    "SELECT (SELECT id FROM economies WHERE code = 'USA'), mineral, "
    "CASE WHEN form LIKE '%other forms%' THEN 1 "
    "WHEN form LIKE '%concentrate%' OR form LIKE 'Crude%' OR form IN ('Bauxite', 'Celestite') THEN 0 "
    "WHEN mineral IN (SELECT mineral FROM hs_codes WHERE stage = 1) THEN 1 "
    "WHEN mineral IN (SELECT mineral FROM hs_codes WHERE stage = 0) THEN 0 "
    "WHEN EXISTS (SELECT 1 FROM production p WHERE p.mineral = u.mineral AND p.stage = 1) THEN 1 ELSE 0 END, "
    "supplier, from_year, to_year, source_id, 'mass', form, share_pct, NULL FROM us_import_sources u "
    "WHERE form LIKE 'Combined%' OR form NOT LIKE '%scrap%' UNION ALL "
    "SELECT 0, m.id, 2, c.economy, c.year, c.year, c.source_id, c.measure, c.product || ', ' || c.basis, c.share_pct, "
    "CASE WHEN c.note LIKE 'upper bound%' THEN '<' END "
    "FROM component_shares c JOIN minerals m ON ';' || c.minerals || ';' LIKE '%;' || m.mineral || ';%' "
    "WHERE c.economy <> 0 AND c.share_pct IS NOT NULL "
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

#include "core/dataset/readers.h"
#include "core/dataset/rows_reader.h"

namespace adit::dataset {
namespace {

// Stocks count where the publisher gives one line of them: several are of several forms, which do not add up.
constexpr std::string_view salientSql =
    "SELECT mineral, year, source_id, form, consumption_t, imports_t, exports_t, net_import_reliance_pct, "
    "nir_qualifier, flag, "
    "(SELECT CASE count(*) WHEN 1 THEN max(quantity_t) END FROM us_salient_lines l WHERE l.mineral = s.mineral "
    "AND l.year = s.year AND l.source_id = s.source_id AND l.statistic = 'stocks'), "
    "(SELECT min(detail) FROM us_salient_lines l WHERE l.mineral = s.mineral "
    "AND l.year = s.year AND l.source_id = s.source_id AND l.statistic = 'net_import_reliance') "
    "FROM us_salient s ORDER BY mineral, year, source_id, form";

// "Net import reliance as a percentage of reported consumption"; apparent unless the line says otherwise.
std::string denominatorIn(std::string_view line) {
    for (const char* word : {"reported", "estimated"}) {
        if (line.find(std::string(word) + " consumption") != std::string_view::npos) return word;
    }
    return "apparent";
}

}  // namespace

Status readUsSalient(const sqlite::Database& database, Dataset& data) {
    Rows rows(database, data, salientSql);
    while (rows.next()) {
        data.usSalient.push_back({.mineral = rows.mineral(0),
                                  .year = rows.year(1),
                                  .source = rows.source(2),
                                  .form = rows.text(3),
                                  .consumption = rows.optionalReal(4),
                                  .imports = rows.optionalReal(5),
                                  .exports = rows.optionalReal(6),
                                  .netImportReliancePercent = rows.optionalReal(7),
                                  .qualifier = rows.mark(8),
                                  .stock = rows.optionalReal(10),
                                  .denominator = denominatorIn(rows.view(11)),
                                  .flag = rows.flag(9)});
    }
    return rows.finish();
}

}  // namespace adit::dataset

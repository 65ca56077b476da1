#include "core/dataset/readers.h"
#include "core/dataset/rows_reader.h"

namespace adit::dataset {
namespace {

constexpr std::string_view warningsSql = "SELECT file, line, rule, text FROM warnings ORDER BY id";

}  // namespace

Status readWarnings(const sqlite::Database& database, Dataset& data) {
    Rows rows(database, data, warningsSql);
    while (rows.next()) {
        data.warnings.push_back({rows.text(0), static_cast<std::size_t>(rows.integer(1)), rows.text(2), rows.text(3)});
    }
    return rows.finish();
}

}  // namespace adit::dataset

#include "core/dataset/readers.h"
#include "core/dataset/rows_reader.h"

namespace adit::dataset {
namespace {

constexpr std::string_view listsSql = "SELECT list_id, mineral, tier, source_id FROM lists ORDER BY list_id, mineral";
constexpr std::string_view pricesSql =
    "SELECT mineral, year, source_id, form, usd_per_t, flag FROM prices ORDER BY mineral, year, source_id, form";
constexpr std::string_view eventsSql = "SELECT date, economy, mineral, text, source_id FROM events ORDER BY rowid";

Status readLists(const sqlite::Database& database, Dataset& data) {
    Rows rows(database, data, listsSql);
    while (rows.next())
        data.lists.push_back({rows.text(0), rows.mineral(1), rows.text(2), rows.source(3)});
    return rows.finish();
}

Status readPrices(const sqlite::Database& database, Dataset& data) {
    Rows rows(database, data, pricesSql);
    while (rows.next()) {
        data.prices.push_back({.mineral = rows.mineral(0),
                               .year = rows.year(1),
                               .source = rows.source(2),
                               .form = rows.text(3),
                               .usdPerTonne = rows.real(4),
                               .flag = rows.flag(5)});
    }
    return rows.finish();
}

Status readEvents(const sqlite::Database& database, Dataset& data) {
    Rows rows(database, data, eventsSql);
    while (rows.next()) {
        data.events.push_back({rows.text(0), rows.economy(1), rows.mineral(2), rows.text(3), rows.source(4)});
    }
    return rows.finish();
}

Status readPublished(const sqlite::Database& database, Dataset& data) {
    Rows rows(database, data,
              "SELECT study, material, mineral, year, stage, quantity, value, source_id FROM criticality "
              "ORDER BY study, material, year, stage, quantity");
    while (rows.next()) {
        data.published.push_back({.study = rows.text(0),
                                  .material = rows.text(1),
                                  .mineral = rows.mineral(2),
                                  .year = rows.year(3),
                                  .stage = rows.text(4),
                                  .quantity = rows.text(5),
                                  .value = rows.real(6),
                                  .source = rows.source(7)});
    }
    return rows.finish();
}

}  // namespace

Status readMarkets(const sqlite::Database& database, Dataset& data) {
    if (const Status status = readLists(database, data); !status) return status;
    if (const Status status = readPrices(database, data); !status) return status;
    if (const Status status = readPublished(database, data); !status) return status;
    return readEvents(database, data);
}

}  // namespace adit::dataset

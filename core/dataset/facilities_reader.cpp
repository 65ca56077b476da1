#include "core/dataset/readers.h"
#include "core/dataset/rows_reader.h"

namespace adit::dataset {
namespace {

constexpr std::string_view facilitiesSql =
    "SELECT facility, mineral, stage, economy, year, source_id, output_t, capacity_t, capex_usd, lead_years, status, "
    "lat, lon, flag, note FROM facilities ORDER BY facility, mineral, stage, economy, year, source_id";
constexpr std::string_view stakesSql =
    "SELECT facility, owner, year, source_id, owner_economy, owner_type, parent, equity_pct, offtake_pct, operator "
    "FROM stakes ORDER BY facility, owner, year, source_id";

Status readStakes(const sqlite::Database& database, Dataset& data) {
    Rows rows(database, data, stakesSql);
    while (rows.next()) {
        data.stakes.push_back({.facility = rows.text(0),
                               .owner = rows.text(1),
                               .year = rows.year(2),
                               .source = rows.source(3),
                               .ownerEconomy = rows.economy(4),
                               .ownerType = rows.text(5),
                               .parent = rows.text(6),
                               .equityPercent = rows.optionalReal(7),
                               .offtakePercent = rows.optionalReal(8),
                               .isOperator = rows.yes(9)});
    }
    return rows.finish();
}

}  // namespace

Status readFacilities(const sqlite::Database& database, Dataset& data) {
    Rows rows(database, data, facilitiesSql);
    while (rows.next()) {
        data.facilities.push_back({.name = rows.text(0),
                                   .mineral = rows.mineral(1),
                                   .stage = rows.stage(2),
                                   .economy = rows.economy(3),
                                   .year = rows.year(4),
                                   .source = rows.source(5),
                                   .outputTonnes = rows.optionalReal(6),
                                   .capacityTonnes = rows.optionalReal(7),
                                   .capexUsd = rows.optionalReal(8),
                                   .leadYears = rows.optionalReal(9),
                                   .status = rows.text(10),
                                   .lat = rows.optionalReal(11),
                                   .lon = rows.optionalReal(12),
                                   .flag = rows.flag(13),
                                   .note = rows.text(14)});
    }
    if (const Status status = rows.finish(); !status) return status;
    return readStakes(database, data);
}

}  // namespace adit::dataset

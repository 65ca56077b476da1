#include "db/builder/transfer.h"

#include "core/base/text.h"
#include "db/builder/shared_texts.h"

#include <algorithm>
#include <array>

namespace adit::db {
namespace {

constexpr std::string_view economiesSql = R"sql(
INSERT INTO main.economies (id, code, kind, name, short_name, map_50m)
VALUES (0, 'WORLD', 'aggregate', 'World total', 'World', 0), (1, 'OTHER', 'aggregate', 'Other economies', 'Other', 0);
INSERT INTO main.economies
    (id, code, kind, name, short_name, iso2, iso_numeric, comtrade_code, region, subregion, lat, lon, map_50m)
SELECT i.id, i.code, 'economy', name, short_name, iso2, iso_numeric, comtrade_code, region, subregion, lat, lon, map_50m
FROM staged.economies t JOIN staged.economy_ids i ON i.code = t.iso3
UNION ALL
SELECT i.id, i.code, 'bloc', name, short_name, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0
FROM staged.bloc_names t JOIN staged.economy_ids i ON i.code = t.bloc
ORDER BY 1;
)sql";

constexpr std::string_view mineralsSql = R"sql(
INSERT INTO main.minerals
SELECT i.id, i.code, name, symbol, "group", basis, part_of, host_metals, uses, defence_uses, eol_rir, substitutability,
       aliases, evidence, source_id
FROM staged.minerals t JOIN staged.mineral_ids i ON i.code = t.mineral
ORDER BY i.id;
)sql";

// A combination is as closed as its most closed part.
constexpr std::string_view combinationsSql = R"sql(
INSERT INTO main.sources
SELECT i.id, i.code, group_concat(s.publisher, ' + '), group_concat(s.title, ' + '), NULL, NULL,
       group_concat(DISTINCT s.licence),
       CASE max(CASE s.redistribution WHEN 'open' THEN 0 WHEN 'facts' THEN 1 WHEN 'unverified' THEN 2 ELSE 3 END)
            WHEN 0 THEN 'open' WHEN 1 THEN 'facts' WHEN 2 THEN 'unverified' ELSE 'restricted' END
FROM staged.source_ids i
JOIN staged.source_parts p ON p.source = i.id
JOIN main.sources s ON s.id = p.part
GROUP BY i.id
ORDER BY i.id;
INSERT INTO main.source_parts SELECT source, part FROM staged.source_parts ORDER BY source, part;
)sql";

constexpr std::string_view sourcesSql = R"sql(
CREATE TABLE staged.source_parts (source INTEGER, part INTEGER);
INSERT INTO main.sources
SELECT i.id, i.code, publisher, title, year, url, licence, redistribution
FROM staged.sources t JOIN staged.source_ids i ON i.code = t.source_id
ORDER BY i.id;
)sql";

Status transferSources(const sqlite::Database& database, const Registers& registers) {
    if (const Status status = database.run(std::string(sourcesSql)); !status) return status;
    sqlite::Statement insert = database.prepare("INSERT INTO staged.source_parts VALUES (?, ?)");
    for (const std::string& source : registers.sources()) {
        if (source.find(';') == std::string::npos) continue;
        for (const std::string_view part : text::split(source, ';')) {
            insert.bind(1, std::int64_t{*registers.source(source)});
            insert.bind(2, std::int64_t{*registers.source(part)});
            if (const Status status = insert.run(); !status) return status;
        }
    }
    if (const Status status = insert.finish(); !status) return status;
    return database.run(std::string(combinationsSql));
}

constexpr std::string_view tradeSql = R"sql(
INSERT INTO main.trade_series
SELECT row_number() OVER (ORDER BY mineral NULLS LAST, stage, year, hs6, source_id, role, coverage, flag) - 1,
       mineral, stage, year, hs6, source_id, role, coverage, flag
FROM (SELECT DISTINCT mineral, stage, year, hs6, source_id, role, coverage, flag FROM staged.trade);
INSERT INTO main.trade
SELECT s.id, t.importer, t.exporter, t.quantity_t, t.contained_t, t.value_usd
FROM staged.trade t
JOIN main.trade_series s
    ON s.hs6 = t.hs6 AND s.year = t.year AND s.source_id = t.source_id AND s.stage = t.stage AND s.role = t.role
        AND s.coverage = t.coverage AND s.flag = t.flag AND s.mineral IS t.mineral
ORDER BY t.mineral NULLS LAST, t.stage, t.year, t.importer, t.exporter, t.hs6, t.source_id;
)sql";

// The primary key of the table; where it has none, the key of the file.
std::string orderOf(const sqlite::Database& database, const File& file) {
    sqlite::Statement key = database.prepare("SELECT name FROM pragma_table_info(?, 'main') WHERE pk > 0 ORDER BY pk");
    key.bind(1, file.table);
    std::string order;
    while (key.next())
        order += (order.empty() ? "\"" : ", \"") + key.text(0) + '"';
    if (!order.empty()) return order;
    for (const Column& column : file.columns) {
        if (column.key) order += (order.empty() ? "\"" : ", \"") + std::string(column.name) + '"';
    }
    return order;
}

Status transferTable(const sqlite::Database& database, const File& file) {
    std::string columns;
    for (const Column& column : file.columns) {
        columns += (columns.empty() ? "\"" : ", \"") + std::string(column.name) + '"';
    }
    const std::string table = '"' + std::string(file.table) + '"';
    return database.run("INSERT INTO main." + table + " (" + columns + ") SELECT " + columns + " FROM staged." + table +
                        " ORDER BY " + orderOf(database, file));
}

}  // namespace

Status transfer(const sqlite::Database& database, const Registers& registers) {
    constexpr std::array<std::string_view, 5> ownSql{"sources", "economies", "bloc_names", "minerals", "trade"};
    if (const Status status = transferSharedTexts(database); !status) return status;
    if (const Status status = transferSources(database, registers); !status) return status;
    if (const Status status = database.run(std::string(economiesSql)); !status) return status;
    if (const Status status = database.run(std::string(mineralsSql)); !status) return status;
    if (const Status status = database.run(std::string(tradeSql)); !status) return status;
    for (const File& file : files()) {
        if (std::find(ownSql.begin(), ownSql.end(), file.table) != ownSql.end()) continue;
        if (const Status status = transferTable(database, file); !status) return status;
    }
    return Done{};
}

}  // namespace adit::db
